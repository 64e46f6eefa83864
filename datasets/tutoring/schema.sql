create table subjects (
  subject_id integer primary key,
  name text not null unique,
  department text not null check (department in ('Sciences', 'Languages', 'Humanities', 'Arts', 'Mathematics and Computing'))
);

create table tutors (
  tutor_id integer primary key,
  first_name text not null,
  last_name text not null,
  email text not null unique,
  city text not null,
  hourly_rate numeric(6,2) not null,
  joined_on date not null,
  status text not null check (status in ('active', 'paused', 'suspended')),
  background_checked boolean not null,
  referred_by integer references tutors (tutor_id)
);
comment on column tutors.hourly_rate is 'List price in pounds; the rate agreed with the parent stands in the booking';
comment on column tutors.referred_by is 'The tutor who brought this one to the platform';

create table qualifications (
  qualification_id integer primary key,
  tutor_id integer not null references tutors (tutor_id),
  title text not null,
  institution text not null,
  awarded_year smallint not null,
  verified boolean not null
);

create table tutor_subjects (
  tutor_id integer not null references tutors (tutor_id),
  subject_id integer not null references subjects (subject_id),
  level text not null check (level in ('primary', 'GCSE', 'A-level', 'university')),
  primary key (tutor_id, subject_id)
);
comment on table tutor_subjects is 'What each tutor offers, with the highest level taught';

create table parents (
  parent_id integer primary key,
  first_name text not null,
  last_name text not null,
  email text not null unique,
  phone text,
  city text not null,
  signed_up_on date not null
);

create table pupils (
  pupil_id integer primary key,
  parent_id integer not null references parents (parent_id),
  first_name text not null,
  last_name text not null,
  birth_date date not null,
  school_year smallint not null check (school_year between 1 and 13),
  school text
);

create table bookings (
  booking_id integer primary key,
  pupil_id integer not null references pupils (pupil_id),
  tutor_id integer not null references tutors (tutor_id),
  subject_id integer not null references subjects (subject_id),
  booked_on date not null,
  hours_booked numeric(5,2) not null,
  agreed_rate numeric(6,2) not null,
  status text not null check (status in ('requested', 'confirmed', 'completed', 'cancelled')),
  is_trial boolean not null default false
);

create table lessons (
  lesson_id integer primary key,
  booking_id integer not null references bookings (booking_id),
  starts_at timestamp not null,
  duration_min integer not null,
  mode text not null check (mode in ('online', 'in person')),
  status text not null check (status in ('scheduled', 'held', 'missed', 'cancelled')),
  homework text
);

create table payments (
  payment_id integer primary key,
  booking_id integer not null references bookings (booking_id),
  paid_on date not null,
  amount numeric(8,2) not null,
  platform_fee numeric(8,2) not null,
  method text not null check (method in ('card', 'direct debit', 'PayPal', 'voucher')),
  refunded_on date
);
comment on column payments.platform_fee is 'Our share of the amount';

create table payouts (
  payout_id integer primary key,
  tutor_id integer not null references tutors (tutor_id),
  paid_on date not null,
  amount numeric(8,2) not null
);

create table ratings (
  rating_id integer primary key,
  lesson_id integer not null unique references lessons (lesson_id),
  stars smallint not null check (stars between 1 and 5),
  comment text,
  rated_on date not null
);
