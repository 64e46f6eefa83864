-- A mobile phone operator in Ireland. Amounts are in euro; times are local, without a zone.

CREATE TABLE city (
    city_id    integer PRIMARY KEY,
    city_name  text    NOT NULL UNIQUE,
    county     text    NOT NULL,
    population integer NOT NULL
);

CREATE TABLE tower (
    tower_code      text    PRIMARY KEY,
    city_id         integer NOT NULL REFERENCES city (city_id),
    technology      text    NOT NULL CHECK (technology IN ('3G', '4G', '5G')),
    height_m        integer NOT NULL,
    commissioned_on date    NOT NULL,
    switched_off_on date
);
COMMENT ON TABLE tower IS 'Radio masts of our own network';
COMMENT ON COLUMN tower.technology IS 'Best technology that the mast carries';
COMMENT ON COLUMN tower.height_m IS 'Height in metres';

CREATE TABLE shop (
    shop_no   integer PRIMARY KEY,
    shop_name text    NOT NULL UNIQUE,
    city_id   integer NOT NULL REFERENCES city (city_id),
    opened_on date    NOT NULL,
    floor_sqm integer NOT NULL
);

CREATE TABLE agent (
    agent_no      integer PRIMARY KEY,
    first_name    text    NOT NULL,
    last_name     text    NOT NULL,
    shop_no       integer REFERENCES shop (shop_no),
    supervisor_no integer REFERENCES agent (agent_no),
    job_role      text    NOT NULL CHECK (job_role IN ('shop manager', 'sales adviser', 'support agent', 'support lead')),
    hired_on      date    NOT NULL
);
COMMENT ON TABLE agent IS 'Staff who sell in the shops or answer support tickets';
COMMENT ON COLUMN agent.shop_no IS 'Shop the agent works in; NULL in the support centre';
COMMENT ON COLUMN agent.supervisor_no IS 'Agent this one reports to; NULL at the top';

CREATE TABLE plan (
    plan_code       text          PRIMARY KEY,
    plan_name       text          NOT NULL UNIQUE,
    plan_type       text          NOT NULL CHECK (plan_type IN ('PRE', 'POST')),
    monthly_fee     numeric(8, 2) NOT NULL,
    data_gb         integer,
    minutes_incl    integer       NOT NULL,
    contract_months integer       NOT NULL DEFAULT 0,
    launched_on     date          NOT NULL,
    on_offer        boolean       NOT NULL DEFAULT true
);
COMMENT ON TABLE plan IS 'Tariffs, including those no longer sold';
COMMENT ON COLUMN plan.plan_type IS 'PRE = prepaid, POST = postpaid (billed monthly)';
COMMENT ON COLUMN plan.data_gb IS 'Data included a month in GB; NULL means unlimited';
COMMENT ON COLUMN plan.minutes_incl IS 'Minutes included a month';
COMMENT ON COLUMN plan.contract_months IS 'Shortest term in months; 0 when it can be left at any time';
COMMENT ON COLUMN plan.on_offer IS 'False when the plan can no longer be taken';

CREATE TABLE handset (
    handset_id   integer       PRIMARY KEY,
    brand        text          NOT NULL,
    model        text          NOT NULL,
    op_system    text          NOT NULL,
    supports_5g  boolean       NOT NULL,
    list_price   numeric(8, 2) NOT NULL,
    release_year integer       NOT NULL,
    UNIQUE (brand, model)
);

CREATE TABLE customer (
    cust_no     integer PRIMARY KEY,
    first_name  text    NOT NULL,
    last_name   text    NOT NULL,
    company     text,
    is_business boolean NOT NULL DEFAULT false,
    email       text,
    birth_date  date,
    city_id     integer NOT NULL REFERENCES city (city_id),
    joined_on   date    NOT NULL,
    paperless   boolean NOT NULL,
    referred_by integer REFERENCES customer (cust_no)
);
COMMENT ON COLUMN customer.company IS 'Name of the firm; NULL for private customers';
COMMENT ON COLUMN customer.city_id IS 'City the customer lives in';
COMMENT ON COLUMN customer.referred_by IS 'Customer who recommended us; NULL when nobody did';
COMMENT ON COLUMN customer.paperless IS 'True when invoices are sent by e-mail only';

CREATE TABLE subscription (
    sub_id        integer PRIMARY KEY,
    msisdn        text    NOT NULL UNIQUE,
    sim_serial    text    NOT NULL UNIQUE,
    cust_no       integer NOT NULL REFERENCES customer (cust_no),
    plan_code     text    NOT NULL REFERENCES plan (plan_code),
    handset_id    integer REFERENCES handset (handset_id),
    shop_no       integer REFERENCES shop (shop_no),
    sold_by       integer REFERENCES agent (agent_no),
    activated_on  date    NOT NULL,
    terminated_on date,
    status        text    NOT NULL CHECK (status IN ('A', 'S', 'T'))
);
COMMENT ON TABLE subscription IS 'One row a SIM: a phone number on a plan';
COMMENT ON COLUMN subscription.msisdn IS 'Phone number in international form without plus';
COMMENT ON COLUMN subscription.handset_id IS 'Phone bought with the subscription; NULL for SIM only';
COMMENT ON COLUMN subscription.shop_no IS 'Shop where it was sold; NULL when taken out online';
COMMENT ON COLUMN subscription.sold_by IS 'Agent who sold it; NULL when taken out online';
COMMENT ON COLUMN subscription.status IS 'A = active, S = suspended, T = terminated';

CREATE TABLE call_record (
    call_id       integer       PRIMARY KEY,
    sub_id        integer       NOT NULL REFERENCES subscription (sub_id),
    called_number text          NOT NULL,
    call_type     text          NOT NULL CHECK (call_type IN ('national', 'international', 'premium')),
    started_at    timestamp     NOT NULL,
    duration_sec  integer       NOT NULL,
    tower_code    text          NOT NULL REFERENCES tower (tower_code),
    charge        numeric(8, 2) NOT NULL
);
COMMENT ON TABLE call_record IS 'Outgoing calls since September 2026';
COMMENT ON COLUMN call_record.duration_sec IS 'Length in seconds';
COMMENT ON COLUMN call_record.tower_code IS 'Mast where the call began';
COMMENT ON COLUMN call_record.charge IS 'Charged beside the monthly fee; 0 when included';

CREATE TABLE data_usage (
    sub_id      integer NOT NULL REFERENCES subscription (sub_id),
    usage_month date    NOT NULL,
    mb_used     integer NOT NULL,
    roaming_mb  integer NOT NULL,
    PRIMARY KEY (sub_id, usage_month)
);
COMMENT ON TABLE data_usage IS 'Mobile data of each SIM by month, since July 2026';
COMMENT ON COLUMN data_usage.usage_month IS 'First day of the month';
COMMENT ON COLUMN data_usage.mb_used IS 'All data in MB, roaming included';

CREATE TABLE invoice (
    inv_no    text           PRIMARY KEY,
    cust_no   integer        NOT NULL REFERENCES customer (cust_no),
    issued_on date           NOT NULL,
    due_on    date           NOT NULL,
    net_amt   numeric(10, 2) NOT NULL,
    vat_amt   numeric(10, 2) NOT NULL,
    status    text           NOT NULL CHECK (status IN ('open', 'paid', 'overdue'))
);
COMMENT ON TABLE invoice IS 'Monthly bills for postpaid plans';

CREATE TABLE payment (
    payment_id integer        PRIMARY KEY,
    inv_no     text           NOT NULL REFERENCES invoice (inv_no),
    paid_on    date           NOT NULL,
    amount     numeric(10, 2) NOT NULL,
    pay_method text           NOT NULL CHECK (pay_method IN ('direct_debit', 'card', 'cash', 'bank_transfer'))
);

CREATE TABLE ticket (
    ticket_no    integer   PRIMARY KEY,
    cust_no      integer   NOT NULL REFERENCES customer (cust_no),
    sub_id       integer   REFERENCES subscription (sub_id),
    agent_no     integer   NOT NULL REFERENCES agent (agent_no),
    category     text      NOT NULL,
    priority     text      NOT NULL CHECK (priority IN ('low', 'normal', 'high', 'urgent')),
    status       text      NOT NULL CHECK (status IN ('open', 'waiting', 'resolved')),
    opened_at    timestamp NOT NULL,
    closed_at    timestamp,
    satisfaction integer   CHECK (satisfaction BETWEEN 1 AND 5)
);
COMMENT ON TABLE ticket IS 'Support requests of customers';
COMMENT ON COLUMN ticket.sub_id IS 'SIM it is about; NULL when about the account as a whole';
COMMENT ON COLUMN ticket.agent_no IS 'Agent who handles it';
COMMENT ON COLUMN ticket.satisfaction IS 'Score the customer gave afterwards, 1 (bad) to 5 (good); NULL when none was given';
