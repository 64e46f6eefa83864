create table teams (
  team_id integer primary key,
  name text not null unique,
  base_town text not null,
  region text not null check (region in ('Lake District', 'Scotland', 'Wales', 'Pennines', 'South West')),
  founded_on date not null,
  call_sign varchar(12) not null unique
);

create table volunteers (
  volunteer_id integer primary key,
  team_id integer not null references teams (team_id),
  first_name text not null,
  last_name text not null,
  rank text not null check (rank in ('trainee', 'full member', 'deputy leader', 'team leader')),
  birth_date date not null,
  joined_on date not null,
  left_on date,
  occupation text,
  mentor_id integer references volunteers (volunteer_id)
);
comment on column volunteers.left_on is 'Empty while the volunteer still serves';
comment on column volunteers.mentor_id is 'Experienced volunteer who looks after this one';

create table callouts (
  callout_id integer primary key,
  team_id integer not null references teams (team_id),
  raised_at timestamp not null,
  stood_down_at timestamp,
  incident_type text not null check (incident_type in ('search', 'injury', 'medical', 'crag fast', 'avalanche', 'animal', 'flood')),
  location text not null,
  raised_by text not null check (raised_by in ('police', 'ambulance', 'coastguard', 'public')),
  weather text,
  outcome text not null check (outcome in ('ongoing', 'rescued', 'recovered', 'false alarm', 'stood down'))
);
comment on column callouts.team_id is 'The team in charge';

create table callout_attendance (
  callout_id integer not null references callouts (callout_id),
  volunteer_id integer not null references volunteers (volunteer_id),
  hours numeric(4,1) not null,
  duty text not null check (duty in ('party leader', 'first aider', 'stretcher bearer', 'driver', 'radio operator', 'dog handler')),
  primary key (callout_id, volunteer_id)
);

create table casualties (
  casualty_id integer primary key,
  callout_id integer not null references callouts (callout_id),
  age smallint,
  sex char(1) check (sex in ('F', 'M')),
  activity text not null,
  injury text,
  severity text not null check (severity in ('unhurt', 'minor', 'serious', 'fatal')),
  evacuated_by text check (evacuated_by in ('stretcher', 'helicopter', 'vehicle', 'walked off'))
);

create table vehicles (
  vehicle_id integer primary key,
  team_id integer not null references teams (team_id),
  registration varchar(8) not null unique,
  make text not null,
  model text not null,
  bought_on date not null,
  mileage integer not null,
  status text not null check (status in ('in service', 'workshop', 'retired'))
);

create table equipment (
  equipment_id integer primary key,
  team_id integer not null references teams (team_id),
  name text not null,
  category text not null check (category in ('ropes', 'medical', 'radio', 'stretchers', 'lighting', 'water')),
  purchased_on date not null,
  price numeric(8,2) not null,
  last_inspected date,
  condition text not null check (condition in ('good', 'worn', 'damaged', 'written off'))
);

create table training_events (
  event_id integer primary key,
  team_id integer not null references teams (team_id),
  title text not null,
  topic text not null check (topic in ('first aid', 'rope work', 'navigation', 'swift water', 'winter skills', 'radio')),
  held_on date not null,
  venue text not null,
  hours numeric(4,1) not null,
  instructor_id integer not null references volunteers (volunteer_id)
);

create table training_attendance (
  event_id integer not null references training_events (event_id),
  volunteer_id integer not null references volunteers (volunteer_id),
  passed boolean,
  primary key (event_id, volunteer_id)
);
comment on column training_attendance.passed is 'Empty when nothing was assessed';

create table certificates (
  certificate_id integer primary key,
  volunteer_id integer not null references volunteers (volunteer_id),
  title text not null,
  issuer text not null,
  issued_on date not null,
  expires_on date
);

create table donors (
  donor_id integer primary key,
  name text not null,
  donor_type text not null check (donor_type in ('individual', 'company', 'trust', 'club')),
  town text not null,
  email text
);

create table donations (
  donation_id integer primary key,
  donor_id integer not null references donors (donor_id),
  team_id integer references teams (team_id),
  donated_on date not null,
  amount numeric(9,2) not null,
  channel text not null check (channel in ('online', 'bank transfer', 'cash', 'cheque', 'legacy')),
  gift_aid boolean not null
);
comment on column donations.team_id is 'Empty when given to the association as a whole';
