create table workshop (
  workshop_id smallint primary key,
  workshop_name text not null,
  town text not null,
  floor_area integer not null,
  benches smallint not null,
  opened_on date not null
);
comment on column workshop.floor_area is 'Square metres';

create table joiner (
  joiner_id integer primary key,
  full_name text not null,
  workshop_id smallint not null references workshop (workshop_id),
  master_id integer references joiner (joiner_id),
  level text not null check (level in ('apprentice', 'journeyman', 'master')),
  hourly_rate numeric(6,2) not null,
  started_on date not null,
  left_on date,
  phone text
);
comment on column joiner.master_id is 'The master who is responsible for this joiner';

create table material (
  material_code varchar(6) primary key,
  material_name text not null,
  kind text not null check (kind in ('hardwood', 'softwood', 'board', 'textile', 'metal', 'finish')),
  unit text not null check (unit in ('m2', 'm', 'kg', 'l', 'piece')),
  unit_cost numeric(8,2) not null,
  on_hand numeric(9,1) not null,
  reorder_level numeric(9,1) not null,
  origin text,
  fsc_certified boolean not null
);
comment on column material.origin is 'Country; empty when unknown or mixed';

create table design (
  design_id integer primary key,
  title text not null unique,
  category text not null check (category in ('chair', 'table', 'cabinet', 'bed', 'bookcase', 'desk', 'sofa')),
  designer text not null,
  list_price numeric(8,2) not null,
  width_cm integer not null,
  height_cm integer not null,
  weight_kg numeric(5,1),
  based_on integer references design (design_id),
  introduced_on date not null,
  retired boolean not null
);
comment on column design.based_on is 'The design of which this one is a variant';

create table design_material (
  design_id integer not null references design (design_id),
  material_code varchar(6) not null references material (material_code),
  amount numeric(7,2) not null,
  primary key (design_id, material_code)
);
comment on table design_material is 'Bill of materials for one piece';

create table customer (
  customer_id integer primary key,
  customer_name text not null unique,
  customer_type text not null check (customer_type in ('private', 'retailer', 'hotel', 'office', 'architect')),
  town text not null,
  country text not null,
  email text,
  phone text,
  customer_since date not null
);

create table customer_order (
  order_no integer primary key,
  customer_id integer not null references customer (customer_id),
  ordered_on date not null,
  wanted_by date,
  channel text not null check (channel in ('showroom', 'website', 'trade fair', 'phone')),
  status text not null check (status in ('new', 'in production', 'shipped', 'completed', 'cancelled')),
  deposit numeric(8,2)
);

create table order_line (
  order_no integer not null references customer_order (order_no),
  line_no smallint not null,
  design_id integer not null references design (design_id),
  quantity smallint not null,
  unit_price numeric(8,2) not null,
  wood text,
  primary key (order_no, line_no)
);

create table production_step (
  step_id integer primary key,
  order_no integer not null,
  line_no smallint not null,
  operation text not null check (operation in ('cutting', 'joinery', 'sanding', 'finishing', 'upholstery', 'assembly')),
  joiner_id integer not null references joiner (joiner_id),
  started_on date not null,
  finished_on date,
  planned_hours numeric(5,1) not null,
  actual_hours numeric(5,1),
  foreign key (order_no, line_no) references order_line (order_no, line_no)
);
comment on column production_step.actual_hours is 'Empty until the step is finished';

create table carrier (
  carrier_code char(3) primary key,
  carrier_name text not null,
  vehicle text not null check (vehicle in ('van', 'lorry', 'parcel')),
  own_fleet boolean not null
);

create table delivery (
  delivery_id integer primary key,
  order_no integer not null references customer_order (order_no),
  carrier_code char(3) not null references carrier (carrier_code),
  dispatched_on date not null,
  delivered_on date,
  distance_km integer not null,
  cost numeric(7,2) not null,
  outcome text not null check (outcome in ('on the way', 'delivered', 'refused', 'damaged'))
);

create table complaint (
  complaint_id integer primary key,
  order_no integer not null references customer_order (order_no),
  design_id integer not null references design (design_id),
  filed_on date not null,
  cause text not null check (cause in ('scratch', 'wobbly', 'wrong colour', 'crack', 'missing part')),
  severity smallint not null check (severity between 1 and 3),
  settled_on date,
  refund numeric(8,2)
);
comment on column complaint.severity is '1 minor, 2 serious, 3 unusable';
