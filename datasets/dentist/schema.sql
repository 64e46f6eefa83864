-- A dental practice with four surgeries in Devon. Plain SQL for PostgreSQL 13 and later; amounts are in pounds sterling.

CREATE TYPE appt_status AS ENUM ('booked', 'completed', 'cancelled', 'no_show');

CREATE TABLE surgery (
    surg_cd    char(3)     PRIMARY KEY,
    surg_name  text        NOT NULL UNIQUE,
    town       text        NOT NULL,
    chairs     smallint    NOT NULL CHECK (chairs > 0),
    opened_on  date        NOT NULL
);
COMMENT ON TABLE surgery IS 'The premises patients are seen at';
COMMENT ON COLUMN surgery.chairs IS 'Number of dental chairs';

CREATE TABLE dentist (
    dent_no    smallint    PRIMARY KEY,
    first_nm   text        NOT NULL,
    last_nm    text        NOT NULL,
    gdc_no     char(6)     NOT NULL UNIQUE,
    specialty  text        NOT NULL,
    surg_cd    char(3)     NOT NULL REFERENCES surgery,
    mentor_no  smallint    REFERENCES dentist (dent_no),
    joined_on  date        NOT NULL,
    left_on    date,
    CHECK (left_on > joined_on),
    CHECK (mentor_no <> dent_no)
);
COMMENT ON COLUMN dentist.gdc_no IS 'Registration number of the General Dental Council';
COMMENT ON COLUMN dentist.surg_cd IS 'Surgery the dentist is based at; appointments can be at another';
COMMENT ON COLUMN dentist.mentor_no IS 'Senior dentist who looks after this one; NULL for seniors';
COMMENT ON COLUMN dentist.left_on IS 'Last working day; NULL while working here';

CREATE TABLE insurer (
    insurer_cd char(3)     PRIMARY KEY,
    insurer_nm text        NOT NULL UNIQUE,
    phone      text        NOT NULL,
    cover_pct  smallint    NOT NULL CHECK (cover_pct BETWEEN 0 AND 100)
);
COMMENT ON COLUMN insurer.cover_pct IS 'Share of a bill the insurer usually covers, in percent';

CREATE TABLE patient (
    pat_no     integer     PRIMARY KEY,
    first_nm   text        NOT NULL,
    last_nm    text        NOT NULL,
    sex        char(1)     NOT NULL CHECK (sex IN ('F', 'M')),
    born_on    date        NOT NULL,
    town       text        NOT NULL,
    email      text,
    mobile     text,
    insurer_cd char(3)     REFERENCES insurer,
    usual_dent smallint    REFERENCES dentist (dent_no),
    referred_by integer    REFERENCES patient (pat_no),
    is_nervous boolean     NOT NULL DEFAULT false,
    reg_on     date        NOT NULL,
    CHECK (referred_by <> pat_no)
);
COMMENT ON COLUMN patient.insurer_cd IS 'Dental insurance of the patient; NULL when uninsured';
COMMENT ON COLUMN patient.usual_dent IS 'Dentist the patient usually sees; NULL when not chosen yet';
COMMENT ON COLUMN patient.referred_by IS 'Patient who recommended us to this one';
COMMENT ON COLUMN patient.is_nervous IS 'True when the patient is anxious and needs longer slots';
COMMENT ON COLUMN patient.reg_on IS 'Day the patient was registered with the practice';

CREATE TABLE procedure (
    proc_cd    varchar(4)  PRIMARY KEY,
    descr      text        NOT NULL UNIQUE,
    grp        char(3)     NOT NULL CHECK (grp IN ('PRV', 'RES', 'END', 'PRO', 'SUR', 'ORT', 'COS')),
    std_fee    numeric(8,2) NOT NULL CHECK (std_fee >= 0),
    std_mins   smallint    NOT NULL CHECK (std_mins > 0)
);
COMMENT ON TABLE procedure IS 'Price list: every kind of work the practice does';
COMMENT ON COLUMN procedure.grp IS 'PRV preventive, RES restorative, END endodontic, PRO prosthetic, SUR surgical, ORT orthodontic, COS cosmetic';
COMMENT ON COLUMN procedure.std_fee IS 'List price';
COMMENT ON COLUMN procedure.std_mins IS 'Usual length in minutes';

CREATE TABLE tooth (
    fdi        smallint    PRIMARY KEY,
    tooth_nm   text        NOT NULL UNIQUE,
    kind       text        NOT NULL CHECK (kind IN ('incisor', 'canine', 'premolar', 'molar')),
    jaw        text        NOT NULL CHECK (jaw IN ('upper', 'lower'))
);
COMMENT ON TABLE tooth IS 'The 32 permanent teeth, numbered as the FDI does';

CREATE TABLE appointment (
    appt_no    integer     PRIMARY KEY,
    pat_no     integer     NOT NULL REFERENCES patient,
    dent_no    smallint    NOT NULL REFERENCES dentist,
    surg_cd    char(3)     NOT NULL REFERENCES surgery,
    starts_at  timestamp   NOT NULL,
    mins       smallint    NOT NULL CHECK (mins > 0),
    status     appt_status NOT NULL,
    booked_via text        NOT NULL CHECK (booked_via IN ('phone', 'online', 'desk'))
);
COMMENT ON COLUMN appointment.starts_at IS 'Local time';
COMMENT ON COLUMN appointment.mins IS 'Length of the slot in minutes';

CREATE TABLE treatment (
    appt_no    integer     NOT NULL REFERENCES appointment,
    ln_no      smallint    NOT NULL,
    proc_cd    varchar(4)  NOT NULL REFERENCES procedure,
    fdi        smallint    REFERENCES tooth,
    fee        numeric(8,2) NOT NULL,
    discount   numeric(8,2) NOT NULL DEFAULT 0,
    PRIMARY KEY (appt_no, ln_no)
);
COMMENT ON TABLE treatment IS 'Work carried out at an appointment, line by line';
COMMENT ON COLUMN treatment.fdi IS 'Tooth worked on; NULL when the whole mouth is meant';

CREATE TABLE dental_lab (
    lab_id     smallint    PRIMARY KEY,
    lab_nm     text        NOT NULL UNIQUE,
    town       text        NOT NULL,
    turnaround smallint    NOT NULL
);
COMMENT ON COLUMN dental_lab.turnaround IS 'Promised turnaround in days';

CREATE TABLE lab_order (
    order_no   integer     PRIMARY KEY,
    lab_id     smallint    NOT NULL REFERENCES dental_lab,
    appt_no    integer     NOT NULL,
    ln_no      smallint    NOT NULL,
    item       text        NOT NULL,
    material   text        NOT NULL,
    shade      text,
    sent_on    date        NOT NULL,
    due_on     date        NOT NULL,
    recd_on    date,
    cost       numeric(8,2) NOT NULL,
    FOREIGN KEY (appt_no, ln_no) REFERENCES treatment (appt_no, ln_no)
);
COMMENT ON COLUMN lab_order.shade IS 'Vita shade such as A2';
COMMENT ON COLUMN lab_order.recd_on IS 'Day the work came back; NULL while still at the lab';

CREATE TABLE invoice (
    inv_no     integer     PRIMARY KEY,
    pat_no     integer     NOT NULL REFERENCES patient,
    appt_no    integer     NOT NULL UNIQUE REFERENCES appointment,
    issued_on  date        NOT NULL,
    due_on     date        NOT NULL,
    total      numeric(9,2) NOT NULL,
    state      text        NOT NULL CHECK (state IN ('paid', 'open', 'written_off'))
);
COMMENT ON COLUMN invoice.state IS 'open until paid in full by patient and insurer; written_off when given up';

CREATE TABLE payment (
    pay_no     integer     PRIMARY KEY,
    inv_no     integer     NOT NULL REFERENCES invoice,
    paid_on    date        NOT NULL,
    amount     numeric(9,2) NOT NULL CHECK (amount > 0),
    method     char(2)     NOT NULL CHECK (method IN ('CD', 'CA', 'BT', 'DD'))
);
COMMENT ON TABLE payment IS 'Money received from patients; what insurers pay is with the claims';
COMMENT ON COLUMN payment.method IS 'CD card, CA cash, BT bank transfer, DD direct debit';

CREATE TABLE claim (
    claim_no   integer     PRIMARY KEY,
    inv_no     integer     NOT NULL UNIQUE REFERENCES invoice,
    insurer_cd char(3)     NOT NULL REFERENCES insurer,
    sent_on    date        NOT NULL,
    settled_on date,
    claimed    numeric(9,2) NOT NULL,
    paid_amt   numeric(9,2),
    outcome    char(1)     NOT NULL CHECK (outcome IN ('S', 'P', 'R'))
);
COMMENT ON COLUMN claim.outcome IS 'S sent and waiting, P paid, R rejected';
COMMENT ON COLUMN claim.paid_amt IS 'What the insurer paid; NULL while waiting, 0 when rejected';

CREATE INDEX ON appointment (pat_no);
CREATE INDEX ON appointment (dent_no, starts_at);
CREATE INDEX ON payment (inv_no);
