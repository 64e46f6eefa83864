-- A commercial print shop: jobs for trade customers, printed on papers, run over machines step by step,
-- dispatched, invoiced and paid for. Amounts are in pounds sterling.

CREATE TABLE customer (
    cust_no      integer PRIMARY KEY,
    company      varchar(80) NOT NULL UNIQUE,
    contact_name varchar(60),
    town         varchar(40) NOT NULL,
    sector       varchar(20) NOT NULL,
    acct_since   date NOT NULL,
    credit_limit numeric(10,2) NOT NULL DEFAULT 0
);
COMMENT ON TABLE customer IS 'Companies with an account at the print shop';
COMMENT ON COLUMN customer.contact_name IS 'Whom we ring up; NULL when nobody in particular';
COMMENT ON COLUMN customer.sector IS 'publishing, retail, hospitality, charity, education or arts';
COMMENT ON COLUMN customer.acct_since IS 'Day the account was opened';

CREATE TABLE supplier (
    sup_code  char(4) PRIMARY KEY,
    sup_name  varchar(60) NOT NULL,
    town      varchar(40) NOT NULL,
    lead_days smallint NOT NULL
);
COMMENT ON COLUMN supplier.lead_days IS 'Days from our order to their delivery';

CREATE TABLE paper (
    paper_code     varchar(10) PRIMARY KEY,
    descr          varchar(60) NOT NULL,
    gsm            smallint NOT NULL,
    finish         varchar(10) NOT NULL CHECK (finish IN ('gloss', 'silk', 'matt', 'uncoated')),
    sup_code       char(4) NOT NULL REFERENCES supplier,
    cost_per_sheet numeric(8,4) NOT NULL,
    recycled       boolean NOT NULL DEFAULT false
);
COMMENT ON COLUMN paper.gsm IS 'Grams a square metre';
COMMENT ON COLUMN paper.cost_per_sheet IS 'What the supplier charges for one sheet';

CREATE TABLE paper_stock (
    paper_code   varchar(10) NOT NULL REFERENCES paper,
    store        varchar(20) NOT NULL,
    sheets       integer NOT NULL CHECK (sheets >= 0),
    counted_on   date NOT NULL,
    PRIMARY KEY (paper_code, store)
);
COMMENT ON TABLE paper_stock IS 'Sheets of each paper in each store room at the last count';

CREATE TABLE product (
    prod_code char(3) PRIMARY KEY,
    title     varchar(40) NOT NULL,
    family    varchar(20) NOT NULL,
    setup_fee numeric(8,2) NOT NULL
);
COMMENT ON TABLE product IS 'What the shop prints: flyers, books, menus and so on';
COMMENT ON COLUMN product.family IS 'sheet, folded, bound or large format';

CREATE TABLE machine (
    mach_no         smallint PRIMARY KEY,
    mach_name       varchar(40) NOT NULL,
    kind            varchar(10) NOT NULL CHECK (kind IN ('offset', 'digital', 'plotter', 'cutter', 'folder', 'binder')),
    bought_on       date NOT NULL,
    sheets_per_hour integer,
    in_service      boolean NOT NULL DEFAULT true
);
COMMENT ON COLUMN machine.sheets_per_hour IS 'Top speed; NULL for machines that are not fed with sheets';

CREATE TABLE operator (
    op_id         integer PRIMARY KEY,
    first_name    varchar(30) NOT NULL,
    last_name     varchar(30) NOT NULL,
    hired_on      date NOT NULL,
    hourly_pay    numeric(6,2) NOT NULL,
    supervisor_id integer REFERENCES operator
);
COMMENT ON TABLE operator IS 'People who run the machines';
COMMENT ON COLUMN operator.supervisor_id IS 'Operator who supervises this one; NULL for the head of production';

CREATE TABLE shift (
    op_id      integer NOT NULL REFERENCES operator,
    shift_date date NOT NULL,
    slot       varchar(9) NOT NULL CHECK (slot IN ('early', 'late', 'night')),
    mach_no    smallint NOT NULL REFERENCES machine,
    hours      numeric(4,2) NOT NULL,
    PRIMARY KEY (op_id, shift_date)
);

CREATE TABLE job (
    job_no      integer PRIMARY KEY,
    job_title   varchar(80) NOT NULL,
    cust_no     integer NOT NULL REFERENCES customer,
    prod_code   char(3) NOT NULL REFERENCES product,
    paper_code  varchar(10) NOT NULL REFERENCES paper,
    ordered_on  date NOT NULL,
    due_on      date NOT NULL,
    finished_on date,
    copies      integer NOT NULL CHECK (copies > 0),
    price       numeric(10,2) NOT NULL,
    status      char(1) NOT NULL CHECK (status IN ('Q', 'P', 'F', 'D', 'X'))
);
COMMENT ON COLUMN job.status IS 'Q queued, P in production, F finished, D delivered, X cancelled';
COMMENT ON COLUMN job.price IS 'Agreed price without VAT';
COMMENT ON COLUMN job.finished_on IS 'Day the last step was done; NULL while it is not';

CREATE TABLE job_step (
    job_no       integer NOT NULL REFERENCES job,
    step_no      smallint NOT NULL,
    mach_no      smallint NOT NULL REFERENCES machine,
    op_id        integer NOT NULL REFERENCES operator,
    done_on      date NOT NULL,
    minutes      integer NOT NULL,
    waste_sheets integer NOT NULL DEFAULT 0,
    PRIMARY KEY (job_no, step_no)
);
COMMENT ON TABLE job_step IS 'What was done for a job, on which machine and by whom';
COMMENT ON COLUMN job_step.waste_sheets IS 'Sheets spoilt in this step';

CREATE TABLE delivery (
    dlv_no  integer PRIMARY KEY,
    job_no  integer NOT NULL REFERENCES job,
    sent_on date NOT NULL,
    carrier varchar(30) NOT NULL,
    parcels smallint NOT NULL,
    to_town varchar(40) NOT NULL
);
COMMENT ON TABLE delivery IS 'Consignments sent out; a big job can go in two';

CREATE TABLE invoice (
    inv_no    varchar(10) PRIMARY KEY,
    job_no    integer NOT NULL UNIQUE REFERENCES job,
    issued_on date NOT NULL,
    pay_by    date NOT NULL,
    net_amt   numeric(10,2) NOT NULL,
    vat_amt   numeric(10,2) NOT NULL
);

CREATE TABLE payment (
    pay_id  integer PRIMARY KEY,
    inv_no  varchar(10) NOT NULL REFERENCES invoice,
    paid_on date NOT NULL,
    method  varchar(15) NOT NULL,
    amount  numeric(10,2) NOT NULL
);
COMMENT ON TABLE payment IS 'Money received against invoices; some pay in two parts';
COMMENT ON COLUMN payment.method IS 'transfer, card, cheque or direct debit';

CREATE TABLE reprint (
    reprint_id integer PRIMARY KEY,
    job_no     integer NOT NULL REFERENCES job,
    asked_on   date NOT NULL,
    fault      varchar(30) NOT NULL,
    copies     integer NOT NULL,
    cost       numeric(8,2) NOT NULL
);
COMMENT ON TABLE reprint IS 'Copies printed again free of charge';
COMMENT ON COLUMN reprint.fault IS 'What was wrong with the first printing';
COMMENT ON COLUMN reprint.cost IS 'What printing again cost us';
