create table employee (
  employee_id integer primary key,
  full_name text not null,
  role text not null check (role in ('manager', 'auctioneer', 'inspector', 'account manager', 'driver')),
  manager_id integer references employee (employee_id),
  hired_on date not null,
  annual_salary numeric(9,2) not null,
  mobile text
);
comment on column employee.manager_id is 'Line manager; empty for the director';

create table grower (
  grower_id integer primary key,
  grower_name text not null,
  town text not null,
  country text not null,
  certified boolean not null,
  joined_on date not null,
  greenhouse_area numeric(5,1),
  email text
);
comment on column grower.certified is 'Holds a sustainability certificate';
comment on column grower.greenhouse_area is 'Hectares under glass; empty when grown outdoors only';

create table flower_type (
  type_code varchar(6) primary key,
  title text not null,
  parent_code varchar(6) references flower_type (type_code)
);
comment on table flower_type is 'Tree of the kinds of flowers and plants';

create table variety (
  variety_id integer primary key,
  variety_name text not null,
  type_code varchar(6) not null references flower_type (type_code),
  colour text not null,
  vase_life integer,
  scented boolean not null
);
comment on column variety.vase_life is 'Days; empty for plants in pots';

create table hall (
  hall_code char(1) primary key,
  hall_name text not null,
  cooled boolean not null,
  floor_area integer not null
);

create table stall (
  stall_code varchar(5) primary key,
  hall_code char(1) not null references hall (hall_code),
  grower_id integer references grower (grower_id),
  area numeric(5,1) not null,
  monthly_rent numeric(8,2) not null,
  state text not null check (state in ('let', 'vacant', 'closed')),
  let_since date
);
comment on column stall.grower_id is 'Tenant; empty unless the stall is let';
comment on column stall.area is 'Square metres';

create table buyer (
  buyer_id integer primary key,
  company_name text not null,
  buyer_type text not null check (buyer_type in ('florist', 'supermarket', 'exporter', 'wholesaler', 'event company')),
  town text not null,
  account_manager_id integer references employee (employee_id),
  credit_limit numeric(9,2) not null,
  registered_on date not null,
  email text
);

create table lot (
  lot_no integer primary key,
  grower_id integer not null references grower (grower_id),
  variety_id integer not null references variety (variety_id),
  arrived_on date not null,
  grade char(2) not null check (grade in ('A1', 'A2', 'B1')),
  stems integer not null,
  reserve_price numeric(6,2) not null,
  status text not null check (status in ('waiting', 'sold', 'withdrawn', 'destroyed'))
);
comment on table lot is 'Consignment of one variety as it came in from a grower';
comment on column lot.reserve_price is 'Least the grower takes for a stem, in pounds';

create table sale (
  sale_no integer primary key,
  lot_no integer not null references lot (lot_no),
  buyer_id integer not null references buyer (buyer_id),
  auctioneer_id integer references employee (employee_id),
  sold_at timestamp not null,
  channel text not null check (channel in ('clock', 'direct', 'online')),
  stems integer not null,
  price_per_stem numeric(6,2) not null
);
comment on table sale is 'A lot, or a part of it, sold to a buyer';
comment on column sale.auctioneer_id is 'Only for sales at the clock';

create table delivery (
  delivery_no integer primary key,
  sale_no integer not null unique references sale (sale_no),
  driver_id integer not null references employee (employee_id),
  planned_on date not null,
  delivered_on date,
  trolleys integer not null,
  status text not null check (status in ('planned', 'on the road', 'delivered', 'refused'))
);

create table quality_check (
  check_id integer primary key,
  lot_no integer not null references lot (lot_no),
  inspector_id integer not null references employee (employee_id),
  checked_on date not null,
  score smallint not null check (score between 1 and 10),
  result text not null check (result in ('passed', 'downgraded', 'rejected')),
  remark text
);

create table payment (
  payment_id integer primary key,
  sale_no integer not null references sale (sale_no),
  paid_on date not null,
  amount numeric(10,2) not null,
  method text not null check (method in ('direct debit', 'bank transfer', 'card', 'cash'))
);
