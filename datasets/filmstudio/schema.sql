create table supplier (
  supplier_id integer primary key,
  supplier_name text not null,
  trade text not null check (trade in ('camera', 'lighting', 'sound', 'catering', 'transport', 'costume', 'props', 'post house')),
  city text not null,
  email text,
  preferred boolean not null,
  payment_days integer not null
);
comment on column supplier.preferred is 'On our list of preferred suppliers';
comment on column supplier.payment_days is 'Days we have to pay their invoices';

create table crew_member (
  crew_id integer primary key,
  full_name text not null,
  department text not null check (department in ('direction', 'camera', 'sound', 'lighting', 'art', 'costume', 'production', 'editing')),
  job_title text not null,
  supervisor_id integer references crew_member (crew_id),
  freelance boolean not null,
  day_rate numeric(8,2) not null,
  hired_on date not null,
  home_city text not null,
  phone text
);
comment on column crew_member.supervisor_id is 'Who they report to; empty for heads of department';

create table film (
  film_id integer primary key,
  title text not null,
  genre text not null,
  status text not null check (status in ('development', 'pre-production', 'shooting', 'post-production', 'released', 'shelved')),
  director_id integer references crew_member (crew_id),
  budget numeric(12,2) not null,
  greenlit_on date not null,
  release_date date,
  running_time integer,
  sequel_to integer references film (film_id)
);
comment on table film is 'Everything the company makes or plans to make';
comment on column film.running_time is 'Minutes; empty until the final cut';
comment on column film.sequel_to is 'The film this one continues';

create table actor (
  actor_id integer primary key,
  full_name text not null,
  nationality text not null,
  born_on date not null,
  agency text,
  union_member boolean not null
);
comment on column actor.agency is 'Empty when they represent themselves';

create table role (
  role_id integer primary key,
  film_id integer not null references film (film_id),
  actor_id integer references actor (actor_id),
  character_name text not null,
  role_type text not null check (role_type in ('lead', 'supporting', 'cameo')),
  fee numeric(10,2),
  signed_on date
);
comment on column role.actor_id is 'Empty until the role is cast';

create table location (
  location_id integer primary key,
  location_name text not null,
  city text not null,
  country text not null,
  kind text not null check (kind in ('studio', 'interior', 'exterior')),
  daily_fee numeric(9,2) not null,
  permit_needed boolean not null
);

create table shooting_day (
  day_id integer primary key,
  film_id integer not null references film (film_id),
  location_id integer not null references location (location_id),
  shoot_date date not null,
  call_time time not null,
  overtime_hours numeric(4,1),
  outcome text not null check (outcome in ('scheduled', 'completed', 'rained off', 'cancelled')),
  unique (film_id, shoot_date)
);

create table scene (
  scene_id integer primary key,
  film_id integer not null references film (film_id),
  scene_no integer not null,
  heading text not null,
  location_id integer references location (location_id),
  time_of_day text not null check (time_of_day in ('day', 'night', 'dawn', 'dusk')),
  pages numeric(4,2) not null,
  takes integer,
  day_id integer references shooting_day (day_id),
  unique (film_id, scene_no)
);
comment on column scene.pages is 'Length in script pages';
comment on column scene.takes is 'Number of takes; empty until it is in the can';
comment on column scene.day_id is 'The day on which it was shot';

create table assignment (
  film_id integer not null references film (film_id),
  crew_id integer not null references crew_member (crew_id),
  starts_on date not null,
  ends_on date,
  primary key (film_id, crew_id)
);
comment on table assignment is 'Which crew work on which film';

create table equipment (
  equipment_id integer primary key,
  item_name text not null,
  category text not null check (category in ('camera', 'lens', 'light', 'microphone', 'crane', 'drone')),
  supplier_id integer not null references supplier (supplier_id),
  daily_price numeric(8,2) not null
);

create table equipment_hire (
  hire_id integer primary key,
  film_id integer not null references film (film_id),
  equipment_id integer not null references equipment (equipment_id),
  hired_on date not null,
  due_back date not null,
  returned_on date,
  hire_cost numeric(10,2) not null,
  deposit numeric(9,2)
);

create table expense (
  expense_id integer primary key,
  film_id integer not null references film (film_id),
  supplier_id integer references supplier (supplier_id),
  approver_id integer references crew_member (crew_id),
  category text not null check (category in ('catering', 'travel', 'accommodation', 'set building', 'costumes', 'insurance', 'visual effects', 'fuel')),
  amount numeric(10,2) not null,
  incurred_on date not null,
  state text not null check (state in ('submitted', 'approved', 'paid', 'rejected'))
);
