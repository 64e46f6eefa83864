CREATE TABLE farms (
  id integer PRIMARY KEY,
  farm_name text NOT NULL UNIQUE,
  county text NOT NULL,
  owner_name text NOT NULL,
  organic boolean NOT NULL,
  joined_on date NOT NULL
);
COMMENT ON COLUMN farms.joined_on IS 'When the farm joined the cooperative';
CREATE TABLE fields (
  id integer PRIMARY KEY,
  farm_id integer NOT NULL REFERENCES farms,
  field_code text NOT NULL UNIQUE,
  area_ha numeric(6,2) NOT NULL,
  soil_type text CHECK (soil_type IN ('clay','loam','sand','peat','chalk')),
  irrigated boolean NOT NULL
);
CREATE TABLE crops (
  id integer PRIMARY KEY,
  crop_name text NOT NULL UNIQUE,
  crop_type text NOT NULL CHECK (crop_type IN ('cereal','vegetable','fruit','oilseed','root')),
  season text NOT NULL CHECK (season IN ('spring','summer','autumn','winter')),
  growing_days integer
);
CREATE TABLE harvests (
  id integer PRIMARY KEY,
  field_id integer NOT NULL REFERENCES fields,
  crop_id integer NOT NULL REFERENCES crops,
  harvested_on date NOT NULL,
  tonnes numeric(8,2) NOT NULL,
  quality text CHECK (quality IN ('A','B','C')),
  moisture_pct numeric(4,1)
);
CREATE TABLE workers (
  id integer PRIMARY KEY,
  farm_id integer NOT NULL REFERENCES farms,
  full_name text NOT NULL UNIQUE,
  job text NOT NULL CHECK (job IN ('driver','picker','foreman','mechanic')),
  hourly_wage numeric(6,2) NOT NULL,
  hired_on date NOT NULL,
  left_on date,
  supervisor_id integer REFERENCES workers
);
COMMENT ON COLUMN workers.left_on IS 'Last day at the farm; NULL while employed';
CREATE TABLE machines (
  id integer PRIMARY KEY,
  farm_id integer REFERENCES farms,
  serial_no text NOT NULL UNIQUE,
  kind text NOT NULL CHECK (kind IN ('tractor','combine','sprayer','baler','seeder')),
  maker text NOT NULL,
  bought_on date NOT NULL,
  purchase_price numeric(10,2) NOT NULL,
  hourly_cost numeric(6,2) NOT NULL,
  condition text NOT NULL CHECK (condition IN ('working','in repair','scrapped'))
);
COMMENT ON COLUMN machines.farm_id IS 'Farm that owns the machine; NULL when the cooperative owns it';
CREATE TABLE machine_usage (
  id integer PRIMARY KEY,
  machine_id integer NOT NULL REFERENCES machines,
  field_id integer NOT NULL REFERENCES fields,
  worker_id integer REFERENCES workers,
  used_on date NOT NULL,
  hours numeric(4,1) NOT NULL,
  fuel_litres numeric(6,1)
);
CREATE TABLE buyers (
  id integer PRIMARY KEY,
  company text NOT NULL UNIQUE,
  buyer_type text NOT NULL CHECK (buyer_type IN ('wholesaler','supermarket','mill','restaurant','exporter')),
  city text NOT NULL,
  country text NOT NULL,
  email text
);
CREATE TABLE sales (
  id integer PRIMARY KEY,
  buyer_id integer NOT NULL REFERENCES buyers,
  crop_id integer NOT NULL REFERENCES crops,
  sold_on date NOT NULL,
  tonnes numeric(8,2) NOT NULL,
  price_per_tonne numeric(8,2) NOT NULL,
  payment text NOT NULL CHECK (payment IN ('paid','open','overdue'))
);
CREATE TABLE deliveries (
  id integer PRIMARY KEY,
  sale_id integer NOT NULL REFERENCES sales,
  carrier text NOT NULL,
  tonnes numeric(8,2) NOT NULL,
  shipped_on date NOT NULL,
  arrived_on date,
  state text NOT NULL CHECK (state IN ('in transit','arrived','lost'))
);
