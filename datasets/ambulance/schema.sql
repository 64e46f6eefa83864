create table station (
  station_code varchar(4) primary key,
  name text not null,
  town text not null,
  phone text,
  opened_on date not null,
  bays smallint not null
);
comment on column station.bays is 'Parking places for vehicles';

create table vehicle (
  vehicle_id integer primary key,
  call_sign varchar(8) not null unique,
  registration varchar(10) not null,
  vehicle_type text not null check (vehicle_type in ('emergency ambulance', 'rapid response car', 'patient transport', 'motorbike')),
  make text not null,
  station_code varchar(4) not null references station (station_code),
  commissioned_on date not null,
  mileage integer not null,
  state text not null check (state in ('in service', 'in workshop', 'retired'))
);
comment on column vehicle.mileage is 'Kilometres on the clock';

create table staff (
  staff_id integer primary key,
  full_name text not null,
  grade text not null check (grade in ('paramedic', 'technician', 'driver', 'emergency doctor', 'dispatcher')),
  station_code varchar(4) not null references station (station_code),
  supervisor_id integer references staff (staff_id),
  hired_on date not null,
  hourly_pay numeric(6,2) not null,
  email text
);

create table hospital (
  hospital_id integer primary key,
  name text not null,
  town text not null,
  beds integer not null,
  trauma_centre boolean not null,
  phone text
);

create table patient (
  patient_id integer primary key,
  first_name text not null,
  last_name text not null,
  sex char(1) not null check (sex in ('f', 'm')),
  born_on date not null,
  town text not null,
  insurer text
);

create table emergency_call (
  call_no integer primary key,
  received_at timestamp not null,
  dispatcher_id integer not null references staff (staff_id),
  town text not null,
  complaint text not null,
  priority smallint not null check (priority between 1 and 4),
  outcome text not null check (outcome in ('vehicle sent', 'advice given', 'hoax', 'duplicate'))
);
comment on column emergency_call.priority is '1 is the most urgent';

create table mission (
  mission_no integer primary key,
  call_no integer references emergency_call (call_no),
  vehicle_id integer not null references vehicle (vehicle_id),
  patient_id integer references patient (patient_id),
  hospital_id integer references hospital (hospital_id),
  mission_type text not null check (mission_type in ('emergency', 'planned transport', 'transfer')),
  dispatched_at timestamp not null,
  response_min integer,
  distance_km numeric(6,1) not null,
  status text not null check (status in ('completed', 'aborted', 'under way'))
);
comment on column mission.call_no is 'Empty for planned transports and transfers';
comment on column mission.response_min is 'Minutes from dispatch to arrival at the patient';

create table mission_crew (
  mission_no integer not null references mission (mission_no),
  staff_id integer not null references staff (staff_id),
  primary key (mission_no, staff_id)
);

create table shift (
  shift_id integer primary key,
  staff_id integer not null references staff (staff_id),
  shift_date date not null,
  kind text not null check (kind in ('day', 'night')),
  hours numeric(4,1) not null
);

create table equipment (
  serial_no varchar(10) primary key,
  item_name text not null,
  vehicle_id integer not null references vehicle (vehicle_id),
  bought_on date not null,
  purchase_price numeric(9,2) not null
);

create table equipment_check (
  check_id integer primary key,
  serial_no varchar(10) not null references equipment (serial_no),
  checked_by integer not null references staff (staff_id),
  checked_on date not null,
  passed boolean not null,
  remark text
);

create table invoice (
  invoice_no integer primary key,
  mission_no integer not null unique references mission (mission_no),
  issued_on date not null,
  amount numeric(8,2) not null,
  paid_on date
);
