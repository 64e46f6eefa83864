create table family (
  family_id integer primary key,
  name text not null unique,
  common_name text
);

create table species (
  species_id integer primary key,
  family_id integer not null references family (family_id),
  scientific_name text not null unique,
  common_name text,
  growth_form text not null check (growth_form in ('tree', 'shrub', 'herb', 'grass', 'climber')),
  conservation_status text not null check (conservation_status in
    ('least concern', 'near threatened', 'vulnerable', 'endangered', 'critically endangered')),
  storage_behaviour text not null check (storage_behaviour in ('orthodox', 'intermediate', 'recalcitrant'))
);
comment on column species.storage_behaviour is 'How the seeds take drying and freezing';

create table staff (
  staff_id integer primary key,
  first_name text not null,
  last_name text not null,
  job_title text not null,
  department text not null,
  supervisor_id integer references staff (staff_id),
  hired_on date not null,
  email text
);

create table storage_room (
  room_id integer primary key,
  name text not null unique,
  kind text not null check (kind in ('cold vault', 'cryo store', 'drying room', 'working store')),
  temperature_c numeric(5,1) not null,
  humidity_pct integer,
  shelves integer not null
);

create table collector (
  collector_id integer primary key,
  full_name text not null unique,
  affiliation text,
  nationality text not null,
  email text
);
comment on table collector is 'People who gather seeds in the field, most of them not on our staff';

create table expedition (
  expedition_id integer primary key,
  title text not null unique,
  country text not null,
  leader_id integer not null references staff (staff_id),
  start_date date not null,
  end_date date,
  budget numeric(10,2) not null
);
comment on column expedition.end_date is 'Empty while the team is still out';

create table accession (
  accession_id integer primary key,
  accession_no varchar(12) not null unique,
  species_id integer not null references species (species_id),
  collector_id integer not null references collector (collector_id),
  expedition_id integer references expedition (expedition_id),
  room_id integer not null references storage_room (room_id),
  source text not null check (source in ('wild', 'cultivated', 'donation')),
  collected_on date not null,
  received_on date not null,
  altitude_m integer,
  seed_count integer not null,
  weight_g numeric(8,2) not null,
  status text not null check (status in ('active', 'quarantine', 'depleted', 'withdrawn'))
);
comment on column accession.seed_count is 'Seeds left in the store';
comment on column accession.weight_g is 'Weight of the lot when it came in';

create table germination_test (
  test_id integer primary key,
  accession_id integer not null references accession (accession_id),
  analyst_id integer not null references staff (staff_id),
  tested_on date not null,
  medium text not null,
  incubation_c integer not null,
  seeds_sown integer not null check (seeds_sown > 0),
  seeds_germinated integer not null,
  check (seeds_germinated <= seeds_sown)
);

create table institution (
  institution_id integer primary key,
  name text not null unique,
  type text not null check (type in ('university', 'botanic garden', 'research institute', 'ngo', 'nursery')),
  city text not null,
  country text not null
);

create table seed_request (
  request_id integer primary key,
  institution_id integer not null references institution (institution_id),
  requested_on date not null,
  purpose text not null check (purpose in ('research', 'restoration', 'education', 'display', 'breeding')),
  status text not null check (status in ('pending', 'approved', 'rejected', 'fulfilled')),
  handled_by integer references staff (staff_id)
);

create table request_item (
  request_id integer not null references seed_request (request_id),
  line_no smallint not null,
  accession_id integer not null references accession (accession_id),
  quantity integer not null,
  primary key (request_id, line_no)
);
comment on column request_item.quantity is 'Number of seeds asked for';

create table shipment (
  shipment_id integer primary key,
  request_id integer not null references seed_request (request_id),
  carrier text not null,
  shipped_on date not null,
  delivered_on date,
  parcel_weight_g integer not null,
  cost numeric(8,2) not null
);
