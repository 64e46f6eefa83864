create table motels (
  motel_code char(3) primary key,
  motel_name text not null unique,
  highway text not null,
  town text not null,
  state char(2) not null,
  opened_on date not null,
  phone text,
  has_pool boolean not null
);

create table room_types (
  type_code varchar(4) primary key,
  type_name text not null,
  beds smallint not null,
  max_guests smallint not null,
  list_rate numeric(7,2) not null
);
comment on column room_types.list_rate is 'US dollars a night before any discount';

create table rooms (
  motel_code char(3) not null references motels (motel_code),
  room_no smallint not null,
  type_code varchar(4) not null references room_types (type_code),
  floor smallint not null,
  smoking boolean not null,
  condition text not null check (condition in ('ready', 'occupied', 'to be cleaned', 'out of order')),
  renovated_on date,
  primary key (motel_code, room_no)
);
comment on column rooms.renovated_on is 'Last renovation; empty when never renovated';

create table guests (
  guest_id integer primary key,
  first_name text not null,
  last_name text not null,
  home_town text not null,
  home_state char(2) not null,
  email text,
  phone text,
  loyalty_tier text check (loyalty_tier in ('bronze', 'silver', 'gold')),
  registered_on date not null
);
comment on column guests.loyalty_tier is 'Empty when the guest is not in the loyalty programme';

create table stays (
  stay_id integer primary key,
  guest_id integer not null references guests (guest_id),
  motel_code char(3) not null references motels (motel_code),
  room_no smallint not null,
  booked_on date not null,
  check_in date not null,
  check_out date not null check (check_out > check_in),
  party_size smallint not null,
  nightly_rate numeric(7,2) not null,
  channel text not null check (channel in ('walk-in', 'phone', 'website', 'agency')),
  stay_status text not null check (stay_status in ('booked', 'checked in', 'checked out', 'cancelled', 'no-show')),
  license_plate text,
  foreign key (motel_code, room_no) references rooms (motel_code, room_no)
);
comment on table stays is 'Bookings of rooms, those cancelled included';

create table charges (
  charge_id integer primary key,
  stay_id integer not null references stays (stay_id),
  charge_kind text not null check (charge_kind in ('room', 'minibar', 'laundry', 'parking', 'pet fee', 'damage')),
  amount numeric(8,2) not null,
  posted_at timestamp not null,
  settled boolean not null
);
comment on column charges.settled is 'False while the guest still owes it';

create table staff (
  staff_id integer primary key,
  full_name text not null,
  motel_code char(3) not null references motels (motel_code),
  job_title text not null,
  hourly_wage numeric(6,2) not null,
  hired_on date not null,
  left_on date,
  supervisor_id integer references staff (staff_id)
);

create table shifts (
  shift_id integer primary key,
  staff_id integer not null references staff (staff_id),
  department text not null check (department in ('front desk', 'kitchen', 'dining room', 'housekeeping', 'maintenance')),
  starts_at timestamp not null,
  ends_at timestamp not null check (ends_at > starts_at),
  shift_status text not null check (shift_status in ('planned', 'worked', 'missed'))
);

create table menu_items (
  item_code varchar(5) primary key,
  item_name text not null unique,
  section text not null check (section in ('breakfast', 'mains', 'sides', 'desserts', 'drinks')),
  price numeric(6,2) not null,
  food_cost numeric(6,2) not null,
  vegetarian boolean not null,
  calories integer
);

create table meal_orders (
  meal_order_id integer primary key,
  motel_code char(3) not null references motels (motel_code),
  stay_id integer references stays (stay_id),
  server_id integer not null references staff (staff_id),
  ordered_at timestamp not null,
  served_as text not null check (served_as in ('dine-in', 'takeaway', 'room service')),
  paid_by text not null check (paid_by in ('cash', 'card', 'room bill')),
  tip numeric(6,2)
);
comment on column meal_orders.stay_id is 'Empty for passers-by who do not stay the night';

create table meal_order_lines (
  meal_order_id integer not null references meal_orders (meal_order_id),
  line_no smallint not null,
  item_code varchar(5) not null references menu_items (item_code),
  quantity smallint not null check (quantity > 0),
  unit_price numeric(6,2) not null,
  primary key (meal_order_id, line_no)
);

create table maintenance_jobs (
  job_id integer primary key,
  motel_code char(3) not null references motels (motel_code),
  room_no smallint,
  trade text not null check (trade in ('plumbing', 'electrical', 'heating and cooling', 'carpentry', 'painting')),
  priority smallint not null check (priority between 1 and 3),
  reported_on date not null,
  fixed_on date,
  job_status text not null check (job_status in ('open', 'in progress', 'done')),
  cost numeric(8,2),
  assigned_to integer references staff (staff_id),
  foreign key (motel_code, room_no) references rooms (motel_code, room_no)
);
comment on column maintenance_jobs.priority is '1 urgent, 2 normal, 3 can wait';
comment on column maintenance_jobs.room_no is 'Empty when the job is not in a guest room';
