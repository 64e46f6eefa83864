create table depot (
  depot_code char(3) primary key,
  city text not null,
  address text not null,
  phone text,
  opened_on date not null
);

create table employee (
  employee_id integer primary key,
  full_name text not null,
  job_title text not null check (job_title in ('driver', 'porter', 'packer', 'surveyor', 'coordinator')),
  depot_code char(3) not null references depot (depot_code),
  supervisor_id integer references employee (employee_id),
  hired_on date not null,
  hourly_pay numeric(6,2) not null,
  hgv_licence boolean not null
);

create table vehicle (
  registration varchar(8) primary key,
  model text not null,
  vehicle_type text not null check (vehicle_type in ('small van', 'luton van', 'lorry')),
  depot_code char(3) not null references depot (depot_code),
  capacity_m3 numeric(5,1) not null,
  bought_on date not null,
  purchase_price numeric(9,2) not null,
  status text not null check (status in ('in service', 'in repair', 'sold'))
);

create table customer (
  customer_id integer primary key,
  customer_name text not null,
  customer_type text not null check (customer_type in ('private', 'business', 'council')),
  city text not null,
  email text,
  phone text,
  registered_on date not null
);

create table quote (
  quote_id integer primary key,
  customer_id integer not null references customer (customer_id),
  surveyor_id integer not null references employee (employee_id),
  quoted_on date not null,
  amount numeric(8,2) not null,
  status text not null check (status in ('pending', 'accepted', 'declined'))
);
comment on column quote.surveyor_id is 'Employee who looked at the goods and prepared the quote';

create table move (
  move_no integer primary key,
  quote_id integer not null unique references quote (quote_id),
  customer_id integer not null references customer (customer_id),
  depot_code char(3) not null references depot (depot_code),
  move_type text not null check (move_type in ('home', 'office', 'international')),
  from_city text not null,
  to_city text not null,
  move_date date not null,
  distance_km integer not null,
  volume_m3 numeric(5,1) not null,
  insured boolean not null,
  price numeric(8,2) not null,
  status text not null check (status in ('booked', 'completed', 'cancelled'))
);

create table crew_assignment (
  move_no integer not null references move (move_no),
  employee_id integer not null references employee (employee_id),
  hours_worked numeric(4,1) not null,
  primary key (move_no, employee_id)
);

create table vehicle_use (
  move_no integer not null references move (move_no),
  registration varchar(8) not null references vehicle (registration),
  litres_fuel numeric(6,1),
  primary key (move_no, registration)
);

create table material (
  material_id integer primary key,
  name text not null unique,
  category text not null check (category in ('box', 'wrapping', 'protection', 'tape and tools')),
  unit_price numeric(6,2) not null,
  stock_quantity integer not null
);
comment on table material is 'Packing materials';

create table material_use (
  move_no integer not null references move (move_no),
  material_id integer not null references material (material_id),
  quantity integer not null,
  primary key (move_no, material_id)
);

create table invoice (
  invoice_no integer primary key,
  move_no integer not null references move (move_no),
  issued_on date not null,
  due_on date not null,
  amount numeric(8,2) not null,
  paid_on date
);
comment on column invoice.paid_on is 'Empty while unpaid';

create table claim (
  claim_id integer primary key,
  move_no integer not null references move (move_no),
  reported_on date not null,
  item text not null,
  damage text not null check (damage in ('broken', 'scratched', 'lost', 'water damage')),
  amount_claimed numeric(8,2) not null,
  amount_paid numeric(8,2),
  status text not null check (status in ('open', 'settled', 'rejected'))
);
comment on column claim.amount_paid is 'Compensation; empty unless settled';
