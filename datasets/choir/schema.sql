create table choir (
  choir_id integer primary key,
  name text not null unique,
  city text not null,
  founded_on date not null,
  conductor text not null,
  choir_type text not null check (choir_type in ('mixed', 'chamber', 'youth', 'women', 'men'))
);

create table voice (
  voice_code varchar(3) primary key,
  name text not null unique,
  section text not null check (section in ('soprano', 'alto', 'tenor', 'bass'))
);
comment on column voice.section is 'First and second voices of a section stand beside each other';

create table singer (
  singer_id integer primary key,
  first_name text not null,
  last_name text not null,
  choir_id integer not null references choir (choir_id),
  voice_code varchar(3) not null references voice (voice_code),
  mentor_id integer references singer (singer_id),
  birth_date date not null,
  joined_on date not null,
  home_town text not null,
  email text,
  yearly_fee numeric(7,2) not null,
  active boolean not null
);
comment on column singer.mentor_id is 'An experienced singer who helps a newcomer settle in';

create table venue (
  venue_id integer primary key,
  name text not null unique,
  city text not null,
  capacity integer not null,
  hire_fee numeric(8,2) not null,
  has_organ boolean not null
);

create table rehearsal (
  rehearsal_id integer primary key,
  choir_id integer not null references choir (choir_id),
  venue_id integer not null references venue (venue_id),
  starts_at timestamp not null,
  duration_min integer not null,
  rehearsal_type text not null check (rehearsal_type in ('full', 'sectional', 'dress'))
);

create table attendance (
  rehearsal_id integer not null references rehearsal (rehearsal_id),
  singer_id integer not null references singer (singer_id),
  status text not null check (status in ('present', 'late', 'excused', 'absent')),
  primary key (rehearsal_id, singer_id)
);

create table concert (
  concert_id integer primary key,
  title text not null unique,
  choir_id integer not null references choir (choir_id),
  venue_id integer not null references venue (venue_id),
  held_on date not null,
  status text not null check (status in ('planned', 'performed', 'cancelled')),
  production_cost numeric(9,2)
);
comment on column concert.held_on is 'Day of the performance, also when it is still to come';

create table ticket (
  ticket_no integer primary key,
  concert_id integer not null references concert (concert_id),
  seat_area text not null check (seat_area in ('stalls', 'balcony', 'restricted view')),
  price numeric(6,2) not null,
  sales_channel text not null check (sales_channel in ('online', 'box office', 'phone')),
  sold_on date not null
);

create table donor (
  donor_id integer primary key,
  name text not null unique,
  donor_type text not null check (donor_type in ('individual', 'company', 'foundation')),
  city text not null,
  email text,
  registered_on date not null
);

create table donation (
  donation_id integer primary key,
  donor_id integer not null references donor (donor_id),
  choir_id integer references choir (choir_id),
  donated_on date not null,
  amount numeric(9,2) not null check (amount > 0),
  payment_method text not null check (payment_method in ('bank transfer', 'card', 'cheque')),
  gift_aid boolean not null
);
comment on column donation.choir_id is 'Empty when the gift is for the association as a whole';

create table sheet_music (
  music_id integer primary key,
  title text not null,
  composer text not null,
  publisher text,
  language text not null,
  difficulty smallint not null check (difficulty between 1 and 5),
  copies integer not null,
  price_per_copy numeric(6,2) not null
);

create table programme_item (
  concert_id integer not null references concert (concert_id),
  position smallint not null,
  music_id integer not null references sheet_music (music_id),
  minutes integer not null,
  primary key (concert_id, position)
);
