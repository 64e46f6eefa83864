create table agent (
  agent_id integer primary key,
  first_name text not null,
  last_name text not null,
  team text not null check (team in ('first line', 'second line', 'networks', 'field service', 'management')),
  grade text not null check (grade in ('apprentice', 'technician', 'senior', 'lead')),
  supervisor_id integer references agent (agent_id),
  hired_on date not null,
  hourly_cost numeric(6,2) not null,
  email text not null
);
comment on column agent.hourly_cost is 'Internal cost per hour, not what clients are charged';

create table client (
  client_id integer primary key,
  company_name text not null,
  industry text not null,
  city text not null,
  employees integer not null,
  client_since date not null,
  account_manager_id integer not null references agent (agent_id)
);
comment on column client.account_manager_id is 'Who looks after the relationship, not who solves the tickets';

create table contact (
  contact_id integer primary key,
  client_id integer not null references client (client_id),
  full_name text not null,
  job_title text not null,
  email text not null,
  phone text,
  vip boolean not null
);

create table contract (
  contract_no varchar(8) primary key,
  client_id integer not null references client (client_id),
  plan text not null check (plan in ('basic', 'standard', 'premium', 'round the clock')),
  starts_on date not null,
  ends_on date,
  monthly_fee numeric(8,2) not null,
  response_hours smallint not null,
  status text not null check (status in ('active', 'expired', 'terminated'))
);
comment on column contract.ends_on is 'Empty while it runs without an end';
comment on column contract.response_hours is 'Hours within which a first answer is promised';

create table device (
  device_id integer primary key,
  serial_no varchar(12) not null unique,
  client_id integer not null references client (client_id),
  device_type text not null check (device_type in ('laptop', 'desktop', 'server', 'printer', 'switch', 'firewall')),
  manufacturer text not null,
  model text not null,
  bought_on date not null,
  warranty_until date,
  assigned_to integer references contact (contact_id)
);

create table category (
  category_id integer primary key,
  category_name text not null,
  parent_id integer references category (category_id)
);

create table ticket (
  ticket_no integer primary key,
  client_id integer not null references client (client_id),
  contact_id integer not null references contact (contact_id),
  category_id integer not null references category (category_id),
  device_id integer references device (device_id),
  agent_id integer references agent (agent_id),
  subject text not null,
  priority text not null check (priority in ('low', 'normal', 'high', 'critical')),
  channel text not null check (channel in ('phone', 'email', 'portal', 'chat')),
  status text not null check (status in ('new', 'in progress', 'waiting', 'resolved', 'closed')),
  opened_at timestamp not null,
  resolved_at timestamp,
  reopened boolean not null
);
comment on column ticket.contact_id is 'Who reported it';
comment on column ticket.agent_id is 'Who it is assigned to now; empty while nobody has taken it';

create table time_entry (
  entry_id integer primary key,
  ticket_no integer not null references ticket (ticket_no),
  agent_id integer not null references agent (agent_id),
  worked_on date not null,
  minutes integer not null check (minutes > 0),
  billable boolean not null,
  note text
);

create table software (
  software_id integer primary key,
  title text not null,
  vendor text not null,
  licence_model text not null check (licence_model in ('subscription', 'perpetual'))
);

create table licence (
  licence_id integer primary key,
  client_id integer not null references client (client_id),
  software_id integer not null references software (software_id),
  seats integer not null,
  seats_used integer not null,
  annual_cost numeric(9,2) not null,
  renews_on date,
  check (seats_used <= seats)
);

create table invoice (
  invoice_no integer primary key,
  client_id integer not null references client (client_id),
  issued_on date not null,
  due_on date not null,
  amount numeric(9,2) not null,
  paid_on date
);

create table survey (
  survey_id integer primary key,
  ticket_no integer not null unique references ticket (ticket_no),
  answered_on date not null,
  score smallint not null check (score between 1 and 5),
  remark text
);
comment on table survey is 'Satisfaction survey after a ticket; 5 is best';
