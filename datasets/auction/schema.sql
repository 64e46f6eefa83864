create table saleroom (
  room_cd char(3) primary key,
  town text not null,
  address text not null,
  seats smallint not null,
  phone text
);

create table dept (
  dept_cd varchar(4) primary key,
  dept_name text not null,
  std_comm_pct numeric(4,1) not null
);
comment on table dept is 'Specialist departments';
comment on column dept.std_comm_pct is 'Usual vendor''s commission, percent of the hammer price';

create table staff (
  emp_no integer primary key,
  full_name text not null,
  job_cd char(3) not null check (job_cd in ('DIR', 'AUC', 'SPC', 'CAT', 'POR')),
  dept_cd varchar(4) references dept (dept_cd),
  room_cd char(3) not null references saleroom (room_cd),
  mgr_no integer references staff (emp_no),
  hired_on date not null,
  salary numeric(9,2) not null,
  email text
);
comment on column staff.job_cd is 'DIR director, AUC auctioneer, SPC specialist, CAT cataloguer, POR porter';
comment on column staff.mgr_no is 'Line manager';

create table consignor (
  csgr_no integer primary key,
  csgr_name text not null,
  csgr_type text not null check (csgr_type in ('private', 'dealer', 'estate', 'institution')),
  town text not null,
  country text not null,
  phone text,
  regd_on date not null
);
comment on table consignor is 'Who brings things to be sold';

create table bidder (
  bdr_no integer primary key,
  full_name text not null,
  town text not null,
  country text not null,
  email text not null,
  phone text,
  stat text not null check (stat in ('active', 'suspended', 'closed')),
  bid_limit numeric(10,2),
  regd_on date not null
);
comment on column bidder.bid_limit is 'Highest amount the bidder may bid, pounds; empty when there is no limit';

create table sale (
  sale_no varchar(6) primary key,
  title text not null,
  dept_cd varchar(4) not null references dept (dept_cd),
  room_cd char(3) not null references saleroom (room_cd),
  auctioneer_no integer not null references staff (emp_no),
  starts_at timestamp not null,
  format text not null check (format in ('live', 'online', 'hybrid')),
  stat text not null check (stat in ('planned', 'held', 'cancelled')),
  prem_pct numeric(4,1) not null
);
comment on table sale is 'Auctions; a sale is what the house calls one';
comment on column sale.prem_pct is 'Buyer''s premium, percent of the hammer price';

create table lot (
  sale_no varchar(6) not null references sale (sale_no),
  lot_no smallint not null,
  title text not null,
  maker text,
  yr_made smallint,
  csgr_no integer not null references consignor (csgr_no),
  est_lo numeric(10,2) not null,
  est_hi numeric(10,2) not null,
  reserve_amt numeric(10,2),
  stat_cd char(1) not null check (stat_cd in ('P', 'S', 'U', 'W')),
  hammer_amt numeric(10,2),
  buyer_no integer references bidder (bdr_no),
  primary key (sale_no, lot_no),
  check ((stat_cd = 'S') = (hammer_amt is not null)),
  check ((stat_cd = 'S') = (buyer_no is not null))
);
comment on column lot.stat_cd is 'P pending, S sold, U unsold, W withdrawn';
comment on column lot.reserve_amt is 'Lowest price the consignor accepts; empty when sold without reserve';
comment on column lot.hammer_amt is 'Price at the fall of the hammer, without premium; empty unless sold';

create table bid (
  bid_id integer primary key,
  sale_no varchar(6) not null,
  lot_no smallint not null,
  bdr_no integer not null references bidder (bdr_no),
  amount numeric(10,2) not null,
  channel text not null check (channel in ('room', 'phone', 'online', 'commission')),
  placed_at timestamp not null,
  foreign key (sale_no, lot_no) references lot (sale_no, lot_no)
);

create table cond_rpt (
  rpt_no integer primary key,
  sale_no varchar(6) not null,
  lot_no smallint not null,
  author_no integer not null references staff (emp_no),
  rpt_on date not null,
  grade char(1) not null check (grade in ('A', 'B', 'C', 'D')),
  remark text,
  foreign key (sale_no, lot_no) references lot (sale_no, lot_no)
);
comment on table cond_rpt is 'Condition reports on lots';
comment on column cond_rpt.grade is 'A excellent, B good, C fair, D poor';

create table valuation (
  val_no integer primary key,
  csgr_no integer not null references consignor (csgr_no),
  dept_cd varchar(4) not null references dept (dept_cd),
  spec_no integer not null references staff (emp_no),
  val_on date not null,
  item text not null,
  purpose text not null check (purpose in ('sale', 'insurance', 'probate')),
  val_amt numeric(10,2) not null,
  fee numeric(8,2) not null,
  outcome text not null check (outcome in ('open', 'consigned', 'declined', 'completed'))
);
comment on column valuation.spec_no is 'Specialist who valued the item';
comment on column valuation.fee is 'What the house charges for the valuation; 0 when free';

create table invoice (
  inv_no integer primary key,
  bdr_no integer not null references bidder (bdr_no),
  sale_no varchar(6) not null references sale (sale_no),
  inv_dt date not null,
  due_dt date not null,
  hammer_tot numeric(11,2) not null,
  prem_tot numeric(11,2) not null,
  vat numeric(11,2) not null,
  paid_dt date,
  pay_meth text check (pay_meth in ('bank transfer', 'card', 'cheque')),
  check ((paid_dt is null) = (pay_meth is null)),
  unique (bdr_no, sale_no)
);
comment on table invoice is 'What a bidder owes for the lots bought in one sale';

create table settlement (
  sett_no integer primary key,
  csgr_no integer not null references consignor (csgr_no),
  sale_no varchar(6) not null references sale (sale_no),
  gross_amt numeric(11,2) not null,
  comm_amt numeric(11,2) not null,
  net_amt numeric(11,2) not null,
  due_dt date not null,
  paid_dt date,
  unique (csgr_no, sale_no)
);
comment on table settlement is 'What the house pays a consignor after a sale';
comment on column settlement.comm_amt is 'Commission the house keeps';
