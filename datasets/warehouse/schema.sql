-- A contract warehouse at the port of Duisburg that stores and ships goods for several clients.
CREATE TABLE zone (
    zone_cd    char(2) PRIMARY KEY,
    zone_name  text NOT NULL UNIQUE,
    temp_class text NOT NULL CHECK (temp_class IN ('ambient', 'chilled', 'frozen')),
    hazmat_ok  boolean NOT NULL
);
COMMENT ON COLUMN zone.hazmat_ok IS 'Whether dangerous goods may be kept in the zone';

CREATE TABLE bin (
    bin_cd     text PRIMARY KEY,
    zone_cd    char(2) NOT NULL REFERENCES zone,
    aisle      text NOT NULL,
    level_no   integer NOT NULL,
    max_kg     integer NOT NULL,
    is_blocked boolean NOT NULL DEFAULT false
);
COMMENT ON TABLE bin IS 'Places in the racks where a pallet can stand';
COMMENT ON COLUMN bin.level_no IS 'Level of the rack, 1 at the floor';

CREATE TABLE client (
    client_cd       char(3) PRIMARY KEY,
    client_name     text NOT NULL,
    industry        text NOT NULL,
    city            text NOT NULL,
    country         text NOT NULL,
    contract_start  date NOT NULL,
    pallet_day_rate numeric(6, 2) NOT NULL
);
COMMENT ON TABLE client IS 'Companies whose goods are kept here';
COMMENT ON COLUMN client.pallet_day_rate IS 'What the client pays for a pallet and day, in euros';

CREATE TABLE sku (
    client_cd  char(3) NOT NULL REFERENCES client,
    sku_no     integer NOT NULL,
    descr      text NOT NULL,
    unit_kg    numeric(7, 2) NOT NULL,
    case_qty   integer NOT NULL,
    reorder_pt integer NOT NULL,
    is_hazmat  boolean NOT NULL DEFAULT false,
    PRIMARY KEY (client_cd, sku_no)
);
COMMENT ON TABLE sku IS 'Articles of the clients; numbered anew for each client';
COMMENT ON COLUMN sku.case_qty IS 'Units in a case';
COMMENT ON COLUMN sku.reorder_pt IS 'Units at which the client wants to be told to send more';

CREATE TABLE worker (
    badge_no    integer PRIMARY KEY,
    first_nm    text NOT NULL,
    last_nm     text NOT NULL,
    role_cd     char(1) NOT NULL CHECK (role_cd IN ('P', 'F', 'C', 'L')),
    lead_badge  integer REFERENCES worker,
    hired_on    date NOT NULL,
    left_on     date,
    hourly_wage numeric(5, 2) NOT NULL
);
COMMENT ON COLUMN worker.role_cd IS 'P picker, F forklift driver, C clerk, L team lead';
COMMENT ON COLUMN worker.lead_badge IS 'Team lead the worker answers to; NULL for the leads';

CREATE TABLE shift (
    badge_no   integer NOT NULL REFERENCES worker,
    work_dt    date NOT NULL,
    shift_type text NOT NULL CHECK (shift_type IN ('early', 'late', 'night')),
    hrs_worked numeric(4, 2) NOT NULL,
    hrs_over   numeric(4, 2) NOT NULL DEFAULT 0,
    PRIMARY KEY (badge_no, work_dt)
);
COMMENT ON COLUMN shift.hrs_over IS 'Overtime in hours, part of hrs_worked';

CREATE TABLE carrier (
    carrier_cd   char(4) PRIMARY KEY,
    carrier_name text NOT NULL,
    mode         text NOT NULL CHECK (mode IN ('road', 'rail', 'parcel', 'barge')),
    phone        text
);

CREATE TABLE inbound (
    inb_no      integer PRIMARY KEY,
    client_cd   char(3) NOT NULL REFERENCES client,
    carrier_cd  char(4) NOT NULL REFERENCES carrier,
    expected_on date NOT NULL,
    arrived_on  date,
    dock_no     integer,
    status      text NOT NULL CHECK (status IN ('announced', 'unloading', 'received', 'refused'))
);
COMMENT ON TABLE inbound IS 'Deliveries of goods to the warehouse';
COMMENT ON COLUMN inbound.arrived_on IS 'NULL until the truck is here';

CREATE TABLE pallet (
    pallet_id   text PRIMARY KEY,
    inb_no      integer NOT NULL REFERENCES inbound,
    client_cd   char(3) NOT NULL,
    sku_no      integer NOT NULL,
    bin_cd      text REFERENCES bin,
    qty_in      integer NOT NULL,
    qty_left    integer NOT NULL,
    best_before date,
    status      text NOT NULL CHECK (status IN ('stored', 'quarantine', 'empty')),
    FOREIGN KEY (client_cd, sku_no) REFERENCES sku
);
COMMENT ON COLUMN pallet.bin_cd IS 'Where it stands now; NULL once it is empty';
COMMENT ON COLUMN pallet.qty_in IS 'Units on it when it came in';
COMMENT ON COLUMN pallet.qty_left IS 'Units still on it';

CREATE TABLE movement (
    mv_id     bigint PRIMARY KEY,
    pallet_id text NOT NULL REFERENCES pallet,
    from_bin  text REFERENCES bin,
    to_bin    text NOT NULL REFERENCES bin,
    badge_no  integer NOT NULL REFERENCES worker,
    moved_at  timestamp NOT NULL,
    reason    text NOT NULL CHECK (reason IN ('putaway', 'replenish', 'consolidate', 'block'))
);
COMMENT ON COLUMN movement.from_bin IS 'NULL when the pallet comes from the dock';

CREATE TABLE shipment (
    shp_no        integer PRIMARY KEY,
    client_cd     char(3) NOT NULL REFERENCES client,
    carrier_cd    char(4) REFERENCES carrier,
    consignee     text NOT NULL,
    dest_city     text NOT NULL,
    dest_country  text NOT NULL,
    ordered_on    date NOT NULL,
    due_on        date NOT NULL,
    dispatched_on date,
    status        text NOT NULL CHECK (status IN ('open', 'picking', 'packed', 'dispatched', 'cancelled')),
    freight_cost  numeric(9, 2)
);
COMMENT ON TABLE shipment IS 'What leaves the warehouse for a consignee';

CREATE TABLE shipment_line (
    shp_no    integer NOT NULL REFERENCES shipment,
    line_no   integer NOT NULL,
    client_cd char(3) NOT NULL,
    sku_no    integer NOT NULL,
    qty       integer NOT NULL,
    picked_by integer REFERENCES worker,
    PRIMARY KEY (shp_no, line_no),
    FOREIGN KEY (client_cd, sku_no) REFERENCES sku
);

CREATE TABLE stock_count (
    count_id   integer PRIMARY KEY,
    bin_cd     text NOT NULL REFERENCES bin,
    pallet_id  text NOT NULL REFERENCES pallet,
    counted_by integer NOT NULL REFERENCES worker,
    counted_on date NOT NULL,
    qty_system integer NOT NULL,
    qty_found  integer NOT NULL
);
COMMENT ON TABLE stock_count IS 'Cycle counts: what the system says against what was found';

CREATE TABLE damage (
    damage_id   integer PRIMARY KEY,
    pallet_id   text NOT NULL REFERENCES pallet,
    reported_by integer NOT NULL REFERENCES worker,
    reported_on date NOT NULL,
    cause       text NOT NULL CHECK (cause IN ('forklift', 'water', 'fall', 'transport', 'pest')),
    qty_lost    integer NOT NULL,
    claim_amt   numeric(9, 2),
    settled     boolean NOT NULL DEFAULT false
);
COMMENT ON COLUMN damage.claim_amt IS 'What the client claims in euros; NULL when nothing is claimed';
