create table sites (
  site_id smallint primary key,
  site_name text not null unique,
  street text not null,
  town text not null,
  postcode text not null,
  opened_on date not null,
  floors smallint not null check (floors > 0),
  round_the_clock boolean not null
);
comment on column sites.round_the_clock is 'Customers can get in 24 hours a day';

create table staff (
  staff_id integer primary key,
  first_name text not null,
  last_name text not null,
  site_id smallint not null references sites (site_id),
  role text not null check (role in ('site manager', 'sales adviser', 'caretaker', 'security guard')),
  supervisor_id integer references staff (staff_id),
  hired_on date not null,
  salary numeric(9,2) not null,
  email text
);
comment on column staff.salary is 'Pounds a year';

create table unit_types (
  type_id smallint primary key,
  type_name text not null unique,
  area_sqft integer not null check (area_sqft > 0),
  list_rent numeric(8,2) not null
);
comment on column unit_types.list_rent is 'Standard rent of a month in pounds';

create table units (
  unit_id integer primary key,
  unit_number text not null unique,
  site_id smallint not null references sites (site_id),
  type_id smallint not null references unit_types (type_id),
  floor smallint not null,
  climate_controlled boolean not null,
  status text not null check (status in ('available', 'occupied', 'reserved', 'maintenance'))
);

create table customers (
  customer_id integer primary key,
  full_name text not null,
  customer_type text not null check (customer_type in ('private', 'business')),
  company text,
  email text not null unique,
  phone text,
  town text not null,
  registered_on date not null,
  source text not null check (source in ('website', 'walk-in', 'referral', 'advert'))
);
comment on column customers.company is 'Only for business customers';
comment on column customers.source is 'How the customer came to us';

create table rentals (
  rental_no integer primary key,
  unit_id integer not null references units (unit_id),
  customer_id integer not null references customers (customer_id),
  staff_id integer not null references staff (staff_id),
  start_date date not null,
  end_date date check (end_date > start_date),
  monthly_rent numeric(8,2) not null,
  deposit numeric(8,2) not null,
  status text not null check (status in ('active', 'notice given', 'ended'))
);
comment on column rentals.staff_id is 'Who signed the contract for us';
comment on column rentals.end_date is 'Empty until the customer has given notice';

create table invoices (
  invoice_no integer primary key,
  rental_no integer not null references rentals (rental_no),
  issued_on date not null,
  due_on date not null,
  amount numeric(9,2) not null,
  status text not null check (status in ('open', 'paid', 'overdue', 'written off'))
);
comment on table invoices is 'Rent is invoiced every three months in advance';

create table payments (
  payment_id integer primary key,
  invoice_no integer not null references invoices (invoice_no),
  paid_on date not null,
  amount numeric(9,2) not null check (amount > 0),
  method text not null check (method in ('card', 'direct debit', 'bank transfer', 'cash'))
);

create table access_log (
  log_id integer primary key,
  rental_no integer not null references rentals (rental_no),
  entered_at timestamp not null,
  left_at timestamp check (left_at > entered_at),
  entry_method text not null check (entry_method in ('PIN code', 'app', 'key card'))
);
comment on table access_log is 'Every time a customer comes to the unit';
comment on column access_log.left_at is 'Empty when leaving was not recorded';

create table insurance_policies (
  policy_id integer primary key,
  rental_no integer not null references rentals (rental_no),
  plan text not null check (plan in ('basic', 'plus', 'full')),
  cover_amount numeric(9,2) not null,
  monthly_premium numeric(7,2) not null,
  start_date date not null,
  end_date date
);

create table insurance_claims (
  claim_id integer primary key,
  policy_id integer not null references insurance_policies (policy_id),
  reported_on date not null,
  cause text not null check (cause in ('water damage', 'theft', 'fire', 'pests', 'breakage')),
  amount_claimed numeric(9,2) not null,
  amount_paid numeric(9,2),
  status text not null check (status in ('submitted', 'approved', 'rejected'))
);
comment on column insurance_claims.amount_paid is 'Empty unless the claim was approved';

create table maintenance_jobs (
  job_id integer primary key,
  unit_id integer not null references units (unit_id),
  staff_id integer not null references staff (staff_id),
  issue text not null,
  reported_on date not null,
  completed_on date,
  cost numeric(8,2)
);
comment on column maintenance_jobs.staff_id is 'Who takes care of the job';
