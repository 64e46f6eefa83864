create table category (
  category_id integer primary key,
  name text not null unique,
  parent_id integer references category (category_id)
);
comment on table category is 'Two levels, as in the directories of the big players';

create table host (
  host_id integer primary key,
  full_name text not null,
  email text,
  home_city text not null,
  joined_on date not null,
  contract text not null check (contract in ('employee', 'freelance', 'guest contract'))
);

create table show (
  show_id integer primary key,
  title text not null unique,
  category_id integer not null references category (category_id),
  spin_off_of integer references show (show_id),
  launched_on date not null,
  ended_on date,
  status text not null check (status in ('running', 'paused', 'ended')),
  language char(2) not null,
  explicit boolean not null
);
comment on column show.spin_off_of is 'The show it grew out of';
comment on column show.language is 'ISO 639-1';

create table show_host (
  show_id integer not null references show (show_id),
  host_id integer not null references host (host_id),
  role text not null check (role in ('main host', 'co-host')),
  primary key (show_id, host_id)
);

create table episode (
  episode_id integer primary key,
  show_id integer not null references show (show_id),
  season smallint not null,
  episode_no smallint not null,
  title text not null,
  kind text not null check (kind in ('full', 'bonus', 'trailer')),
  released_on date not null,
  duration_min numeric(5,1) not null,
  production_cost numeric(8,2),
  unique (show_id, season, episode_no)
);
comment on column episode.production_cost is 'Empty until accounts has closed the episode';

create table guest (
  guest_id integer primary key,
  full_name text not null,
  profession text not null,
  country text not null,
  agent_email text
);

create table appearance (
  episode_id integer not null references episode (episode_id),
  guest_id integer not null references guest (guest_id),
  remote boolean not null,
  fee numeric(8,2),
  primary key (episode_id, guest_id)
);
comment on column appearance.remote is 'Dialled in instead of coming to the studio';

create table sponsor (
  sponsor_id integer primary key,
  company text not null,
  industry text not null,
  city text not null,
  contact_name text,
  signed_on date not null
);

create table ad_slot (
  slot_id integer primary key,
  episode_id integer not null references episode (episode_id),
  sponsor_id integer references sponsor (sponsor_id),
  position text not null check (position in ('pre-roll', 'mid-roll', 'post-roll')),
  length_sec smallint not null,
  list_price numeric(8,2) not null,
  sold_price numeric(8,2),
  status text not null check (status in ('open', 'booked', 'aired', 'cancelled'))
);
comment on column ad_slot.sold_price is 'Empty while nobody has booked the slot';

create table monthly_download (
  show_id integer not null references show (show_id),
  month date not null check (extract(day from month) = 1),
  downloads integer not null,
  primary key (show_id, month)
);
comment on table monthly_download is 'Counted by show, from the hosting platform';
comment on column monthly_download.month is 'First day of the month';

create table listener (
  listener_id integer primary key,
  nickname text not null unique,
  country text not null,
  signed_up_on date not null,
  plan text not null check (plan in ('free', 'plus', 'family')),
  birth_year smallint
);

create table review (
  review_id integer primary key,
  show_id integer not null references show (show_id),
  listener_id integer not null references listener (listener_id),
  stars smallint not null check (stars between 1 and 5),
  comment text,
  posted_on date not null
);
