create table presenter (
  presenter_id integer primary key,
  full_name text not null,
  email text not null unique,
  phone text,
  contract text not null check (contract in ('staff', 'freelance', 'volunteer')),
  hourly_rate numeric(6,2) check (hourly_rate > 0),
  joined_on date not null,
  left_on date check (left_on > joined_on),
  mentor_id integer references presenter (presenter_id)
);
comment on column presenter.hourly_rate is 'In pounds; empty for volunteers';
comment on column presenter.mentor_id is 'Experienced colleague who looks after this one';

create table programme (
  programme_id integer primary key,
  title text not null unique,
  genre text not null check (genre in ('music', 'news', 'talk', 'sport', 'culture', 'comedy')),
  host_id integer not null references presenter (presenter_id),
  weekday text not null,
  start_time time not null,
  planned_min smallint not null,
  launched_on date not null,
  ended_on date,
  description text
);
comment on column programme.host_id is 'Regular host; another presenter can stand in for a single broadcast';
comment on column programme.planned_min is 'Planned length in minutes';
comment on column programme.ended_on is 'Empty while the programme is still running';

create table broadcast (
  broadcast_id integer primary key,
  programme_id integer not null references programme (programme_id),
  presenter_id integer not null references presenter (presenter_id),
  starts_at timestamp not null,
  duration_min smallint not null,
  studio text not null check (studio in ('Studio A', 'Studio B', 'Outside van')),
  state text not null check (state in ('aired', 'interrupted', 'cancelled')),
  is_repeat boolean not null default false,
  audience integer check (audience >= 0)
);
comment on column broadcast.presenter_id is 'Who was at the microphone';
comment on column broadcast.audience is 'Estimated number of people who tuned in; empty when cancelled';

create table track (
  track_id integer primary key,
  title text not null,
  artist text not null,
  style text not null,
  release_year smallint not null,
  length_sec smallint not null,
  explicit boolean not null default false
);

create table playlist_entry (
  broadcast_id integer not null references broadcast (broadcast_id),
  position smallint not null,
  track_id integer not null references track (track_id),
  requested boolean not null default false,
  primary key (broadcast_id, position)
);
comment on table playlist_entry is 'Tracks as played in a broadcast';
comment on column playlist_entry.requested is 'Whether a listener had asked for it';

create table advertiser (
  advertiser_id integer primary key,
  company_name text not null unique,
  industry text not null,
  town text not null,
  contact_name text,
  phone text,
  client_since date not null
);

create table campaign (
  campaign_id integer primary key,
  advertiser_id integer not null references advertiser (advertiser_id),
  title text not null,
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  budget numeric(9,2) not null,
  state text not null check (state in ('draft', 'running', 'finished', 'cancelled'))
);
comment on column campaign.budget is 'Agreed budget in pounds';

create table spot (
  spot_id integer primary key,
  campaign_id integer not null references campaign (campaign_id),
  broadcast_id integer not null references broadcast (broadcast_id),
  aired_on date not null,
  slot text not null check (slot in ('opening', 'middle', 'closing')),
  length_sec smallint not null check (length_sec in (15, 20, 30, 45)),
  price numeric(7,2) not null
);
comment on table spot is 'Commercials as aired';

create table listener (
  listener_id integer primary key,
  full_name text not null,
  town text not null,
  birth_year smallint,
  email text,
  registered_on date not null,
  newsletter boolean not null default false
);

create table listener_call (
  call_id integer primary key,
  broadcast_id integer not null references broadcast (broadcast_id),
  listener_id integer references listener (listener_id),
  called_at timestamp not null,
  topic text not null check (topic in ('song request', 'competition', 'opinion', 'traffic', 'complaint')),
  wait_sec smallint not null,
  talk_sec smallint,
  put_on_air boolean not null
);
comment on column listener_call.listener_id is 'Empty when the caller did not give a name';
comment on column listener_call.talk_sec is 'Empty when the caller hung up while waiting';

create table competition (
  competition_id integer primary key,
  programme_id integer not null references programme (programme_id),
  sponsor_id integer references advertiser (advertiser_id),
  title text not null,
  prize text not null,
  prize_value numeric(8,2) not null,
  opens_on date not null,
  closes_on date not null
);
comment on column competition.sponsor_id is 'Advertiser who gives the prize; empty when the station pays for it';

create table competition_entry (
  competition_id integer not null references competition (competition_id),
  listener_id integer not null references listener (listener_id),
  entered_on date not null,
  correct boolean not null,
  won boolean not null default false,
  primary key (competition_id, listener_id)
);
