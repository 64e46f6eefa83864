create table venues (
  venue_id integer primary key,
  venue_name text not null unique,
  street text not null,
  city text not null,
  country text not null,
  capacity integer not null check (capacity > 0),
  phone text
);
comment on column venues.capacity is 'Most people allowed in the building at once';

create table rooms (
  room_id integer primary key,
  venue_id integer not null references venues (venue_id),
  room_name text not null,
  floor smallint not null,
  seats integer not null check (seats > 0),
  has_livestream boolean not null default false,
  unique (venue_id, room_name)
);
comment on column rooms.has_livestream is 'True when sessions in the room can be streamed';

create table conferences (
  conference_id integer primary key,
  title text not null unique,
  topic text not null,
  venue_id integer not null references venues (venue_id),
  start_date date not null,
  end_date date not null,
  status text not null check (status in ('planned', 'open', 'held', 'cancelled')),
  budget numeric(10,2) not null,
  check (end_date >= start_date)
);
comment on column conferences.status is 'planned: not announced yet, open: registration is open, held: over, cancelled';
comment on column conferences.budget is 'In euros';

create table speakers (
  speaker_id integer primary key,
  full_name text not null,
  organisation text,
  country text not null,
  email text not null unique,
  fee numeric(8,2)
);
comment on column speakers.fee is 'What the speaker charges for one session in euros; empty for those who speak for free';

create table sessions (
  session_id integer primary key,
  conference_id integer not null references conferences (conference_id),
  room_id integer not null references rooms (room_id),
  title text not null,
  session_type text not null check (session_type in ('keynote', 'talk', 'workshop', 'panel')),
  difficulty text not null check (difficulty in ('beginner', 'intermediate', 'advanced')),
  starts_at timestamp not null,
  duration_minutes integer not null
);

create table session_speakers (
  session_id integer not null references sessions (session_id),
  speaker_id integer not null references speakers (speaker_id),
  role text not null check (role in ('lead', 'co-speaker', 'moderator')),
  primary key (session_id, speaker_id)
);

create table attendees (
  attendee_id integer primary key,
  first_name text not null,
  last_name text not null,
  email text not null unique,
  company text,
  job_title text not null,
  city text not null,
  country text not null,
  newsletter boolean not null,
  referred_by integer references attendees (attendee_id)
);
comment on column attendees.referred_by is 'Attendee who recommended us to this one';

create table registrations (
  registration_no integer primary key,
  conference_id integer not null references conferences (conference_id),
  attendee_id integer not null references attendees (attendee_id),
  registered_on date not null,
  status text not null check (status in ('confirmed', 'waitlisted', 'cancelled')),
  channel text not null check (channel in ('website', 'email', 'phone', 'partner')),
  unique (conference_id, attendee_id)
);

create table tickets (
  ticket_no integer primary key,
  registration_no integer not null references registrations (registration_no),
  ticket_type text not null check (ticket_type in ('early bird', 'standard', 'student', 'VIP', 'workshop pass')),
  price numeric(8,2) not null,
  issued_on date not null,
  checked_in_at timestamp
);
comment on table tickets is 'Only confirmed registrations get tickets';
comment on column tickets.checked_in_at is 'When the ticket was scanned at the entrance; empty when it was not, or not yet';

create table sponsors (
  sponsor_id integer primary key,
  sponsor_name text not null unique,
  industry text not null,
  country text not null,
  contact_email text
);

create table sponsorships (
  conference_id integer not null references conferences (conference_id),
  sponsor_id integer not null references sponsors (sponsor_id),
  package text not null check (package in ('platinum', 'gold', 'silver', 'bronze')),
  amount numeric(9,2) not null,
  signed_on date not null,
  paid_on date,
  primary key (conference_id, sponsor_id)
);

create table feedback (
  feedback_id integer primary key,
  session_id integer not null references sessions (session_id),
  attendee_id integer not null references attendees (attendee_id),
  rating smallint not null check (rating between 1 and 5),
  comment text,
  submitted_at timestamp not null,
  unique (session_id, attendee_id)
);
comment on column feedback.rating is '1 worst, 5 best';
