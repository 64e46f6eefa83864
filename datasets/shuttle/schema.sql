create table stop (
  stop_id integer primary key,
  stop_name text not null unique,
  town text not null,
  kind text not null check (kind in ('town centre', 'hotel', 'ski field', 'trailhead', 'airport', 'car park')),
  altitude_m integer not null,
  has_shelter boolean not null
);

create table route (
  route_code varchar(4) primary key,
  route_name text not null,
  season text not null check (season in ('winter', 'summer', 'all year')),
  distance_km numeric(5,1) not null,
  duration_min integer not null,
  launched_on date not null
);
comment on column route.duration_min is 'Planned minutes from the first stop to the last';

create table route_stop (
  route_code varchar(4) not null references route (route_code),
  position smallint not null,
  stop_id integer not null references stop (stop_id),
  minutes_from_start integer not null,
  primary key (route_code, position)
);

create table vehicle (
  vehicle_id integer primary key,
  plate varchar(7) not null unique,
  make text not null,
  model text not null,
  seats smallint not null,
  bike_racks smallint not null,
  fuel text not null check (fuel in ('diesel', 'petrol', 'electric', 'hybrid')),
  bought_on date not null,
  purchase_price numeric(9,2) not null,
  status text not null check (status in ('in service', 'workshop', 'retired'))
);
comment on column vehicle.bike_racks is 'Bikes that the rack and the trailer hold together';

create table driver (
  driver_id integer primary key,
  first_name text not null,
  last_name text not null,
  trainer_id integer references driver (driver_id),
  home_town text not null,
  hired_on date not null,
  hourly_wage numeric(5,2) not null,
  licence_expires date not null,
  phone text
);
comment on column driver.trainer_id is 'The colleague who trained this driver; empty for those who came trained';

create table fare (
  fare_id integer primary key,
  route_code varchar(4) not null references route (route_code),
  category text not null check (category in ('adult', 'child', 'senior')),
  price numeric(6,2) not null,
  unique (route_code, category)
);
comment on column fare.price is 'NZD for one seat';

create table departure (
  departure_id integer primary key,
  route_code varchar(4) not null references route (route_code),
  vehicle_id integer not null references vehicle (vehicle_id),
  driver_id integer not null references driver (driver_id),
  leaves_at timestamp not null,
  status text not null check (status in ('scheduled', 'completed', 'cancelled')),
  delay_min integer
);
comment on column departure.delay_min is 'Minutes late at the last stop; 0 on time, empty unless completed';

create table passenger (
  passenger_id integer primary key,
  full_name text not null,
  email text,
  country text not null,
  birth_date date,
  registered_on date not null,
  newsletter boolean not null
);

create table booking (
  booking_id integer primary key,
  passenger_id integer not null references passenger (passenger_id),
  departure_id integer not null references departure (departure_id),
  fare_id integer not null references fare (fare_id),
  pickup_stop_id integer not null references stop (stop_id),
  dropoff_stop_id integer not null references stop (stop_id),
  booked_at timestamp not null,
  seats smallint not null,
  bikes smallint not null,
  ski_sets smallint not null,
  channel text not null check (channel in ('website', 'phone', 'app', 'hotel desk')),
  amount numeric(8,2) not null,
  status text not null check (status in ('confirmed', 'travelled', 'no show', 'cancelled'))
);
comment on column booking.amount is 'NZD for all seats and bikes of the booking';

create table refund (
  refund_id integer primary key,
  booking_id integer not null unique references booking (booking_id),
  refunded_on date not null,
  amount numeric(8,2) not null
);

create table incident (
  incident_id integer primary key,
  departure_id integer not null references departure (departure_id),
  reported_on date not null,
  kind text not null check (kind in ('breakdown', 'collision', 'injury', 'lost property', 'damaged gear', 'road closure')),
  severity text not null check (severity in ('minor', 'serious', 'critical')),
  cost numeric(9,2),
  resolved_on date
);
comment on column incident.cost is 'NZD; empty while not known';

create table feedback (
  feedback_id integer primary key,
  booking_id integer not null unique references booking (booking_id),
  given_on date not null,
  rating smallint not null check (rating between 1 and 5),
  remark text
);
