create table sites (
  site_code varchar(4) primary key,
  site_name text not null unique,
  county text not null,
  rock text not null check (rock in ('limestone', 'granite', 'sandstone', 'sand and gravel', 'basalt')),
  opened_on date not null,
  permit_expires date not null,
  area_ha numeric(6,1) not null,
  phone text
);
comment on column sites.permit_expires is 'End of the planning permission to extract';
comment on column sites.area_ha is 'Hectares inside the permit boundary';

create table staff (
  staff_no integer primary key,
  full_name text not null,
  job text not null check (job in ('operations director', 'quarry manager', 'shotfirer', 'plant operator', 'fitter', 'weighbridge clerk')),
  site_code varchar(4) not null references sites (site_code),
  reports_to integer references staff (staff_no),
  hired_on date not null,
  hourly_rate numeric(5,2) not null,
  first_aider boolean not null
);

create table products (
  product_code varchar(8) primary key,
  product_name text not null,
  family text not null check (family in ('crushed rock', 'sand', 'gravel', 'armour stone', 'recycled', 'soil')),
  grading text,
  list_price numeric(6,2) not null,
  levy_applies boolean not null
);
comment on column products.grading is 'Size in mm; empty where it is not graded';
comment on column products.list_price is 'Pounds a tonne, ex works, without VAT';
comment on column products.levy_applies is 'Subject to the aggregates levy';

create table customers (
  customer_id integer primary key,
  customer_name text not null,
  trade text not null check (trade in ('builder', 'civil contractor', 'council', 'farmer', 'landscaper', 'concrete producer')),
  town text not null,
  phone text,
  credit_limit numeric(9,2),
  account_opened date not null
);
comment on column customers.credit_limit is 'Empty for those who pay cash at the gate';

create table lorries (
  registration varchar(8) primary key,
  make text not null,
  body text not null check (body in ('tipper', 'grab', 'artic', 'flatbed')),
  payload_t numeric(4,1) not null,
  owned boolean not null,
  home_site varchar(4) not null references sites (site_code),
  in_service_since date not null,
  mot_due date not null
);
comment on column lorries.owned is 'False for those of subcontractors';

create table drivers (
  driver_id integer primary key,
  full_name text not null,
  usual_lorry varchar(8) references lorries (registration),
  started_on date not null,
  licence_expires date not null,
  mobile text
);

create table orders (
  order_no integer primary key,
  customer_id integer not null references customers (customer_id),
  site_code varchar(4) not null references sites (site_code),
  product_code varchar(8) not null references products (product_code),
  ordered_on date not null,
  tonnes numeric(6,1) not null check (tonnes > 0),
  price_per_tonne numeric(6,2) not null,
  deliver_to text,
  state text not null check (state in ('open', 'part supplied', 'completed', 'cancelled'))
);
comment on table orders is 'One product an order';
comment on column orders.deliver_to is 'Town of the job; empty when the customer collects';

create table loads (
  ticket_no integer primary key,
  order_no integer not null references orders (order_no),
  registration varchar(8) references lorries (registration),
  driver_id integer references drivers (driver_id),
  clerk_no integer not null references staff (staff_no),
  weighed_out timestamp not null,
  gross_t numeric(5,2) not null,
  tare_t numeric(5,2) not null,
  net_t numeric(5,2) not null,
  check (net_t = gross_t - tare_t)
);
comment on table loads is 'Weighbridge tickets; lorry and driver are empty when the customer came with a vehicle of their own';

create table blasts (
  blast_id integer primary key,
  site_code varchar(4) not null references sites (site_code),
  shotfirer_no integer not null references staff (staff_no),
  fired_at timestamp not null,
  holes smallint not null,
  explosive_kg numeric(7,1) not null,
  tonnes_won integer not null,
  peak_vibration numeric(4,2),
  misfire boolean not null default false
);
comment on column blasts.peak_vibration is 'mm/s at the nearest house; empty when the monitor did not trigger';

create table machines (
  asset_no varchar(6) primary key,
  kind text not null check (kind in ('excavator', 'loading shovel', 'crusher', 'screener', 'dump truck', 'drill rig')),
  make text not null,
  model text not null,
  site_code varchar(4) not null references sites (site_code),
  year_built smallint not null,
  engine_hours integer not null,
  purchase_price numeric(10,2) not null,
  condition text not null check (condition in ('running', 'standby', 'under repair', 'scrapped'))
);

create table inspections (
  inspection_id integer primary key,
  asset_no varchar(6) not null references machines (asset_no),
  inspector_no integer not null references staff (staff_no),
  done_on date not null,
  outcome text not null check (outcome in ('pass', 'advisory', 'fail')),
  minutes smallint not null,
  remarks text
);

create table invoices (
  invoice_no varchar(8) primary key,
  order_no integer not null unique references orders (order_no),
  issued_on date not null,
  due_on date not null,
  net_amount numeric(9,2) not null,
  levy_amount numeric(8,2) not null,
  vat_amount numeric(9,2) not null,
  paid_on date
);
