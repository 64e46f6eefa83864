create table boat_model (
  model_code varchar(6) primary key,
  model_name text not null unique,
  kind text not null check (kind in ('sailing yacht', 'motor yacht', 'catamaran', 'day boat')),
  length_m numeric(4,1) not null,
  beam_m numeric(3,1) not null,
  berths smallint not null,
  base_price numeric(11,2) not null,
  introduced date not null,
  discontinued_on date
);
comment on column boat_model.base_price is 'List price without extras, in euros';
comment on column boat_model.discontinued_on is 'Empty while the model can still be ordered';

create table customer (
  customer_id integer primary key,
  customer_name text not null,
  customer_type text not null check (customer_type in ('private', 'charter company', 'dealer')),
  city text not null,
  country text not null,
  email text,
  phone text,
  first_contact date not null,
  referred_by integer references customer (customer_id)
);
comment on column customer.referred_by is 'Customer who recommended us';

create table worker (
  worker_id integer primary key,
  full_name text not null,
  trade text not null check (trade in ('laminator', 'boatbuilder', 'joiner', 'rigger', 'electrician', 'mechanic', 'painter', 'project manager')),
  foreman_id integer references worker (worker_id),
  hired_on date not null,
  left_on date,
  hourly_wage numeric(5,2) not null,
  apprentice boolean not null default false
);
comment on column worker.left_on is 'Empty while employed';

create table build_order (
  hull_no varchar(8) primary key,
  boat_name text,
  model_code varchar(6) not null references boat_model (model_code),
  customer_id integer not null references customer (customer_id),
  manager_id integer not null references worker (worker_id),
  ordered_on date not null,
  keel_laid_on date,
  launched_on date,
  promised_on date not null,
  handed_over_on date,
  stage text not null check (stage in ('ordered', 'in build', 'launched', 'handed over', 'cancelled')),
  hull_colour text not null,
  price numeric(11,2) not null,
  check ((stage = 'handed over') = (handed_over_on is not null))
);
comment on table build_order is 'One row a boat ordered from the yard';
comment on column build_order.manager_id is 'Project manager in charge';
comment on column build_order.promised_on is 'Delivery date in the contract';
comment on column build_order.price is 'Contract price with extras, in euros';

create table task (
  task_id integer primary key,
  hull_no varchar(8) not null references build_order (hull_no),
  title text not null,
  area text not null check (area in ('hull', 'deck', 'interior', 'rig', 'engine', 'electrics', 'paint')),
  lead_id integer not null references worker (worker_id),
  planned_hours numeric(6,1) not null,
  state text not null check (state in ('planned', 'under way', 'blocked', 'done')),
  started_on date,
  finished_on date
);
comment on column task.lead_id is 'Worker responsible for the task';

create table work_log (
  task_id integer not null references task (task_id),
  worker_id integer not null references worker (worker_id),
  worked_on date not null,
  hours numeric(4,1) not null check (hours > 0),
  primary key (task_id, worker_id, worked_on)
);

create table supplier (
  supplier_id integer primary key,
  supplier_name text not null,
  city text not null,
  country text not null,
  lead_time_days integer not null,
  payment_terms text,
  since date not null
);

create table part (
  part_no varchar(10) primary key,
  description text not null,
  category text not null,
  supplier_id integer not null references supplier (supplier_id),
  unit_cost numeric(9,2) not null,
  on_hand integer not null,
  reorder_level integer not null
);
comment on column part.unit_cost is 'What we pay for one, in euros';

create table part_use (
  hull_no varchar(8) not null references build_order (hull_no),
  part_no varchar(10) not null references part (part_no),
  quantity integer not null check (quantity > 0),
  fitted_on date not null,
  primary key (hull_no, part_no)
);
comment on table part_use is 'Parts fitted to each boat';

create table sea_trial (
  trial_id integer primary key,
  hull_no varchar(8) not null references build_order (hull_no),
  trial_date date not null,
  skipper_id integer not null references worker (worker_id),
  wind_knots smallint not null,
  top_speed numeric(4,1),
  passed boolean not null,
  remarks text
);
comment on column sea_trial.top_speed is 'Knots; empty when the trial was broken off';

create table snag (
  trial_id integer not null references sea_trial (trial_id),
  line_no smallint not null,
  description text not null,
  area text not null,
  severity text not null check (severity in ('minor', 'major', 'critical')),
  fixed_on date,
  primary key (trial_id, line_no)
);
comment on table snag is 'Faults found on a sea trial';

create table payment (
  payment_id integer primary key,
  hull_no varchar(8) not null references build_order (hull_no),
  milestone text not null check (milestone in ('deposit', 'keel', 'launch', 'handover')),
  amount numeric(11,2) not null,
  due_on date not null,
  paid_on date,
  method text check (method in ('bank transfer', 'letter of credit', 'cheque'))
);
comment on column payment.paid_on is 'Empty while the instalment is open';
