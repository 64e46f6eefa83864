-- Electricity supplier: who takes power where, what the meters say, what was billed and paid, and who goes out to mend things.
-- Money is in pounds unless the comment says pence. Energy is in kilowatt hours.

CREATE TABLE district (
    dist_code  char(3) PRIMARY KEY,
    dist_name  text    NOT NULL UNIQUE,
    county     text    NOT NULL,
    substations integer NOT NULL CHECK (substations >= 0)
);
COMMENT ON TABLE district IS 'Supply areas the network is split into';
COMMENT ON COLUMN district.substations IS 'Number of primary substations in the district';

CREATE TABLE customer (
    cust_no     integer PRIMARY KEY,
    first_name  text    NOT NULL,
    last_name   text    NOT NULL,
    cust_kind   char(1) NOT NULL CHECK (cust_kind IN ('D', 'B')),
    email       text,
    phone       text,
    since       date    NOT NULL,
    psr         boolean NOT NULL DEFAULT false,
    referred_by integer REFERENCES customer
);
COMMENT ON TABLE customer IS 'People and firms who hold, or held, a supply contract';
COMMENT ON COLUMN customer.cust_kind IS 'D domestic, B business';
COMMENT ON COLUMN customer.since IS 'Day the account was opened';
COMMENT ON COLUMN customer.psr IS 'On the priority services register (elderly, ill, dependent on equipment)';
COMMENT ON COLUMN customer.referred_by IS 'Existing customer who brought this one in';

CREATE TABLE premises (
    prem_id   integer PRIMARY KEY,
    dist_code char(3) NOT NULL REFERENCES district,
    address   text    NOT NULL,
    town      text    NOT NULL,
    postcode  text    NOT NULL,
    prop_type text    NOT NULL,
    bedrooms  smallint,
    has_solar boolean NOT NULL DEFAULT false
);
COMMENT ON TABLE premises IS 'Places that are connected to the network';
COMMENT ON COLUMN premises.prop_type IS 'house, flat, farm, shop, office or school';
COMMENT ON COLUMN premises.bedrooms IS 'Only for houses, flats and farms';

CREATE TABLE meter (
    serial   text PRIMARY KEY,
    prem_id  integer NOT NULL REFERENCES premises,
    mtr_type text    NOT NULL CHECK (mtr_type IN ('smart', 'credit', 'prepayment')),
    maker    text    NOT NULL,
    fitted   date    NOT NULL,
    removed  date,
    replaces text REFERENCES meter,
    CHECK (removed > fitted)
);
COMMENT ON COLUMN meter.removed IS 'NULL while the meter is in place';
COMMENT ON COLUMN meter.replaces IS 'Meter that was taken out when this one was fitted';

CREATE TABLE reading (
    serial   text NOT NULL REFERENCES meter,
    read_on  date NOT NULL,
    register integer NOT NULL,
    used_kwh integer NOT NULL CHECK (used_kwh >= 0),
    src      char(1) NOT NULL CHECK (src IN ('S', 'C', 'V', 'E')),
    PRIMARY KEY (serial, read_on)
);
COMMENT ON COLUMN reading.register IS 'What the dial shows';
COMMENT ON COLUMN reading.used_kwh IS 'Units since the reading before';
COMMENT ON COLUMN reading.src IS 'S sent by a smart meter, C given by the customer, V taken on a visit, E estimated';

CREATE TABLE tariff (
    trf_code    text PRIMARY KEY,
    trf_name    text NOT NULL UNIQUE,
    unit_rate   numeric(6, 2) NOT NULL,
    standing    numeric(6, 2) NOT NULL,
    green       boolean NOT NULL DEFAULT false,
    term_months smallint,
    launched    date NOT NULL,
    withdrawn   date
);
COMMENT ON COLUMN tariff.unit_rate IS 'Pence per kWh';
COMMENT ON COLUMN tariff.standing IS 'Standing charge, pence per day';
COMMENT ON COLUMN tariff.term_months IS 'Length of a fixed deal; NULL when variable';

CREATE TABLE contract (
    con_no   integer PRIMARY KEY,
    cust_no  integer NOT NULL REFERENCES customer,
    prem_id  integer NOT NULL REFERENCES premises,
    trf_code text    NOT NULL REFERENCES tariff,
    start_on date    NOT NULL,
    end_on   date,
    status   text    NOT NULL CHECK (status IN ('live', 'ended', 'pending'))
);

CREATE TABLE bill (
    bill_no text PRIMARY KEY,
    con_no  integer NOT NULL REFERENCES contract,
    issued  date NOT NULL,
    due     date NOT NULL,
    kwh     integer NOT NULL,
    amount  numeric(10, 2) NOT NULL,
    vat     numeric(10, 2) NOT NULL,
    status  text NOT NULL CHECK (status IN ('paid', 'part paid', 'unpaid', 'disputed'))
);
COMMENT ON COLUMN bill.kwh IS 'Units charged for';
COMMENT ON COLUMN bill.amount IS 'What the customer has to pay, VAT included';

CREATE TABLE payment (
    pay_id  integer PRIMARY KEY,
    bill_no text NOT NULL REFERENCES bill,
    paid_on date NOT NULL,
    amt     numeric(10, 2) NOT NULL CHECK (amt > 0),
    method  text NOT NULL
);
COMMENT ON COLUMN payment.method IS 'direct debit, card, bank transfer or cash';

CREATE TABLE engineer (
    eng_id      integer PRIMARY KEY,
    first_name  text NOT NULL,
    last_name   text NOT NULL,
    grade       text NOT NULL,
    dist_code   char(3) NOT NULL REFERENCES district,
    joined      date NOT NULL,
    hourly_cost numeric(6, 2) NOT NULL,
    boss_id     integer REFERENCES engineer
);
COMMENT ON COLUMN engineer.grade IS 'apprentice, fitter, senior or chief';
COMMENT ON COLUMN engineer.dist_code IS 'District whose depot the engineer works from';

CREATE TABLE engineer_skill (
    eng_id    integer NOT NULL REFERENCES engineer,
    skill     text    NOT NULL,
    passed_on date    NOT NULL,
    PRIMARY KEY (eng_id, skill)
);
COMMENT ON TABLE engineer_skill IS 'What an engineer is certified to do';

CREATE TABLE fault (
    fault_no    integer PRIMARY KEY,
    dist_code   char(3) NOT NULL REFERENCES district,
    reported_at timestamp NOT NULL,
    restored_at timestamp,
    mins_off    integer,
    homes_off   integer NOT NULL,
    cause       text NOT NULL,
    severity    smallint NOT NULL CHECK (severity BETWEEN 1 AND 3)
);
COMMENT ON TABLE fault IS 'Interruptions of supply';
COMMENT ON COLUMN fault.restored_at IS 'NULL while the power is still off';
COMMENT ON COLUMN fault.mins_off IS 'Minutes from report to restoration; NULL until then';
COMMENT ON COLUMN fault.homes_off IS 'Properties without power';
COMMENT ON COLUMN fault.severity IS '1 minor, 2 serious, 3 critical';

CREATE TABLE visit (
    visit_id integer PRIMARY KEY,
    prem_id  integer NOT NULL REFERENCES premises,
    eng_id   integer NOT NULL REFERENCES engineer,
    fault_no integer REFERENCES fault,
    visit_on date NOT NULL,
    purpose  text NOT NULL,
    hrs      numeric(4, 2) NOT NULL,
    outcome  text NOT NULL CHECK (outcome IN ('done', 'no access', 'follow-up'))
);
COMMENT ON TABLE visit IS 'Call of an engineer at a property';
COMMENT ON COLUMN visit.purpose IS 'meter fitting, repair, inspection, safety check or meter reading';
COMMENT ON COLUMN visit.hrs IS 'Hours on site';

CREATE TABLE complaint (
    comp_no   integer PRIMARY KEY,
    cust_no   integer NOT NULL REFERENCES customer,
    opened    date NOT NULL,
    closed    date,
    topic     text NOT NULL,
    channel   text NOT NULL,
    comp_paid numeric(8, 2) NOT NULL DEFAULT 0
);
COMMENT ON COLUMN complaint.topic IS 'billing, power cut, meter, missed appointment or staff';
COMMENT ON COLUMN complaint.channel IS 'phone, email, letter or web';
COMMENT ON COLUMN complaint.comp_paid IS 'Compensation granted';
