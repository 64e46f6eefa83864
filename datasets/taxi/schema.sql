create table vehicle (
  fleet_no integer primary key,
  plate varchar(10) not null unique,
  make text not null,
  model text not null,
  body text not null check (body in ('saloon', 'estate', 'minivan', 'wheelchair van')),
  fuel_type text not null check (fuel_type in ('petrol', 'diesel', 'hybrid', 'electric')),
  seats smallint not null,
  bought_on date not null,
  purchase_price numeric(9,2) not null,
  odometer_km integer not null,
  status text not null check (status in ('active', 'in workshop', 'retired'))
);

create table driver (
  driver_id integer primary key,
  full_name text not null,
  home_district text not null,
  mentor_id integer references driver (driver_id),
  hired_on date not null,
  licence_expires_on date not null,
  self_employed boolean not null,
  phone text
);
comment on column driver.mentor_id is 'The experienced driver who looks after this one';

create table shift (
  shift_id integer primary key,
  driver_id integer not null references driver (driver_id),
  fleet_no integer not null references vehicle (fleet_no),
  started_at timestamp not null,
  ended_at timestamp not null,
  km_driven integer not null
);

create table corporate_account (
  account_no varchar(6) primary key,
  company_name text not null,
  sector text not null,
  opened_on date not null,
  credit_limit numeric(9,2) not null,
  discount_pct numeric(4,1) not null,
  suspended boolean not null
);

create table customer (
  customer_id integer primary key,
  full_name text not null,
  district text not null,
  account_no varchar(6) references corporate_account (account_no),
  joined_on date not null,
  email text
);
comment on column customer.account_no is 'Empty for private customers';

create table fare (
  fare_code varchar(4) primary key,
  name text not null,
  base_charge numeric(5,2) not null,
  per_km numeric(5,2) not null,
  per_minute numeric(5,2) not null
);

create table booking (
  booking_no integer primary key,
  customer_id integer not null references customer (customer_id),
  booked_at timestamp not null,
  pickup_at timestamp not null,
  pickup_district text not null,
  destination_district text not null,
  channel text not null check (channel in ('phone', 'app', 'website')),
  passengers smallint not null,
  status text not null check (status in ('open', 'completed', 'cancelled', 'no show'))
);

create table trip (
  trip_no integer primary key,
  shift_id integer not null references shift (shift_id),
  booking_no integer unique references booking (booking_no),
  fare_code varchar(4) not null references fare (fare_code),
  started_at timestamp not null,
  distance_km numeric(5,1) not null,
  duration_min integer not null,
  amount numeric(7,2) not null,
  tip numeric(6,2) not null,
  payment_method text not null check (payment_method in ('cash', 'card', 'account'))
);
comment on column trip.booking_no is 'Empty when the passenger hailed the taxi in the street';
comment on column trip.amount is 'What was charged, without the tip';

create table refuelling (
  refuelling_id integer primary key,
  fleet_no integer not null references vehicle (fleet_no),
  driver_id integer not null references driver (driver_id),
  refuelled_on date not null,
  station text not null,
  litres numeric(5,1) not null,
  cost numeric(7,2) not null
);

create table garage (
  garage_id integer primary key,
  name text not null,
  district text not null
);

create table service (
  service_no integer primary key,
  fleet_no integer not null references vehicle (fleet_no),
  garage_id integer not null references garage (garage_id),
  serviced_on date not null,
  work_done text not null,
  cost numeric(8,2) not null
);

create table complaint (
  complaint_no integer primary key,
  trip_no integer not null references trip (trip_no),
  received_on date not null,
  topic text not null,
  severity text not null check (severity in ('low', 'medium', 'high')),
  state text not null check (state in ('open', 'settled', 'rejected')),
  refund numeric(6,2)
);
