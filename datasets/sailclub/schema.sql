create table mbr (
  mbr_no integer primary key,
  fname text not null,
  sname text not null,
  cat text not null check (cat in ('full', 'family', 'junior', 'social', 'honorary')),
  dob date,
  town text not null,
  email text,
  joined date not null,
  lft date,
  prop_by integer references mbr (mbr_no)
);
comment on column mbr.cat is 'Membership category';
comment on column mbr.prop_by is 'The member who proposed this one';
comment on column mbr.lft is 'Date of resignation; empty for current members';

create table bclass (
  cls_cd varchar(4) primary key,
  cls_nm text not null,
  py smallint not null,
  crew smallint not null,
  keel boolean not null
);
comment on column bclass.py is 'Portsmouth yardstick, the handicap used in mixed races';

create table boat (
  boat_id integer primary key,
  nm text not null,
  sail_no varchar(10),
  cls_cd varchar(4) not null references bclass (cls_cd),
  ownr integer references mbr (mbr_no),
  loa numeric(4,2) not null,
  yr_blt smallint,
  hull_col text,
  ins_exp date
);
comment on column boat.ownr is 'Owning member; empty for boats of the club';
comment on column boat.loa is 'Length over all in metres';
comment on column boat.ins_exp is 'When the insurance runs out';

create table berth (
  berth_cd varchar(4) primary key,
  pont text not null,
  max_loa numeric(4,2) not null,
  shore_pwr boolean not null,
  ann_fee numeric(7,2) not null
);
comment on column berth.pont is 'Pontoon';

create table berth_let (
  berth_cd varchar(4) not null references berth (berth_cd),
  boat_id integer not null references boat (boat_id),
  dt_from date not null,
  dt_to date,
  primary key (berth_cd, dt_from)
);
comment on table berth_let is 'Which boat has lain on which berth, and when; no end date while it still does';

create table instr (
  instr_id integer primary key,
  full_nm text not null,
  qual text not null check (qual in ('dinghy', 'keelboat', 'powerboat', 'senior')),
  day_rt numeric(6,2) not null,
  phone text,
  first_aid_exp date
);

create table crs (
  crs_id integer primary key,
  title text not null,
  lvl smallint not null,
  instr_id integer not null references instr (instr_id),
  dt_start date not null,
  days smallint not null,
  price numeric(7,2) not null,
  max_pl smallint not null,
  stat text not null check (stat in ('open', 'full', 'run', 'cancelled'))
);
comment on column crs.max_pl is 'Places';

create table enrol (
  crs_id integer not null references crs (crs_id),
  mbr_no integer not null references mbr (mbr_no),
  enrol_dt date not null,
  passed boolean,
  primary key (crs_id, mbr_no)
);

create table race (
  race_id integer primary key,
  nm text not null,
  series text not null,
  race_dt date not null,
  wind_kn smallint,
  officer integer references mbr (mbr_no),
  stat text not null check (stat in ('sailed', 'abandoned', 'planned'))
);
comment on column race.wind_kn is 'Mean wind in knots';
comment on column race.officer is 'Race officer of the day';

create table result (
  race_id integer not null references race (race_id),
  boat_id integer not null references boat (boat_id),
  helm integer not null references mbr (mbr_no),
  pos smallint,
  elapsed_min numeric(5,1),
  code varchar(3) not null check (code in ('FIN', 'DNF', 'DSQ', 'OCS')),
  primary key (race_id, boat_id)
);
comment on column result.pos is 'Empty for boats that did not finish or were disqualified';

create table fee (
  fee_id integer primary key,
  mbr_no integer not null references mbr (mbr_no),
  kind text not null check (kind in ('subscription', 'berthing', 'locker', 'joining')),
  due_dt date not null,
  amt numeric(7,2) not null,
  paid_dt date
);

create table bar_tab (
  tab_no integer primary key,
  mbr_no integer not null references mbr (mbr_no),
  tab_dt date not null,
  drinks numeric(6,2) not null,
  food numeric(6,2) not null,
  settled boolean not null
);
