create table area (
  code varchar(5) primary key,
  title text not null,
  parent_code varchar(5) references area (code)
);
comment on table area is 'Districts in which care is given; a district may lie within a larger one';

create table carer (
  carer_no integer primary key,
  given_name text not null,
  surname text not null,
  grade text not null check (grade in ('care assistant', 'senior carer', 'nurse', 'apprentice')),
  home_area varchar(5) not null references area (code),
  team_lead_no integer references carer (carer_no),
  start_date date not null,
  leave_date date,
  hourly_pay numeric(5,2) not null,
  has_car boolean not null,
  mobile text
);
comment on column carer.leave_date is 'Last day of work; empty while employed';

create table client (
  client_no integer primary key,
  given_name text not null,
  surname text not null,
  birth_date date not null,
  sex char(1) not null check (sex in ('F', 'M')),
  street text not null,
  town text not null,
  area_code varchar(5) not null references area (code),
  care_level smallint not null check (care_level between 1 and 5),
  funded_by text not null check (funded_by in ('council', 'private', 'health service')),
  key_carer_no integer references carer (carer_no),
  accepted_on date not null,
  discharged_on date,
  lives_alone boolean not null
);
comment on column client.care_level is '1 light help to 5 round the clock';
comment on column client.funded_by is 'Who pays for the care';

create table relative (
  relative_id integer primary key,
  client_no integer not null references client (client_no),
  given_name text not null,
  surname text not null,
  relationship text not null,
  phone text,
  emergency_contact boolean not null,
  holds_key boolean not null
);
comment on table relative is 'Family of a client';

create table care_plan (
  plan_no integer primary key,
  client_no integer not null references client (client_no),
  written_by integer not null references carer (carer_no),
  start_date date not null,
  review_date date not null,
  hours_per_week numeric(4,1) not null,
  state text not null check (state in ('active', 'superseded', 'draft'))
);

create table visit (
  visit_id integer primary key,
  client_no integer not null references client (client_no),
  carer_no integer not null references carer (carer_no),
  planned_at timestamp not null,
  planned_min integer not null,
  actual_min integer,
  status text not null check (status in ('planned', 'done', 'missed', 'cancelled')),
  travel_km numeric(5,1)
);
comment on column visit.planned_at is 'When the carer is due at the door';
comment on column visit.actual_min is 'Minutes spent with the client; empty unless done';

create table medication (
  med_code varchar(6) primary key,
  med_name text not null,
  form text not null,
  controlled boolean not null
);
comment on column medication.controlled is 'Controlled drug, to be kept locked';

create table client_medication (
  client_no integer not null references client (client_no),
  med_code varchar(6) not null references medication (med_code),
  dose text not null,
  times_per_day smallint not null,
  begun_on date not null,
  stopped_on date,
  primary key (client_no, med_code)
);

create table qualification (
  qual_id integer primary key,
  title text not null,
  valid_years smallint
);

create table carer_qualification (
  carer_no integer not null references carer (carer_no),
  qual_id integer not null references qualification (qual_id),
  awarded_on date not null,
  expires_on date,
  primary key (carer_no, qual_id)
);

create table training (
  training_id integer primary key,
  carer_no integer not null references carer (carer_no),
  topic text not null,
  attended_on date not null,
  hours numeric(4,1) not null,
  cost numeric(7,2) not null,
  passed boolean not null
);
comment on table training is 'One row for each carer who attended';

create table incident (
  incident_no integer primary key,
  client_no integer not null references client (client_no),
  reported_by integer not null references carer (carer_no),
  occurred_on date not null,
  kind text not null,
  severity text not null check (severity in ('minor', 'moderate', 'serious')),
  closed_on date
);

create table invoice (
  invoice_no varchar(12) primary key,
  client_no integer not null references client (client_no),
  issued_on date not null,
  due_on date not null,
  amount numeric(9,2) not null,
  state text not null check (state in ('open', 'part paid', 'paid', 'written off'))
);

create table payment (
  payment_id integer primary key,
  invoice_no varchar(12) not null references invoice (invoice_no),
  received_on date not null,
  amount numeric(9,2) not null,
  method text not null
);
