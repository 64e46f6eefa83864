create table van (
  reg_plate varchar(8) primary key,
  make text not null,
  model text not null,
  bought_on date not null,
  mileage integer not null,
  mot_due date not null,
  state text not null check (state in ('on the road', 'in the garage', 'sold'))
);
comment on column van.mileage is 'Miles at the last reading';

create table engineer (
  engineer_id integer primary key,
  full_name text not null,
  grade text not null check (grade in ('apprentice', 'plumber', 'heating engineer', 'senior engineer')),
  gas_safe_no varchar(7) unique,
  supervisor_id integer references engineer (engineer_id),
  van_reg varchar(8) references van (reg_plate),
  hired_on date not null,
  hourly_pay numeric(6,2) not null,
  mobile text
);
comment on column engineer.gas_safe_no is 'Number in the Gas Safe register; empty when not registered';

create table customer (
  customer_no integer primary key,
  customer_name text not null,
  customer_type text not null check (customer_type in ('household', 'landlord', 'business', 'public body')),
  phone text,
  email text,
  customer_since date not null
);

create table address (
  address_id integer primary key,
  customer_no integer not null references customer (customer_no),
  street text not null,
  town text not null,
  postcode text not null,
  building_type text not null check (building_type in ('house', 'flat', 'bungalow', 'shop', 'office', 'school')),
  boiler_make text,
  boiler_fitted integer
);
comment on table address is 'Places where the firm works; a customer can have several';
comment on column address.boiler_fitted is 'Year in which the boiler was put in';

create table service_contract (
  contract_no integer primary key,
  address_id integer not null references address (address_id),
  plan text not null check (plan in ('basic', 'plus', 'complete')),
  starts_on date not null,
  ends_on date not null,
  annual_fee numeric(7,2) not null,
  cancelled_on date
);

create table job_type (
  type_code varchar(4) primary key,
  title text not null,
  gas_work boolean not null,
  call_out_fee numeric(6,2) not null
);

create table job (
  job_no integer primary key,
  address_id integer not null references address (address_id),
  type_code varchar(4) not null references job_type (type_code),
  contract_no integer references service_contract (contract_no),
  lead_id integer not null references engineer (engineer_id),
  reported_on date not null,
  priority text not null check (priority in ('emergency', 'urgent', 'normal')),
  status text not null check (status in ('open', 'scheduled', 'done', 'cancelled')),
  closed_on date,
  fault_description text
);
comment on column job.lead_id is 'Engineer who answers for the job';
comment on column job.contract_no is 'Set when the job is covered by a service contract';

create table visit (
  visit_id integer primary key,
  job_no integer not null references job (job_no),
  engineer_id integer not null references engineer (engineer_id),
  starts_at timestamp not null,
  duration_min integer,
  outcome text not null check (outcome in ('planned', 'completed', 'parts needed', 'no access'))
);

create table part (
  part_no varchar(8) primary key,
  description text not null,
  category text not null,
  supplier text not null,
  unit_cost numeric(8,2) not null,
  sale_price numeric(8,2) not null,
  stock_qty integer not null,
  reorder_level integer not null
);

create table part_used (
  visit_id integer not null references visit (visit_id),
  part_no varchar(8) not null references part (part_no),
  qty integer not null check (qty > 0),
  charged_price numeric(8,2) not null,
  primary key (visit_id, part_no)
);
comment on column part_used.charged_price is 'For one piece';

create table quote (
  quote_no integer primary key,
  address_id integer not null references address (address_id),
  type_code varchar(4) not null references job_type (type_code),
  prepared_by integer not null references engineer (engineer_id),
  given_on date not null,
  amount numeric(9,2) not null,
  state text not null check (state in ('sent', 'accepted', 'rejected', 'lapsed'))
);

create table invoice (
  invoice_no integer primary key,
  job_no integer not null unique references job (job_no),
  issued_on date not null,
  due_on date not null,
  labour numeric(9,2) not null,
  materials numeric(9,2) not null,
  vat numeric(9,2) not null,
  paid_on date
);
