-- Liffey Savings Bank: a small retail bank. Amounts are in euro.
CREATE TABLE branch (
    br_code   char(3) PRIMARY KEY,
    br_name   text    NOT NULL UNIQUE,
    city      text    NOT NULL,
    opened_on date    NOT NULL,
    has_vault boolean NOT NULL DEFAULT false,
    counters  smallint
);
CREATE TABLE advisor (
    adv_id     integer PRIMARY KEY,
    full_name  text    NOT NULL,
    br_code    char(3) NOT NULL REFERENCES branch (br_code),
    mgr_id     integer REFERENCES advisor (adv_id),
    job_level  text    NOT NULL CHECK (job_level IN ('junior', 'senior', 'lead', 'director')),
    hired_on   date    NOT NULL,
    mth_salary numeric(8, 2) NOT NULL
);
CREATE TABLE customer (
    cust_no      integer PRIMARY KEY,
    first_name   text NOT NULL,
    last_name    text NOT NULL,
    birth_dt     date,
    home_city    text NOT NULL,
    segment      text NOT NULL CHECK (segment IN ('retail', 'private', 'student', 'business')),
    adv_id       integer REFERENCES advisor (adv_id),
    joined_on    date NOT NULL,
    email        text,
    marketing_ok boolean NOT NULL DEFAULT false
);
CREATE TABLE acct_type (
    type_code   char(3) PRIMARY KEY,
    descr       text NOT NULL UNIQUE,
    mth_fee     numeric(6, 2) NOT NULL,
    int_rate    numeric(5, 2) NOT NULL
);
CREATE TABLE acct (
    acct_no   text PRIMARY KEY,
    type_code char(3) NOT NULL REFERENCES acct_type (type_code),
    br_code   char(3) NOT NULL REFERENCES branch (br_code),
    opened_on date NOT NULL,
    closed_on date,
    balance   numeric(12, 2) NOT NULL,
    od_limit  numeric(10, 2) NOT NULL DEFAULT 0
);
CREATE TABLE acct_holder (
    acct_no  text    NOT NULL REFERENCES acct (acct_no),
    cust_no  integer NOT NULL REFERENCES customer (cust_no),
    role     text    NOT NULL CHECK (role IN ('primary', 'joint', 'proxy')),
    since_dt date    NOT NULL,
    PRIMARY KEY (acct_no, cust_no)
);
CREATE TABLE card (
    card_id    integer PRIMARY KEY,
    acct_no    text    NOT NULL,
    cust_no    integer NOT NULL,
    card_kind  text    NOT NULL CHECK (card_kind IN ('debit', 'credit', 'prepaid')),
    network    text    NOT NULL CHECK (network IN ('visa', 'mastercard')),
    issued_on  date    NOT NULL,
    expires_on date    NOT NULL,
    is_blocked boolean NOT NULL DEFAULT false,
    day_limit  numeric(8, 2) NOT NULL,
    FOREIGN KEY (acct_no, cust_no) REFERENCES acct_holder (acct_no, cust_no)
);
CREATE TABLE txn (
    txn_id    bigint PRIMARY KEY,
    acct_no   text      NOT NULL REFERENCES acct (acct_no),
    booked_at timestamp NOT NULL,
    direction text      NOT NULL CHECK (direction IN ('in', 'out')),
    amount    numeric(10, 2) NOT NULL CHECK (amount > 0),
    channel   text      NOT NULL CHECK (channel IN ('atm', 'online', 'counter', 'card_terminal', 'standing_order')),
    purpose   text
);
CREATE TABLE loan (
    loan_id     integer PRIMARY KEY,
    cust_no     integer NOT NULL REFERENCES customer (cust_no),
    br_code     char(3) NOT NULL REFERENCES branch (br_code),
    loan_kind   text    NOT NULL CHECK (loan_kind IN ('mortgage', 'car', 'personal', 'education')),
    principal   numeric(12, 2) NOT NULL,
    int_rate    numeric(5, 2)  NOT NULL,
    term_months smallint NOT NULL,
    granted_on  date NOT NULL,
    status      text NOT NULL CHECK (status IN ('active', 'paid_off', 'defaulted'))
);
CREATE TABLE loan_pmt (
    loan_id  integer  NOT NULL REFERENCES loan (loan_id),
    inst_no  smallint NOT NULL,
    due_on   date     NOT NULL,
    paid_on  date,
    amt_due  numeric(10, 2) NOT NULL,
    amt_paid numeric(10, 2) NOT NULL DEFAULT 0,
    PRIMARY KEY (loan_id, inst_no)
);
COMMENT ON TABLE branch IS 'Branches of the bank';
COMMENT ON COLUMN branch.counters IS 'Number of service counters; NULL when not known';
COMMENT ON TABLE advisor IS 'Advisors who look after customers';
COMMENT ON COLUMN advisor.mgr_id IS 'The advisor''s manager; NULL at the top';
COMMENT ON COLUMN advisor.mth_salary IS 'Gross salary a month';
COMMENT ON COLUMN customer.adv_id IS 'Personal advisor; NULL when the customer has none';
COMMENT ON COLUMN customer.birth_dt IS 'Date of birth; NULL for business customers';
COMMENT ON COLUMN customer.marketing_ok IS 'Whether the customer agreed to be sent advertising';
COMMENT ON COLUMN acct_type.int_rate IS 'Interest paid, percent a year';
COMMENT ON COLUMN acct.br_code IS 'Branch that keeps the account';
COMMENT ON COLUMN acct.closed_on IS 'NULL while the account is open';
COMMENT ON COLUMN acct.od_limit IS 'How far the account may be overdrawn';
COMMENT ON TABLE acct_holder IS 'Which customers hold which accounts';
COMMENT ON TABLE txn IS 'Bookings on accounts';
COMMENT ON COLUMN txn.direction IS 'in: money received; out: money paid or withdrawn';
COMMENT ON COLUMN loan.principal IS 'Amount lent';
COMMENT ON COLUMN loan.int_rate IS 'Interest charged, percent a year';
COMMENT ON TABLE loan_pmt IS 'Instalments of loans that have fallen due';
COMMENT ON COLUMN loan_pmt.paid_on IS 'NULL while unpaid';
