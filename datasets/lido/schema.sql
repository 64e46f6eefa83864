create table pool (
  pool_code char(3) primary key,
  name text not null,
  town text not null,
  length_m numeric(5,1) not null,
  heated boolean not null,
  capacity integer not null,
  opened_year integer not null,
  phone text
);
comment on table pool is 'The open-air pools the company runs';
comment on column pool.capacity is 'Most bathers allowed in at one time';

create table opening_day (
  pool_code char(3) not null references pool (pool_code),
  day date not null,
  opens time not null,
  closes time not null,
  weather text not null check (weather in ('sunny', 'cloudy', 'rain', 'storm')),
  air_temp numeric(4,1),
  attendance integer,
  closed_early boolean not null default false,
  primary key (pool_code, day)
);
comment on column opening_day.attendance is 'Bathers counted at the turnstile; empty when the counter failed';
comment on column opening_day.air_temp is 'Degrees Celsius at noon';

create table visitor (
  visitor_id integer primary key,
  first_name text not null,
  last_name text not null,
  born date,
  town text not null,
  email text,
  registered date not null,
  newsletter boolean not null
);
comment on table visitor is 'People with an account; others buy at the gate without a name';

create table ticket (
  ticket_no integer primary key,
  pool_code char(3) not null references pool (pool_code),
  visitor_id integer references visitor (visitor_id),
  kind text not null check (kind in ('adult', 'child', 'senior', 'family', 'evening')),
  sold_on date not null,
  channel text not null check (channel in ('gate', 'online', 'app')),
  price numeric(6,2) not null,
  used boolean not null
);
comment on column ticket.visitor_id is 'Empty when bought without an account';

create table season_pass (
  pass_no varchar(10) primary key,
  visitor_id integer not null references visitor (visitor_id),
  home_pool char(3) references pool (pool_code),
  season smallint not null,
  kind text not null check (kind in ('adult', 'junior', 'senior', 'family')),
  bought_on date not null,
  price numeric(7,2) not null,
  state text not null check (state in ('active', 'expired', 'revoked'))
);
comment on column season_pass.home_pool is 'Empty when the pass is good at all pools';

create table instructor (
  instructor_id integer primary key,
  full_name text not null,
  pool_code char(3) not null references pool (pool_code),
  qualification text,
  hourly_fee numeric(6,2) not null,
  started date not null,
  left_on date
);

create table lifeguard (
  lifeguard_id integer primary key,
  full_name text not null,
  pool_code char(3) not null references pool (pool_code),
  leader_id integer references lifeguard (lifeguard_id),
  grade text not null check (grade in ('trainee', 'lifeguard', 'senior', 'head')),
  hired date not null,
  hourly_wage numeric(6,2) not null,
  first_aid_expires date
);
comment on column lifeguard.leader_id is 'Who leads the team the lifeguard is in';

create table lesson (
  lesson_id integer primary key,
  pool_code char(3) not null references pool (pool_code),
  instructor_id integer not null references instructor (instructor_id),
  visitor_id integer not null references visitor (visitor_id),
  stroke text not null,
  level text not null check (level in ('beginner', 'improver', 'advanced')),
  starts_at timestamp not null,
  minutes smallint not null,
  fee numeric(6,2) not null,
  status text not null check (status in ('booked', 'held', 'missed', 'cancelled'))
);
comment on table lesson is 'One-to-one swimming lessons';

create table shift (
  shift_id integer primary key,
  lifeguard_id integer not null references lifeguard (lifeguard_id),
  pool_code char(3) not null references pool (pool_code),
  shift_date date not null,
  post text not null check (post in ('tower', 'poolside', 'entrance')),
  hours numeric(4,1) not null
);

create table kiosk_sale (
  sale_no integer primary key,
  pool_code char(3) not null references pool (pool_code),
  sold_at timestamp not null,
  article text not null,
  category text not null check (category in ('ice cream', 'drinks', 'snacks', 'swimwear')),
  quantity integer not null check (quantity > 0),
  unit_price numeric(6,2) not null,
  paid_by text not null check (paid_by in ('cash', 'card'))
);

create table incident (
  incident_no integer primary key,
  pool_code char(3) not null references pool (pool_code),
  lifeguard_id integer references lifeguard (lifeguard_id),
  visitor_id integer references visitor (visitor_id),
  happened_at timestamp not null,
  kind text not null check (kind in ('slip', 'rescue', 'theft', 'injury', 'misconduct')),
  severity smallint not null check (severity between 1 and 3),
  ambulance boolean not null,
  description text
);
comment on column incident.lifeguard_id is 'Who dealt with it';
comment on column incident.severity is '1 minor, 2 moderate, 3 serious';

create table water_test (
  test_id integer primary key,
  pool_code char(3) not null references pool (pool_code),
  tested_by integer not null references lifeguard (lifeguard_id),
  tested_at timestamp not null,
  ph numeric(4,2) not null,
  chlorine numeric(4,2) not null,
  temperature numeric(4,1),
  passed boolean not null
);
comment on column water_test.chlorine is 'Free chlorine, mg per litre';
