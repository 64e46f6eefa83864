create table client (
  client_id integer primary key,
  name text not null unique,
  sector text not null check (sector in ('banking', 'legal', 'medical', 'education', 'technology', 'public')),
  contact_name text,
  email text,
  client_since date not null
);

create table building (
  building_id integer primary key,
  client_id integer not null references client (client_id),
  name text not null,
  street text not null,
  city text not null,
  floors smallint not null,
  floor_area integer not null,
  has_elevator boolean not null,
  key_holder text
);
comment on column building.floor_area is 'Square feet to be cleaned';

create table service (
  service_code varchar(6) primary key,
  name text not null,
  list_rate numeric(7,2) not null
);
comment on column service.list_rate is 'Dollars an hour before any discount';

create table contract (
  contract_no integer primary key,
  client_id integer not null references client (client_id),
  service_code varchar(6) not null references service (service_code),
  starts_on date not null,
  ends_on date,
  visits_per_week smallint not null,
  monthly_fee numeric(9,2) not null,
  status text not null check (status in ('active', 'paused', 'ended'))
);

create table cleaner (
  cleaner_id integer primary key,
  first_name text not null,
  last_name text not null,
  supervisor_id integer references cleaner (cleaner_id),
  home_city text not null,
  phone text,
  hired_on date not null,
  left_on date,
  hourly_wage numeric(6,2) not null,
  has_car boolean not null
);

create table visit (
  visit_id integer primary key,
  contract_no integer not null references contract (contract_no),
  building_id integer not null references building (building_id),
  visit_date date not null,
  start_time time not null,
  state text not null check (state in ('planned', 'done', 'missed', 'cancelled'))
);

create table shift (
  shift_id integer primary key,
  visit_id integer not null references visit (visit_id),
  cleaner_id integer not null references cleaner (cleaner_id),
  hours numeric(4,2) not null,
  overtime boolean not null,
  unique (visit_id, cleaner_id)
);

create table supply (
  sku varchar(8) primary key,
  name text not null,
  unit text not null,
  unit_price numeric(7,2) not null,
  stock_on_hand integer not null,
  hazardous boolean not null,
  vendor text
);

create table supply_use (
  visit_id integer not null references visit (visit_id),
  sku varchar(8) not null references supply (sku),
  quantity integer not null check (quantity > 0),
  primary key (visit_id, sku)
);

create table complaint (
  complaint_id integer primary key,
  building_id integer not null references building (building_id),
  raised_on date not null,
  category text not null,
  severity text not null check (severity in ('low', 'medium', 'high')),
  resolved_on date,
  remarks text
);

create table quality_check (
  check_id integer primary key,
  visit_id integer not null references visit (visit_id),
  inspector_id integer not null references cleaner (cleaner_id),
  checked_on date not null,
  score smallint not null check (score between 0 and 100),
  notes text
);
comment on column quality_check.inspector_id is 'The supervisor who did the check';

create table invoice (
  invoice_no integer primary key,
  contract_no integer not null references contract (contract_no),
  issued_on date not null,
  due_on date not null,
  net numeric(9,2) not null,
  sales_tax numeric(9,2) not null,
  paid_on date
);
