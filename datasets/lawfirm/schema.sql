-- A law firm with four offices: clients, their matters, hours, invoices, hearings. Plain SQL for the current schema.
-- Amounts are in pounds sterling.

CREATE TABLE office (
    office_code char(3) PRIMARY KEY,
    city        text NOT NULL UNIQUE,
    address     text NOT NULL,
    opened_on   date NOT NULL
);

CREATE TABLE lawyer (
    lawyer_id     integer PRIMARY KEY,
    first_name    text NOT NULL,
    last_name     text NOT NULL,
    email         text NOT NULL UNIQUE,
    grade         varchar(2) NOT NULL CHECK (grade IN ('P', 'SA', 'A', 'T')),
    office_code   char(3) NOT NULL REFERENCES office,
    supervisor_id integer REFERENCES lawyer,
    hourly_rate   numeric(7, 2) NOT NULL,
    joined_on     date NOT NULL,
    left_on       date
);
COMMENT ON TABLE lawyer IS 'Everybody who records time, those who have left included';
COMMENT ON COLUMN lawyer.grade IS 'P partner, SA senior associate, A associate, T trainee';
COMMENT ON COLUMN lawyer.supervisor_id IS 'Lawyer who supervises this one; NULL for the partners';
COMMENT ON COLUMN lawyer.hourly_rate IS 'Current charge-out rate an hour, without VAT';
COMMENT ON COLUMN lawyer.left_on IS 'Last day at the firm; NULL while still here';

CREATE TABLE practice_area (
    area_id        smallint PRIMARY KEY,
    area_name      text NOT NULL UNIQUE,
    parent_area_id smallint REFERENCES practice_area
);
COMMENT ON TABLE practice_area IS 'Areas of law in a tree; matters are filed under any level without areas below';

CREATE TABLE client (
    client_no    integer PRIMARY KEY,
    client_name  text NOT NULL UNIQUE,
    client_type  text NOT NULL CHECK (client_type IN ('company', 'individual', 'public body')),
    industry     text,
    city         text NOT NULL,
    email        text,
    client_since date NOT NULL,
    referred_by  integer REFERENCES client
);
COMMENT ON COLUMN client.industry IS 'Industry of a company; NULL for others';
COMMENT ON COLUMN client.referred_by IS 'Client who recommended the firm to this one; NULL when nobody did';

CREATE TABLE matter (
    matter_no  varchar(8) PRIMARY KEY,
    title      text NOT NULL UNIQUE,
    client_no  integer NOT NULL REFERENCES client,
    area_id    smallint NOT NULL REFERENCES practice_area,
    lead_id    integer NOT NULL REFERENCES lawyer,
    fee_type   char(1) NOT NULL CHECK (fee_type IN ('H', 'F', 'C')),
    budget     numeric(10, 2),
    state      text NOT NULL CHECK (state IN ('open', 'on hold', 'closed')),
    opponent   text,
    opened_on  date NOT NULL,
    closed_on  date,
    CHECK ((state = 'closed') = (closed_on IS NOT NULL))
);
COMMENT ON TABLE matter IS 'What the firm does for a client: a dispute, a deal, a piece of advice';
COMMENT ON COLUMN matter.lead_id IS 'Lawyer responsible for the matter';
COMMENT ON COLUMN matter.fee_type IS 'H by the hour, F fixed fee, C contingency';
COMMENT ON COLUMN matter.budget IS 'Fees agreed with the client; NULL when none were';

CREATE TABLE matter_team (
    matter_no varchar(8) NOT NULL REFERENCES matter,
    lawyer_id integer NOT NULL REFERENCES lawyer,
    team_role text NOT NULL CHECK (team_role IN ('drafting', 'research', 'advocacy', 'support')),
    PRIMARY KEY (matter_no, lawyer_id)
);
COMMENT ON TABLE matter_team IS 'Lawyers who help on a matter beside the one responsible';

CREATE TABLE time_entry (
    entry_no  integer PRIMARY KEY,
    matter_no varchar(8) NOT NULL REFERENCES matter,
    lawyer_id integer NOT NULL REFERENCES lawyer,
    worked_on date NOT NULL,
    hours     numeric(4, 1) NOT NULL CHECK (hours > 0),
    rate      numeric(7, 2) NOT NULL,
    billable  boolean NOT NULL,
    activity  text NOT NULL
);
COMMENT ON COLUMN time_entry.rate IS 'Rate an hour applied to this entry';

CREATE TABLE expense (
    expense_no  integer PRIMARY KEY,
    matter_no   varchar(8) NOT NULL REFERENCES matter,
    kind        text NOT NULL,
    amount      numeric(9, 2) NOT NULL,
    incurred_on date NOT NULL,
    recoverable boolean NOT NULL
);
COMMENT ON TABLE expense IS 'Money laid out for a matter';
COMMENT ON COLUMN expense.recoverable IS 'True when it is charged on to the client';

CREATE TABLE invoice (
    invoice_no varchar(9) PRIMARY KEY,
    matter_no  varchar(8) NOT NULL REFERENCES matter,
    issued_on  date NOT NULL,
    due_on     date NOT NULL,
    fee_amt    numeric(10, 2) NOT NULL,
    exp_amt    numeric(10, 2) NOT NULL,
    vat_amt    numeric(10, 2) NOT NULL,
    total_amt  numeric(10, 2) NOT NULL,
    status     text NOT NULL CHECK (status IN ('sent', 'paid', 'written off')),
    CHECK (total_amt = fee_amt + exp_amt + vat_amt)
);
COMMENT ON COLUMN invoice.fee_amt IS 'Fees, without VAT';
COMMENT ON COLUMN invoice.exp_amt IS 'Expenses charged on, without VAT';

CREATE TABLE payment (
    payment_no  integer PRIMARY KEY,
    invoice_no  varchar(9) NOT NULL REFERENCES invoice,
    received_on date NOT NULL,
    amount      numeric(10, 2) NOT NULL,
    method      text NOT NULL CHECK (method IN ('bank transfer', 'cheque', 'card'))
);
COMMENT ON TABLE payment IS 'Money received for invoices, sometimes in two parts';

CREATE TABLE court (
    court_id   smallint PRIMARY KEY,
    court_name text NOT NULL UNIQUE,
    city       text NOT NULL,
    court_type text NOT NULL
);

CREATE TABLE hearing (
    hearing_id  integer PRIMARY KEY,
    matter_no   varchar(8) NOT NULL REFERENCES matter,
    court_id    smallint NOT NULL REFERENCES court,
    advocate_id integer NOT NULL REFERENCES lawyer,
    heard_at    timestamp NOT NULL,
    judge       text NOT NULL,
    outcome     text CHECK (outcome IN ('won', 'lost', 'settled', 'adjourned'))
);
COMMENT ON COLUMN hearing.advocate_id IS 'Lawyer who speaks for the client';
COMMENT ON COLUMN hearing.outcome IS 'NULL until the hearing has taken place';

CREATE TABLE document (
    doc_id     integer PRIMARY KEY,
    matter_no  varchar(8) NOT NULL REFERENCES matter,
    author_id  integer NOT NULL REFERENCES lawyer,
    doc_type   text NOT NULL CHECK (doc_type IN ('contract', 'letter', 'pleading', 'memo', 'witness statement')),
    doc_title  text NOT NULL,
    pages      integer NOT NULL CHECK (pages > 0),
    drafted_on date NOT NULL
);
