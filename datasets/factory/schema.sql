create table work_centres (
  centre_id integer primary key,
  name text not null,
  building text not null,
  floor_space_m2 integer not null
);

create table operators (
  operator_id integer primary key,
  first_name text not null,
  last_name text not null,
  badge_no varchar(8) not null unique,
  centre_id integer not null references work_centres (centre_id),
  team_leader_id integer references operators (operator_id),
  skill_level text not null check (skill_level in ('apprentice', 'skilled', 'master')),
  hourly_wage numeric(6,2) not null,
  hired_on date not null,
  email text
);

create table machines (
  machine_id integer primary key,
  name text not null,
  machine_type text not null check (machine_type in ('lathe', 'milling machine', 'grinder', 'press', 'drill', 'laser cutter', 'washing unit')),
  centre_id integer not null references work_centres (centre_id),
  manufacturer text not null,
  purchased_on date not null,
  purchase_price numeric(10,2) not null,
  status text not null check (status in ('running', 'idle', 'under repair', 'retired')),
  last_serviced_on date
);

create table products (
  product_id integer primary key,
  part_no varchar(10) not null unique,
  name text not null,
  family text not null check (family in ('shafts', 'gears', 'bearings', 'flanges', 'bushings', 'couplings')),
  weight_kg numeric(7,3) not null,
  list_price numeric(8,2) not null,
  unit_cost numeric(8,2) not null,
  discontinued boolean not null
);

create table customers (
  customer_id integer primary key,
  name text not null,
  city text not null,
  country text not null,
  customer_since date not null
);

create table production_orders (
  order_no integer primary key,
  product_id integer not null references products (product_id),
  customer_id integer references customers (customer_id),
  planned_quantity integer not null check (planned_quantity > 0),
  priority text not null check (priority in ('low', 'normal', 'high')),
  status text not null check (status in ('planned', 'in progress', 'completed', 'cancelled')),
  start_date date not null,
  due_date date not null,
  completed_on date
);
comment on column production_orders.customer_id is 'Empty when made for stock';

create table shifts (
  shift_id integer primary key,
  order_no integer not null references production_orders (order_no),
  machine_id integer not null references machines (machine_id),
  operator_id integer not null references operators (operator_id),
  shift_date date not null,
  shift_type text not null check (shift_type in ('early', 'late', 'night')),
  hours_run numeric(4,2) not null,
  units_produced integer not null,
  units_scrapped integer not null
);
comment on table shifts is 'One operator on one machine, working on one order';
comment on column shifts.units_produced is 'Good units only';

create table downtime (
  downtime_id integer primary key,
  machine_id integer not null references machines (machine_id),
  reported_by integer references operators (operator_id),
  started_at timestamp not null,
  minutes integer not null,
  cause text not null check (cause in ('breakdown', 'tool change', 'no material', 'power failure', 'maintenance', 'no operator')),
  remark text
);

create table quality_inspections (
  inspection_id integer primary key,
  order_no integer not null references production_orders (order_no),
  inspector_id integer not null references operators (operator_id),
  inspected_on date not null,
  sample_size integer not null,
  defects_found integer not null,
  result text not null check (result in ('passed', 'failed', 'rework'))
);

create table suppliers (
  supplier_id integer primary key,
  name text not null,
  city text not null,
  country text not null,
  rating numeric(2,1),
  approved boolean not null,
  phone text
);
comment on column suppliers.rating is '1 to 5; empty when not rated yet';

create table materials (
  material_id integer primary key,
  name text not null,
  category text not null check (category in ('steel', 'aluminium', 'brass', 'plastic', 'lubricant', 'consumable')),
  unit text not null,
  stock_quantity numeric(9,1) not null,
  reorder_level numeric(9,1) not null
);

create table material_purchases (
  purchase_no integer primary key,
  supplier_id integer not null references suppliers (supplier_id),
  material_id integer not null references materials (material_id),
  ordered_on date not null,
  quantity numeric(9,1) not null,
  unit_price numeric(8,2) not null,
  delivered_on date,
  status text not null check (status in ('ordered', 'delivered', 'returned', 'cancelled'))
);
