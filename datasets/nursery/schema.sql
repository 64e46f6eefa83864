create table plant (
  plant_id integer primary key,
  common_name text not null unique,
  botanical_name text not null,
  plant_group text not null check (plant_group in ('tree', 'shrub', 'perennial', 'climber', 'herb', 'annual', 'bulb', 'fern')),
  evergreen boolean not null,
  bee_friendly boolean not null,
  light text not null check (light in ('full sun', 'half shade', 'shade')),
  max_height_cm integer
);

create table variety (
  variety_id integer primary key,
  plant_id integer not null references plant (plant_id),
  variety_name text not null,
  flower_colour text,
  pot_litres numeric(4,1) not null,
  price numeric(7,2) not null,
  introduced smallint
);
comment on column variety.price is 'Shelf price of one pot';
comment on column variety.introduced is 'Year it came into our range';

create table greenhouse (
  house_code varchar(4) primary key,
  kind text not null check (kind in ('glasshouse', 'polytunnel', 'shade house')),
  area_m2 numeric(6,1) not null,
  heated boolean not null,
  built_on date not null
);

create table supplier (
  supplier_id integer primary key,
  supplier_name text not null,
  town text not null,
  country text not null,
  phone text,
  organic boolean not null
);

create table staff (
  staff_id integer primary key,
  full_name text not null,
  job text not null check (job in ('manager', 'grower', 'sales assistant', 'driver', 'apprentice')),
  reports_to integer references staff (staff_id),
  hired_on date not null,
  left_on date,
  hourly_pay numeric(5,2) not null
);

create table batch (
  batch_no integer primary key,
  variety_id integer not null references variety (variety_id),
  house_code varchar(4) not null references greenhouse (house_code),
  supplier_id integer references supplier (supplier_id),
  grower_id integer not null references staff (staff_id),
  started_on date not null,
  pots integer not null,
  unit_cost numeric(6,2) not null,
  stage text not null check (stage in ('growing', 'ready', 'sold out', 'discarded'))
);
comment on table batch is 'Pots of one variety raised together';
comment on column batch.supplier_id is 'Empty when propagated from our own stock';

create table treatment (
  treatment_id integer primary key,
  batch_no integer not null references batch (batch_no),
  staff_id integer not null references staff (staff_id),
  treated_on date not null,
  kind text not null check (kind in ('feed', 'fungicide', 'insecticide', 'biological control')),
  product text not null,
  litres numeric(5,1)
);

create table customer (
  customer_no integer primary key,
  customer_name text not null,
  customer_type text not null check (customer_type in ('private', 'landscaper', 'shop', 'council')),
  town text not null,
  email text,
  registered_on date not null
);

create table sales_order (
  order_no integer primary key,
  customer_no integer not null references customer (customer_no),
  taken_by integer not null references staff (staff_id),
  ordered_on date not null,
  status text not null check (status in ('open', 'picked', 'completed', 'cancelled'))
);

create table order_line (
  order_no integer not null references sales_order (order_no),
  line_no smallint not null,
  variety_id integer not null references variety (variety_id),
  quantity integer not null,
  unit_price numeric(7,2) not null,
  primary key (order_no, line_no)
);
comment on column order_line.unit_price is 'What was charged, trade discount taken off';

create table delivery (
  delivery_id integer primary key,
  order_no integer not null references sales_order (order_no),
  driver_id integer not null references staff (staff_id),
  planned_for date not null,
  delivered_on date,
  charge numeric(6,2) not null,
  state text not null check (state in ('planned', 'done', 'failed'))
);
