CREATE TABLE depot (
    depot_code text PRIMARY KEY,
    city       text NOT NULL,
    country    text NOT NULL,
    hub_code   text REFERENCES depot,
    docks      smallint NOT NULL,
    opened_on  date NOT NULL
);
COMMENT ON COLUMN depot.hub_code IS 'Hub this depot is supplied from; NULL for hubs';
COMMENT ON COLUMN depot.docks IS 'Number of loading docks';
CREATE TABLE truck (
    truck_id    integer PRIMARY KEY,
    plate       text NOT NULL UNIQUE,
    make        text NOT NULL,
    build_year  smallint NOT NULL,
    fuel_type   text NOT NULL CHECK (fuel_type IN ('diesel', 'lng', 'electric')),
    max_load_kg integer NOT NULL,
    depot_code  text NOT NULL REFERENCES depot,
    bought_on   date NOT NULL,
    retired_on  date
);
COMMENT ON COLUMN truck.max_load_kg IS 'Payload in kilograms';
COMMENT ON COLUMN truck.retired_on IS 'When taken out of service; NULL while in use';
CREATE TABLE driver (
    driver_id     integer PRIMARY KEY,
    first_name    text NOT NULL,
    last_name     text NOT NULL,
    mobile        text,
    depot_code    text NOT NULL REFERENCES depot,
    mentor_id     integer REFERENCES driver,
    licence_class text NOT NULL CHECK (licence_class IN ('C', 'CE', 'C1')),
    hourly_wage   numeric(6,2) NOT NULL,
    adr_certified boolean NOT NULL,
    hired_on      date NOT NULL
);
COMMENT ON COLUMN driver.mentor_id IS 'Experienced driver who trains this one; NULL for the experienced';
COMMENT ON COLUMN driver.adr_certified IS 'True when allowed to carry dangerous goods';
CREATE TABLE customer (
    customer_id  integer PRIMARY KEY,
    company_name text NOT NULL UNIQUE,
    sector       text NOT NULL,
    city         text NOT NULL,
    credit_limit numeric(10,2),
    since        date NOT NULL
);
COMMENT ON COLUMN customer.credit_limit IS 'In euros; NULL when paying in advance';
CREATE TABLE shipment (
    shipment_no    integer PRIMARY KEY,
    customer_id    integer NOT NULL REFERENCES customer,
    origin_depot   text NOT NULL REFERENCES depot,
    target_depot   text NOT NULL REFERENCES depot,
    truck_id       integer REFERENCES truck,
    booked_on      date NOT NULL,
    due_on         date NOT NULL,
    picked_up_at   timestamp,
    delivered_at   timestamp,
    state          text NOT NULL CHECK (state IN ('booked', 'in_transit', 'delivered', 'lost', 'cancelled')),
    priority       text NOT NULL CHECK (priority IN ('standard', 'express', 'overnight')),
    distance_km    integer NOT NULL,
    freight_charge numeric(9,2) NOT NULL,
    fuel_cost      numeric(9,2),
    CHECK (origin_depot <> target_depot)
);
COMMENT ON COLUMN shipment.freight_charge IS 'What the customer pays, in euros';
COMMENT ON COLUMN shipment.fuel_cost IS 'Fuel used, in euros; NULL until the trip is over';
COMMENT ON COLUMN shipment.truck_id IS 'NULL until a truck is assigned';
CREATE TABLE shipment_driver (
    shipment_no  integer NOT NULL REFERENCES shipment,
    driver_id    integer NOT NULL REFERENCES driver,
    hours_driven numeric(5,2) NOT NULL,
    PRIMARY KEY (shipment_no, driver_id)
);
COMMENT ON TABLE shipment_driver IS 'Who drove which shipment';
CREATE TABLE cargo_item (
    cargo_item_id integer PRIMARY KEY,
    shipment_no   integer NOT NULL REFERENCES shipment,
    category      text NOT NULL CHECK (category IN ('food', 'machinery', 'chemicals', 'furniture', 'electronics', 'textiles', 'building materials')),
    pieces        integer NOT NULL,
    weight_kg     numeric(9,1) NOT NULL,
    declared_value numeric(10,2),
    hazardous     boolean NOT NULL DEFAULT false
);
COMMENT ON TABLE cargo_item IS 'What is in a shipment';
CREATE TABLE incident (
    incident_id integer PRIMARY KEY,
    truck_id    integer NOT NULL REFERENCES truck,
    shipment_no integer REFERENCES shipment,
    happened_on date NOT NULL,
    kind        text NOT NULL CHECK (kind IN ('breakdown', 'accident', 'theft', 'flat tyre', 'cargo damage')),
    severity    smallint NOT NULL CHECK (severity BETWEEN 1 AND 5),
    repair_cost numeric(9,2),
    remark      text
);
COMMENT ON COLUMN incident.shipment_no IS 'Shipment under way; NULL when the truck was empty or parked';
COMMENT ON COLUMN incident.severity IS '1 slight to 5 severe';
COMMENT ON COLUMN incident.repair_cost IS 'In euros; NULL when nothing had to be repaired';
