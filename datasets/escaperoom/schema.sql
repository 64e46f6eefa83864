create table site (
  site_code varchar(4) primary key,
  site_name text not null,
  city text not null,
  opened_on date not null,
  monthly_rent numeric(9,2) not null,
  has_bar boolean not null
);

create table game_master (
  gm_id integer primary key,
  gm_name text not null,
  site_code varchar(4) not null references site (site_code),
  trained_by integer references game_master (gm_id),
  started_on date not null,
  left_on date,
  hourly_pay numeric(5,2) not null,
  languages text not null
);
comment on table game_master is 'Staff who brief the players and watch the cameras';
comment on column game_master.left_on is 'Empty while still with us';

create table room (
  room_id integer primary key,
  room_name text not null,
  site_code varchar(4) not null references site (site_code),
  genre text not null check (genre in ('horror', 'heist', 'adventure', 'science fiction', 'detective', 'fantasy')),
  difficulty smallint not null check (difficulty between 1 and 5),
  min_players smallint not null,
  max_players smallint not null,
  time_limit_min smallint not null,
  min_age smallint,
  build_cost numeric(9,2) not null,
  launched_on date not null,
  state text not null check (state in ('open', 'closed for repair', 'retired'))
);

create table customer (
  customer_id integer primary key,
  full_name text not null,
  email text,
  city text not null,
  company text,
  joined_on date not null,
  newsletter boolean not null
);
comment on column customer.company is 'Filled when booking for an employer';

create table voucher (
  voucher_code varchar(9) primary key,
  buyer_id integer not null references customer (customer_id),
  face_value numeric(7,2) not null,
  sold_on date not null,
  expires_on date not null,
  status text not null check (status in ('unused', 'redeemed', 'expired'))
);
comment on table voucher is 'Gift vouchers';

create table booking (
  booking_no integer primary key,
  customer_id integer not null references customer (customer_id),
  room_id integer not null references room (room_id),
  booked_on date not null,
  starts_at timestamp not null,
  players smallint not null,
  price numeric(7,2) not null,
  channel text not null check (channel in ('website', 'phone', 'front desk', 'reseller')),
  status text not null check (status in ('confirmed', 'played', 'cancelled', 'no-show')),
  voucher_code varchar(9) unique references voucher (voucher_code)
);

create table team (
  team_id integer primary key,
  booking_no integer not null unique references booking (booking_no),
  team_name text not null,
  occasion text not null check (occasion in ('family', 'friends', 'birthday', 'hen or stag do', 'team building'))
);

create table game_result (
  team_id integer primary key references team (team_id),
  gm_id integer not null references game_master (gm_id),
  escaped boolean not null,
  minutes_taken numeric(4,1),
  hints smallint not null
);
comment on column game_result.minutes_taken is 'Empty when they did not get out in time';

create table review (
  review_id integer primary key,
  booking_no integer not null references booking (booking_no),
  stars smallint not null check (stars between 1 and 5),
  posted_on date not null,
  body text,
  answered boolean not null
);

create table prop (
  prop_id integer primary key,
  room_id integer not null references room (room_id),
  prop_name text not null,
  bought_on date not null,
  cost numeric(8,2) not null,
  supplier text
);
comment on table prop is 'Locks, boxes and gadgets in the rooms';

create table repair (
  prop_id integer not null references prop (prop_id),
  repair_no smallint not null,
  reported_by integer not null references game_master (gm_id),
  reported_on date not null,
  fixed_on date,
  parts_cost numeric(7,2) not null,
  primary key (prop_id, repair_no)
);

create table snack_sale (
  sale_id integer primary key,
  site_code varchar(4) not null references site (site_code),
  sold_on date not null,
  product text not null,
  quantity smallint not null,
  amount numeric(7,2) not null
);
