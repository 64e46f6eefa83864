create table venue (
  venue_id integer primary key,
  venue_name text not null,
  town text not null,
  postcode text not null,
  venue_type text not null check (venue_type in ('donor centre', 'church hall', 'sports club', 'workplace', 'school')),
  beds smallint not null,
  step_free boolean not null
);
comment on column venue.beds is 'Donation chairs and beds that fit in';

create table staff (
  staff_id integer primary key,
  full_name text not null,
  role text not null check (role in ('nurse', 'donor carer', 'driver', 'laboratory technician', 'manager')),
  supervisor_id integer references staff (staff_id),
  hired_on date not null,
  salary numeric(9,2) not null,
  email text
);

create table donor (
  donor_id integer primary key,
  first_name text not null,
  last_name text not null,
  sex char(1) not null check (sex in ('F', 'M')),
  born_on date not null,
  blood_group varchar(3) not null check (blood_group in ('O+', 'O-', 'A+', 'A-', 'B+', 'B-', 'AB+', 'AB-')),
  town text not null,
  email text,
  weight_kg numeric(5,1),
  registered_on date not null,
  standing text not null check (standing in ('active', 'suspended', 'retired')),
  recruited_by integer references donor (donor_id)
);
comment on column donor.recruited_by is 'The donor who brought this one along';

create table session (
  session_id integer primary key,
  venue_id integer not null references venue (venue_id),
  leader_id integer not null references staff (staff_id),
  held_on date not null,
  slots integer not null,
  status text not null check (status in ('planned', 'held', 'cancelled'))
);
comment on column session.slots is 'How many donors can be booked in';
comment on column session.leader_id is 'Nurse in charge of the day';

create table appointment (
  appointment_id integer primary key,
  donor_id integer not null references donor (donor_id),
  session_id integer not null references session (session_id),
  booked_on date not null,
  channel text not null check (channel in ('app', 'website', 'phone', 'walk-in')),
  attendance text not null check (attendance in ('expected', 'attended', 'missed', 'called off'))
);

create table donation (
  donation_no varchar(10) primary key,
  appointment_id integer not null unique references appointment (appointment_id),
  donor_id integer not null references donor (donor_id),
  session_id integer not null references session (session_id),
  taken_by integer not null references staff (staff_id),
  donation_type text not null check (donation_type in ('whole blood', 'plasma', 'platelets')),
  donated_on date not null,
  volume_ml integer not null,
  haemoglobin numeric(4,1) not null,
  fainted boolean not null
);
comment on column donation.haemoglobin is 'g/l by fingerprick before the donation';
comment on column donation.fainted is 'Donor fainted during or after';

create table lab_test (
  donation_no varchar(10) not null references donation (donation_no),
  marker text not null check (marker in ('HIV', 'hepatitis B', 'hepatitis C', 'syphilis')),
  technician_id integer not null references staff (staff_id),
  tested_on date not null,
  result text not null check (result in ('negative', 'reactive', 'inconclusive')),
  primary key (donation_no, marker)
);

create table blood_unit (
  unit_no integer primary key,
  donation_no varchar(10) not null references donation (donation_no),
  component text not null check (component in ('red cells', 'plasma', 'platelets')),
  volume_ml integer not null,
  made_on date not null,
  expires_on date not null,
  state text not null check (state in ('quarantined', 'in stock', 'issued', 'expired', 'discarded'))
);
comment on table blood_unit is 'Bags made out of a donation';

create table hospital (
  hospital_code char(4) primary key,
  hospital_name text not null,
  town text not null,
  wards integer not null,
  trauma_centre boolean not null,
  contract_since date not null
);

create table delivery (
  delivery_id integer primary key,
  hospital_code char(4) not null references hospital (hospital_code),
  driver_id integer not null references staff (staff_id),
  urgency text not null check (urgency in ('routine', 'urgent', 'blue light')),
  sent_at timestamp not null,
  arrived_at timestamp,
  distance_km numeric(5,1) not null
);

create table delivery_unit (
  delivery_id integer not null references delivery (delivery_id),
  unit_no integer not null unique references blood_unit (unit_no),
  charge numeric(8,2) not null,
  primary key (delivery_id, unit_no)
);
comment on column delivery_unit.charge is 'What the hospital pays for the bag';

create table deferral (
  deferral_id integer primary key,
  donor_id integer not null references donor (donor_id),
  reason text not null,
  starts_on date not null,
  ends_on date
);
comment on column deferral.ends_on is 'Empty when the donor may never give again';
