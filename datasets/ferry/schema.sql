create table port (
  port_code char(3) primary key,
  port_name text not null,
  country text not null,
  berths smallint not null,
  shore_power boolean not null
);
comment on column port.shore_power is 'Ships can plug in while alongside';

create table vessel (
  vessel_id integer primary key,
  vessel_name text not null unique,
  built_year integer not null,
  home_port char(3) not null references port (port_code),
  passenger_capacity integer not null,
  car_deck_metres integer not null,
  fuel text not null check (fuel in ('diesel', 'LNG', 'hybrid', 'electric')),
  state text not null check (state in ('in service', 'in refit', 'laid up'))
);
comment on column vessel.car_deck_metres is 'Lane metres for vehicles; 0 for passenger-only craft';

create table route (
  route_id integer primary key,
  route_name text not null unique,
  origin_port char(3) not null references port (port_code),
  destination_port char(3) not null references port (port_code),
  distance_nm numeric(5,1) not null,
  crossing_min integer not null,
  season text not null check (season in ('all year', 'summer only'))
);
comment on column route.crossing_min is 'Planned crossing time in minutes';

create table crew_member (
  crew_id integer primary key,
  full_name text not null,
  job_title text not null,
  vessel_id integer references vessel (vessel_id),
  supervisor_id integer references crew_member (crew_id),
  hired_on date not null,
  monthly_wage numeric(8,2) not null,
  phone text
);
comment on column crew_member.vessel_id is 'Empty for relief crew';

create table sailing (
  sailing_id integer primary key,
  route_id integer not null references route (route_id),
  vessel_id integer not null references vessel (vessel_id),
  captain_id integer not null references crew_member (crew_id),
  departs_at timestamp not null,
  delay_min integer,
  status text not null check (status in ('scheduled', 'completed', 'cancelled'))
);
comment on column sailing.delay_min is 'Minutes late on departure; empty unless the sailing took place';

create table customer (
  customer_id integer primary key,
  full_name text not null,
  email text,
  town text not null,
  country text not null,
  registered_on date not null,
  loyalty_tier text check (loyalty_tier in ('bronze', 'silver', 'gold'))
);
comment on column customer.loyalty_tier is 'Empty when not in the loyalty scheme';

create table booking (
  booking_ref char(6) primary key,
  customer_id integer not null references customer (customer_id),
  sailing_id integer not null references sailing (sailing_id),
  booked_on date not null,
  channel text not null check (channel in ('web', 'phone', 'agent', 'counter')),
  status text not null check (status in ('confirmed', 'cancelled', 'no-show')),
  total_price numeric(9,2) not null
);

create table passenger (
  booking_ref char(6) not null references booking (booking_ref),
  seq_no smallint not null,
  full_name text not null,
  passenger_type text not null check (passenger_type in ('adult', 'child', 'infant', 'senior')),
  nationality text not null,
  fare numeric(7,2) not null,
  primary key (booking_ref, seq_no)
);

create table vehicle (
  vehicle_id integer primary key,
  booking_ref char(6) not null references booking (booking_ref),
  vehicle_type text not null check (vehicle_type in ('car', 'van', 'motorhome', 'motorcycle', 'lorry', 'bicycle')),
  plate text,
  length_m numeric(4,1) not null,
  fare numeric(7,2) not null
);
comment on column vehicle.plate is 'Empty for bicycles';

create table onboard_sale (
  sale_id integer primary key,
  sailing_id integer not null references sailing (sailing_id),
  outlet text not null check (outlet in ('restaurant', 'bar', 'shop', 'café')),
  amount numeric(8,2) not null,
  paid_by text not null check (paid_by in ('card', 'cash'))
);
comment on table onboard_sale is 'Receipts from the tills on board';

create table repair (
  repair_id integer primary key,
  vessel_id integer not null references vessel (vessel_id),
  description text not null,
  yard text not null,
  started_on date not null,
  finished_on date,
  cost numeric(10,2)
);
comment on column repair.cost is 'Empty until the yard has billed';
