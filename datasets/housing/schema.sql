-- A housing association: estates of blocks, flats let to tenants, rent received, repairs, inspections and complaints.
-- Plain SQL for PostgreSQL 13 and later; data.sql.gz fills it. All amounts are in pounds.

CREATE TYPE repair_priority AS ENUM ('emergency', 'urgent', 'routine');

CREATE TABLE staff (
    staff_id      smallint PRIMARY KEY,
    first_name    text NOT NULL,
    last_name     text NOT NULL,
    job_title     text NOT NULL,
    team          text NOT NULL,
    manager_id    smallint REFERENCES staff,
    joined_on     date NOT NULL,
    annual_salary numeric(9, 2) NOT NULL
);
COMMENT ON TABLE staff IS 'People employed by the association';
COMMENT ON COLUMN staff.manager_id IS 'Whom this person reports to; NULL for the chief executive';
COMMENT ON COLUMN staff.annual_salary IS 'Gross pay for a year, in pounds';

CREATE TABLE estate (
    estate_id   smallint PRIMARY KEY,
    estate_name text NOT NULL UNIQUE,
    town        text NOT NULL,
    postcode    text NOT NULL,
    acquired_on date NOT NULL
);
COMMENT ON TABLE estate IS 'Groups of blocks that were built or taken over together';

CREATE TABLE block (
    block_id     smallint PRIMARY KEY,
    block_name   text NOT NULL UNIQUE,
    estate_id    smallint NOT NULL REFERENCES estate,
    year_built   smallint NOT NULL,
    storeys      smallint NOT NULL,
    has_lift     boolean NOT NULL,
    construction text NOT NULL,
    officer_id   smallint REFERENCES staff
);
COMMENT ON TABLE block IS 'Buildings';
COMMENT ON COLUMN block.construction IS 'Main material: brick, concrete panel, timber frame';
COMMENT ON COLUMN block.officer_id IS 'Housing officer who looks after the block';

CREATE TABLE flat (
    block_id      smallint NOT NULL REFERENCES block,
    flat_no       smallint NOT NULL,
    address       text NOT NULL UNIQUE,
    floor         smallint NOT NULL,
    bedrooms      smallint NOT NULL,
    area_m2       numeric(5, 1) NOT NULL,
    weekly_rent   numeric(7, 2) NOT NULL,
    energy_rating char(1) NOT NULL,
    adapted       boolean NOT NULL DEFAULT false,
    state         text NOT NULL CHECK (state IN ('let', 'void', 'works')),
    PRIMARY KEY (block_id, flat_no)
);
COMMENT ON TABLE flat IS 'Homes that the association lets';
COMMENT ON COLUMN flat.floor IS '0 is the ground floor';
COMMENT ON COLUMN flat.adapted IS 'Adapted for wheelchair users';
COMMENT ON COLUMN flat.state IS 'let, void (empty and ready), works (empty, being refurbished)';
COMMENT ON COLUMN flat.energy_rating IS 'Band of the energy certificate, A is best';

CREATE TABLE tenant (
    tenant_id  integer PRIMARY KEY,
    first_name text NOT NULL,
    last_name  text NOT NULL,
    born_on    date NOT NULL,
    phone      text,
    email      text
);
COMMENT ON TABLE tenant IS 'Everybody who holds or held a tenancy';

CREATE TABLE tenancy (
    tenancy_no text PRIMARY KEY,
    block_id   smallint NOT NULL,
    flat_no    smallint NOT NULL,
    kind       text NOT NULL CHECK (kind IN ('starter', 'secure', 'fixed term')),
    status     text NOT NULL CHECK (status IN ('active', 'notice', 'ended')),
    started_on date NOT NULL,
    ended_on   date,
    deposit    numeric(8, 2) NOT NULL,
    FOREIGN KEY (block_id, flat_no) REFERENCES flat,
    CHECK (ended_on >= started_on)
);
COMMENT ON COLUMN tenancy.status IS 'active, notice (the tenant has given notice), ended';

CREATE TABLE tenancy_holder (
    tenancy_no text NOT NULL REFERENCES tenancy,
    tenant_id  integer NOT NULL REFERENCES tenant,
    is_lead    boolean NOT NULL,
    PRIMARY KEY (tenancy_no, tenant_id)
);
COMMENT ON TABLE tenancy_holder IS 'Who holds which tenancy; a joint tenancy has two holders';

CREATE TABLE rent_payment (
    payment_id integer PRIMARY KEY,
    tenancy_no text NOT NULL REFERENCES tenancy,
    paid_on    date NOT NULL,
    amount     numeric(8, 2) NOT NULL CHECK (amount > 0),
    method     text NOT NULL
);
COMMENT ON TABLE rent_payment IS 'Rent received';
COMMENT ON COLUMN rent_payment.method IS 'direct debit, card, cash or housing benefit';

CREATE TABLE trade (
    trade_code char(3) PRIMARY KEY,
    trade_name text NOT NULL UNIQUE
);

CREATE TABLE contractor (
    contractor_id  smallint PRIMARY KEY,
    company        text NOT NULL UNIQUE,
    contact_name   text NOT NULL,
    hourly_rate    numeric(6, 2) NOT NULL,
    approved_since date NOT NULL,
    insured_until  date NOT NULL
);
COMMENT ON TABLE contractor IS 'Firms that may be sent to do repairs';

CREATE TABLE contractor_trade (
    contractor_id smallint NOT NULL REFERENCES contractor,
    trade_code    char(3) NOT NULL REFERENCES trade,
    PRIMARY KEY (contractor_id, trade_code)
);
COMMENT ON TABLE contractor_trade IS 'Trades that a contractor covers';

CREATE TABLE repair (
    repair_no     text PRIMARY KEY,
    block_id      smallint NOT NULL,
    flat_no       smallint NOT NULL,
    trade_code    char(3) NOT NULL REFERENCES trade,
    contractor_id smallint REFERENCES contractor,
    priority      repair_priority NOT NULL,
    status        text NOT NULL CHECK (status IN ('reported', 'assigned', 'done', 'cancelled')),
    description   text NOT NULL,
    reported_at   timestamp NOT NULL,
    completed_on  date,
    cost          numeric(8, 2),
    FOREIGN KEY (block_id, flat_no) REFERENCES flat
);
COMMENT ON TABLE repair IS 'Repairs that tenants reported';
COMMENT ON COLUMN repair.contractor_id IS 'Who was sent; NULL while nobody is';
COMMENT ON COLUMN repair.cost IS 'What the contractor charged; NULL until the repair is done';

CREATE TABLE inspection (
    inspection_id integer PRIMARY KEY,
    block_id      smallint NOT NULL REFERENCES block,
    kind          text NOT NULL,
    inspected_on  date NOT NULL,
    inspector_id  smallint NOT NULL REFERENCES staff,
    outcome       text NOT NULL CHECK (outcome IN ('passed', 'advice', 'failed')),
    defects       smallint NOT NULL,
    next_due_on   date NOT NULL
);
COMMENT ON TABLE inspection IS 'Safety inspections of blocks';
COMMENT ON COLUMN inspection.kind IS 'fire, gas, electrical, lift or asbestos';
COMMENT ON COLUMN inspection.defects IS 'Number of defects found';

CREATE TABLE complaint (
    complaint_id integer PRIMARY KEY,
    tenant_id    integer NOT NULL REFERENCES tenant,
    topic        text NOT NULL,
    received_on  date NOT NULL,
    handler_id   smallint NOT NULL REFERENCES staff,
    closed_on    date,
    upheld       boolean,
    satisfaction smallint CHECK (satisfaction BETWEEN 1 AND 5)
);
COMMENT ON COLUMN complaint.upheld IS 'Whether the association was at fault; NULL while open';
COMMENT ON COLUMN complaint.satisfaction IS 'Score from 1 to 5 that the tenant gave when the complaint was closed; NULL when none was given';
