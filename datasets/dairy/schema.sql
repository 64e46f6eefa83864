create table farm (
  farm_id integer primary key,
  farm_name text not null unique,
  farmer text not null,
  village text not null,
  county text not null,
  organic boolean not null,
  joined_on date not null,
  membership text not null check (membership in ('full', 'probation', 'suspended', 'left')),
  phone text
);
comment on table farm is 'Members of the cooperative who supply milk';
comment on column farm.farmer is 'Who runs the farm';

create table herd (
  herd_id integer primary key,
  farm_id integer not null references farm (farm_id),
  breed text not null,
  cows integer not null check (cows > 0),
  housing text not null check (housing in ('pasture', 'cubicle', 'straw yard')),
  registered_on date not null
);

create table tanker (
  plate varchar(8) primary key,
  make text not null,
  capacity_l integer not null,
  bought_on date not null,
  state text not null check (state in ('on the road', 'in the workshop', 'sold'))
);

create table driver (
  driver_id integer primary key,
  full_name text not null,
  town text not null,
  hired_on date not null,
  supervisor_id integer references driver (driver_id),
  hourly_wage numeric(6,2) not null,
  phone text
);

create table collection (
  collection_id integer primary key,
  farm_id integer not null references farm (farm_id),
  plate varchar(8) not null references tanker (plate),
  driver_id integer not null references driver (driver_id),
  collected_at timestamp not null,
  litres integer not null check (litres > 0),
  temperature numeric(3,1) not null,
  verdict text not null check (verdict in ('accepted', 'rejected'))
);
comment on table collection is 'Milk fetched from a farm, one row a visit of a tanker';
comment on column collection.temperature is 'Degrees Celsius in the farm tank';

create table lab_test (
  test_no integer primary key,
  collection_id integer not null unique references collection (collection_id),
  tested_on date not null,
  fat_pct numeric(4,2) not null,
  protein_pct numeric(4,2) not null,
  cell_count integer not null,
  antibiotics boolean not null,
  remark text
);
comment on column lab_test.cell_count is 'Somatic cells, thousands per ml';
comment on column lab_test.antibiotics is 'True when residues were found';

create table product (
  product_code varchar(6) primary key,
  product_name text not null,
  range_name text not null check (range_name in ('milk', 'cheese', 'yoghurt', 'butter', 'cream')),
  list_price numeric(6,2) not null,
  weight_g integer not null,
  shelf_life_days integer not null,
  discontinued boolean not null default false
);
comment on column product.list_price is 'Pounds for one unit';

create table batch (
  batch_no integer primary key,
  product_code varchar(6) not null references product (product_code),
  produced_on date not null,
  best_before date not null,
  units_made integer not null,
  milk_used integer not null,
  release_state text not null check (release_state in ('released', 'on hold', 'scrapped'))
);
comment on column batch.milk_used is 'Litres of raw milk';

create table customer (
  customer_id integer primary key,
  customer_name text not null,
  customer_type text not null check (customer_type in ('supermarket', 'farm shop', 'café', 'wholesaler', 'school')),
  town text not null,
  since date not null,
  email text
);

create table delivery (
  delivery_no integer primary key,
  customer_id integer not null references customer (customer_id),
  driver_id integer not null references driver (driver_id),
  delivered_on date not null,
  status text not null check (status in ('planned', 'delivered', 'refused')),
  note text
);
comment on column delivery.delivered_on is 'Day of the delivery, also of one still planned';

create table delivery_line (
  delivery_no integer not null references delivery (delivery_no),
  line_no smallint not null,
  batch_no integer not null references batch (batch_no),
  units integer not null check (units > 0),
  unit_price numeric(6,2) not null,
  primary key (delivery_no, line_no)
);

create table farm_payment (
  farm_id integer not null references farm (farm_id),
  month_start date not null,
  gross numeric(10,2) not null,
  deductions numeric(10,2) not null default 0,
  paid_on date,
  primary key (farm_id, month_start)
);
comment on table farm_payment is 'What the cooperative pays a farm for the milk of a month';
comment on column farm_payment.paid_on is 'Empty while not yet paid';
