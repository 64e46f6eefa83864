create table beekeeper (
  beekeeper_id integer primary key,
  first_name text not null,
  last_name text not null,
  village text not null,
  membership text not null check (membership in ('full', 'associate', 'honorary')),
  joined_on date not null,
  mentor_id integer references beekeeper (beekeeper_id),
  phone text
);
comment on column beekeeper.mentor_id is 'The experienced member who looks after a newer one';

create table apiary (
  apiary_id integer primary key,
  apiary_name text not null,
  beekeeper_id integer not null references beekeeper (beekeeper_id),
  parish text not null,
  landscape text not null check (landscape in ('orchard', 'heath', 'woodland', 'meadow', 'urban')),
  altitude_m integer not null,
  opened_on date not null
);

create table hive (
  hive_no varchar(6) primary key,
  apiary_id integer not null references apiary (apiary_id),
  hive_type text not null check (hive_type in ('National', 'Langstroth', 'Dadant', 'Warre')),
  set_up_on date not null,
  condition text not null check (condition in ('strong', 'weak', 'queenless', 'dead'))
);

create table queen (
  queen_id integer primary key,
  hive_no varchar(6) not null references hive (hive_no),
  breed text not null,
  hatched_on date not null,
  mark_colour text,
  mother_id integer references queen (queen_id)
);
comment on column queen.mark_colour is 'Empty when the queen is not marked';

create table inspection (
  inspection_id integer primary key,
  hive_no varchar(6) not null references hive (hive_no),
  beekeeper_id integer not null references beekeeper (beekeeper_id),
  inspected_on date not null,
  brood_frames smallint not null,
  temper smallint not null check (temper between 1 and 5),
  queen_seen boolean not null,
  mite_count integer,
  note text
);
comment on column inspection.beekeeper_id is 'Who opened the hive, not always the keeper of the apiary';
comment on column inspection.temper is '1 very gentle, 5 stings';
comment on column inspection.mite_count is 'Mites per 100 bees; empty when not counted';

create table remedy (
  remedy_id integer primary key,
  remedy_name text not null,
  target text not null check (target in ('varroa', 'nosema', 'wax moth', 'chalkbrood')),
  withdrawal_days integer not null,
  unit_price numeric(7,2) not null
);
comment on column remedy.withdrawal_days is 'Days before honey may be taken again';

create table treatment (
  treatment_id integer primary key,
  hive_no varchar(6) not null references hive (hive_no),
  remedy_id integer not null references remedy (remedy_id),
  applied_on date not null,
  ended_on date,
  doses integer not null
);

create table honey_batch (
  batch_code varchar(8) primary key,
  variety text not null,
  bottled_on date not null,
  jars_filled integer not null,
  jar_grams integer not null,
  grade char(1) not null check (grade in ('A', 'B', 'C')),
  organic boolean not null,
  best_before date not null
);

create table harvest (
  harvest_id integer primary key,
  hive_no varchar(6) not null references hive (hive_no),
  harvested_on date not null,
  weight_kg numeric(5,1) not null,
  water_pct numeric(4,1),
  batch_code varchar(8) references honey_batch (batch_code)
);
comment on column harvest.batch_code is 'Empty until bottled';

create table buyer (
  buyer_id integer primary key,
  buyer_name text not null,
  kind text not null check (kind in ('shop', 'restaurant', 'wholesaler', 'bakery', 'market stall')),
  town text not null,
  email text,
  buyer_since date not null
);

create table sale (
  sale_no integer primary key,
  buyer_id integer not null references buyer (buyer_id),
  sold_on date not null,
  state text not null check (state in ('ordered', 'delivered', 'cancelled')),
  delivery_fee numeric(6,2) not null,
  paid_on date
);

create table sale_line (
  sale_no integer not null references sale (sale_no),
  line_no smallint not null,
  batch_code varchar(8) not null references honey_batch (batch_code),
  jars integer not null check (jars > 0),
  price_per_jar numeric(6,2) not null,
  primary key (sale_no, line_no)
);
