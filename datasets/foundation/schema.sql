create table staff (
  staff_id integer primary key,
  first_name text not null,
  last_name text not null,
  job_title text not null,
  manager_id integer references staff (staff_id),
  hired_on date not null,
  salary numeric(9,2) not null,
  email text
);

create table programme (
  programme_code varchar(5) primary key,
  title text not null,
  theme text not null,
  lead_id integer not null references staff (staff_id),
  annual_budget numeric(11,2) not null,
  max_award numeric(10,2) not null,
  opened_on date not null,
  closed_on date
);
comment on column programme.closed_on is 'Empty while applications are taken';
comment on column programme.max_award is 'The most that one grant of the programme may be, in GBP';

create table applicant (
  applicant_id integer primary key,
  org_name text not null,
  org_type text not null check (org_type in ('registered charity', 'community group', 'social enterprise', 'school', 'university')),
  town text not null,
  region text not null,
  founded_year integer,
  annual_income numeric(11,2),
  contact_name text not null,
  contact_email text,
  registered_on date not null
);
comment on table applicant is 'Organisations that have signed up on our portal';

create table trustee (
  trustee_id integer primary key,
  full_name text not null,
  position text not null check (position in ('chair', 'vice chair', 'treasurer', 'member')),
  profession text not null,
  home_town text not null,
  appointed_on date not null,
  term_ends date not null
);

create table board_meeting (
  meeting_id integer primary key,
  held_on date not null,
  venue text not null,
  chaired_by integer not null references trustee (trustee_id),
  duration_min integer not null,
  minutes_approved boolean not null
);

create table attendance (
  meeting_id integer not null references board_meeting (meeting_id),
  trustee_id integer not null references trustee (trustee_id),
  mode text not null check (mode in ('in person', 'online', 'apologies')),
  primary key (meeting_id, trustee_id)
);
comment on column attendance.mode is 'Apologies: was not there';

create table application (
  application_no integer primary key,
  applicant_id integer not null references applicant (applicant_id),
  programme_code varchar(5) not null references programme (programme_code),
  officer_id integer not null references staff (staff_id),
  project_title text not null,
  submitted_on date not null,
  amount_requested numeric(10,2) not null,
  status text not null check (status in ('submitted', 'under review', 'approved', 'rejected', 'withdrawn')),
  meeting_id integer references board_meeting (meeting_id)
);
comment on column application.officer_id is 'Grants officer who looks after it';
comment on column application.meeting_id is 'Board meeting that decided; empty when none has';

create table reviewer (
  reviewer_id integer primary key,
  full_name text not null,
  expertise text not null,
  institution text,
  joined_on date not null,
  fee_per_review numeric(6,2) not null,
  active boolean not null
);

create table review (
  application_no integer not null references application (application_no),
  reviewer_id integer not null references reviewer (reviewer_id),
  assigned_on date not null,
  returned_on date,
  score smallint check (score between 1 and 10),
  recommendation text check (recommendation in ('fund', 'fund with changes', 'do not fund')),
  primary key (application_no, reviewer_id)
);
comment on column review.score is '1 poor to 10 excellent; empty until returned';

create table grant_award (
  grant_no varchar(8) primary key,
  application_no integer not null unique references application (application_no),
  awarded_on date not null,
  amount_awarded numeric(10,2) not null,
  starts_on date not null,
  ends_on date not null,
  status text not null check (status in ('active', 'completed', 'suspended', 'cancelled'))
);

create table instalment (
  grant_no varchar(8) not null references grant_award (grant_no),
  instalment_no smallint not null,
  due_on date not null,
  amount numeric(10,2) not null,
  paid_on date,
  primary key (grant_no, instalment_no)
);

create table progress_report (
  report_id integer primary key,
  grant_no varchar(8) not null references grant_award (grant_no),
  kind text not null check (kind in ('interim', 'final')),
  received_on date not null,
  people_reached integer,
  volunteers integer,
  verdict text not null check (verdict in ('accepted', 'queried', 'not read yet'))
);
