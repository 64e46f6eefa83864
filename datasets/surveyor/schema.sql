create table office (
  office_code char(3) primary key,
  town text not null,
  street text not null,
  phone text,
  opened date not null
);

create table surveyor (
  surveyor_id integer primary key,
  full_name text not null,
  office_code char(3) not null references office (office_code),
  mentor_id integer references surveyor (surveyor_id),
  rank text not null check (rank in ('trainee', 'surveyor', 'senior surveyor', 'partner')),
  chartered boolean not null,
  joined date not null,
  day_rate numeric(7,2) not null,
  email text
);
comment on column surveyor.chartered is 'Member of the RICS';
comment on column surveyor.mentor_id is 'Who looks after a younger colleague';

create table client (
  client_id integer primary key,
  client_name text not null,
  client_type text not null check (client_type in ('private', 'lender', 'housing association', 'developer', 'council')),
  town text not null,
  phone text,
  registered date not null
);
comment on table client is 'People and bodies who commission surveys';

create table property (
  property_id integer primary key,
  address text not null,
  town text not null,
  postcode text not null,
  building_type text not null,
  year_built integer not null,
  floor_area numeric(7,1) not null,
  bedrooms smallint,
  listed_grade varchar(3)
);
comment on column property.floor_area is 'Square metres';
comment on column property.listed_grade is 'I, II* or II; empty when the building is not listed';

create table survey_type (
  type_code varchar(4) primary key,
  title text not null,
  list_fee numeric(8,2) not null
);

create table quote (
  quote_no integer primary key,
  client_id integer not null references client (client_id),
  property_id integer not null references property (property_id),
  type_code varchar(4) not null references survey_type (type_code),
  quoted_on date not null,
  price numeric(8,2) not null,
  outcome text not null check (outcome in ('pending', 'accepted', 'declined', 'expired'))
);

create table survey (
  survey_no integer primary key,
  quote_no integer not null unique references quote (quote_no),
  client_id integer not null references client (client_id),
  property_id integer not null references property (property_id),
  type_code varchar(4) not null references survey_type (type_code),
  surveyor_id integer not null references surveyor (surveyor_id),
  ordered_on date not null,
  completed_on date,
  stage text not null check (stage in ('booked', 'inspected', 'completed', 'withdrawn')),
  fee numeric(8,2) not null
);
comment on column survey.surveyor_id is 'Who is in charge of the survey';

create table appointment (
  appointment_id integer primary key,
  survey_no integer not null references survey (survey_no),
  surveyor_id integer not null references surveyor (surveyor_id),
  starts_at timestamp not null,
  duration_min integer not null,
  result text not null check (result in ('upcoming', 'kept', 'no access', 'cancelled'))
);

create table defect_class (
  class_code varchar(6) primary key,
  label text not null,
  parent_code varchar(6) references defect_class (class_code)
);
comment on table defect_class is 'Tree of the kinds of defects';

create table defect (
  survey_no integer not null references survey (survey_no),
  line_no smallint not null,
  class_code varchar(6) not null references defect_class (class_code),
  room text not null,
  urgency smallint not null check (urgency between 1 and 3),
  repair_cost numeric(9,2),
  remark text,
  primary key (survey_no, line_no)
);
comment on column defect.urgency is '1 no repair needed now, 2 needs repair, 3 urgent';
comment on column defect.repair_cost is 'Estimate; empty when further investigation is advised';

create table report (
  report_id integer primary key,
  survey_no integer not null references survey (survey_no),
  author_id integer not null references surveyor (surveyor_id),
  checked_by integer references surveyor (surveyor_id),
  issued_on date not null,
  pages integer not null,
  version smallint not null
);

create table invoice (
  invoice_no integer primary key,
  survey_no integer not null references survey (survey_no),
  invoiced_on date not null,
  due_on date not null,
  net numeric(9,2) not null,
  vat numeric(9,2) not null,
  paid_on date
);

create table equipment (
  tag varchar(8) primary key,
  description text not null,
  category text not null,
  office_code char(3) not null references office (office_code),
  bought_on date not null,
  purchase_price numeric(9,2) not null,
  calibrated_on date,
  condition text not null check (condition in ('good', 'worn', 'in repair', 'scrapped'))
);

create table equipment_loan (
  tag varchar(8) not null references equipment (tag),
  surveyor_id integer not null references surveyor (surveyor_id),
  taken_on date not null,
  returned_on date,
  primary key (tag, taken_on)
);
