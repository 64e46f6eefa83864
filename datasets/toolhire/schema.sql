create table branch (
  branch_id integer primary key,
  name text not null unique,
  town text not null,
  street text not null,
  phone text,
  opened_on date not null
);

create table staff (
  staff_id integer primary key,
  first_name text not null,
  last_name text not null,
  branch_id integer not null references branch (branch_id),
  manager_id integer references staff (staff_id),
  job_title text not null check (job_title in ('area manager', 'branch manager', 'hire controller', 'fitter', 'driver')),
  started_on date not null,
  hourly_wage numeric(6,2) not null,
  email text
);
comment on column staff.manager_id is 'Line manager';

create table supplier (
  supplier_id integer primary key,
  name text not null,
  town text not null,
  phone text
);

create table category (
  category_id integer primary key,
  name text not null unique,
  parent_id integer references category (category_id)
);

create table tool (
  tool_id integer primary key,
  asset_no varchar(8) not null unique,
  name text not null unique,
  manufacturer text not null,
  category_id integer not null references category (category_id),
  branch_id integer not null references branch (branch_id),
  supplier_id integer not null references supplier (supplier_id),
  purchased_on date not null,
  purchase_price numeric(9,2) not null,
  daily_rate numeric(7,2) not null,
  weight_kg numeric(6,1),
  power_source text not null check (power_source in ('petrol', 'mains', 'battery', 'diesel', 'manual')),
  status text not null check (status in ('available', 'on hire', 'in workshop', 'retired'))
);
comment on column tool.branch_id is 'Home branch; a tool only leaves from there';

create table customer (
  customer_id integer primary key,
  name text not null,
  customer_type text not null check (customer_type in ('trade', 'private', 'council')),
  town text not null,
  email text,
  phone text,
  account_opened_on date not null,
  credit_limit numeric(9,2),
  blocked boolean not null default false
);
comment on column customer.credit_limit is 'Empty for customers who pay on the spot';

create table hire (
  hire_id integer primary key,
  customer_id integer not null references customer (customer_id),
  branch_id integer not null references branch (branch_id),
  staff_id integer not null references staff (staff_id),
  hired_on date not null,
  due_back_on date not null,
  returned_on date,
  status text not null check (status in ('out', 'returned', 'cancelled')),
  delivery boolean not null,
  delivery_charge numeric(7,2),
  check (due_back_on >= hired_on)
);
comment on column hire.staff_id is 'Hire controller who wrote the contract';

create table hire_line (
  hire_id integer not null references hire (hire_id),
  line_no smallint not null,
  tool_id integer not null references tool (tool_id),
  days integer not null check (days > 0),
  rate_charged numeric(7,2) not null,
  discount_pct smallint not null default 0,
  line_total numeric(9,2) not null,
  primary key (hire_id, line_no)
);

create table deposit (
  deposit_id integer primary key,
  hire_id integer not null references hire (hire_id),
  taken_on date not null,
  amount numeric(8,2) not null,
  payment_method text not null check (payment_method in ('card', 'cash', 'bank transfer')),
  state text not null check (state in ('held', 'refunded', 'retained')),
  refunded_on date
);

create table damage_report (
  damage_id integer primary key,
  hire_id integer not null references hire (hire_id),
  tool_id integer not null references tool (tool_id),
  reported_by integer not null references staff (staff_id),
  reported_on date not null,
  severity text not null check (severity in ('minor', 'moderate', 'major')),
  description text not null,
  repair_cost numeric(8,2),
  charged_to_customer boolean not null
);
comment on column damage_report.repair_cost is 'Empty until the workshop has looked at it';

create table service_record (
  service_id integer primary key,
  tool_id integer not null references tool (tool_id),
  fitter_id integer not null references staff (staff_id),
  serviced_on date not null,
  service_type text not null check (service_type in ('routine', 'repair', 'safety test')),
  labour_hours numeric(4,1) not null,
  cost numeric(8,2) not null,
  passed boolean not null,
  next_due_on date
);
