create table warehouses (
  warehouse_id integer primary key,
  name text not null,
  town text not null,
  capacity_kg integer not null,
  has_cold_storage boolean not null,
  opened_on date not null
);

create table volunteers (
  volunteer_id integer primary key,
  first_name text not null,
  last_name text not null,
  town text not null,
  email text,
  joined_on date not null,
  can_drive_van boolean not null,
  status text not null check (status in ('active', 'on leave', 'left')),
  coordinator_id integer references volunteers (volunteer_id)
);
comment on column volunteers.coordinator_id is 'The volunteer who looks after this one; empty for coordinators';

create table donors (
  donor_id integer primary key,
  name text not null,
  donor_type text not null check (donor_type in ('supermarket', 'farm', 'restaurant', 'company', 'school', 'private person')),
  town text not null,
  email text,
  phone text,
  donor_since date not null
);

create table items (
  item_id integer primary key,
  name text not null,
  category text not null check (category in ('tinned food', 'dry goods', 'fresh produce', 'dairy', 'drinks', 'baby products', 'toiletries')),
  unit text not null,
  weight_kg numeric(6,3) not null,
  perishable boolean not null
);
comment on column items.weight_kg is 'Weight of one unit';

create table food_donations (
  donation_id integer primary key,
  donor_id integer not null references donors (donor_id),
  warehouse_id integer not null references warehouses (warehouse_id),
  received_on date not null,
  received_by integer references volunteers (volunteer_id)
);

create table donation_items (
  donation_id integer not null references food_donations (donation_id),
  line_no smallint not null,
  item_id integer not null references items (item_id),
  quantity integer not null check (quantity > 0),
  best_before date,
  primary key (donation_id, line_no)
);

create table stock (
  warehouse_id integer not null references warehouses (warehouse_id),
  item_id integer not null references items (item_id),
  quantity integer not null check (quantity >= 0),
  minimum_quantity integer not null,
  last_counted_on date not null,
  primary key (warehouse_id, item_id)
);

create table households (
  household_id integer primary key,
  contact_name text not null,
  town text not null,
  adults smallint not null,
  children smallint not null,
  registered_on date not null,
  referred_by text,
  status text not null check (status in ('active', 'paused', 'closed'))
);
comment on column households.referred_by is 'Agency that sent them; empty when they came on their own';

create table visits (
  visit_id integer primary key,
  household_id integer not null references households (household_id),
  warehouse_id integer not null references warehouses (warehouse_id),
  visit_date date not null,
  reason text not null check (reason in ('low income', 'benefit delay', 'debt', 'illness', 'job loss', 'homelessness'))
);

create table parcels (
  parcel_id integer primary key,
  visit_id integer not null references visits (visit_id),
  parcel_type text not null check (parcel_type in ('standard', 'vegetarian', 'halal', 'gluten free', 'baby')),
  weight_kg numeric(6,2) not null,
  packed_by integer references volunteers (volunteer_id)
);

create table shifts (
  shift_id integer primary key,
  warehouse_id integer not null references warehouses (warehouse_id),
  shift_date date not null,
  task text not null check (task in ('sorting', 'packing', 'driving', 'reception')),
  places smallint not null
);
comment on column shifts.places is 'How many volunteers are wanted';

create table shift_assignments (
  shift_id integer not null references shifts (shift_id),
  volunteer_id integer not null references volunteers (volunteer_id),
  attended boolean not null,
  hours numeric(4,2),
  primary key (shift_id, volunteer_id)
);
comment on column shift_assignments.hours is 'Hours worked; empty when the volunteer did not come';
