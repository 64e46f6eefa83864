-- Maintenance and production data of a factory for small household appliances. Amounts in EUR, times local.

CREATE TYPE wo_stat AS ENUM ('open', 'planned', 'in_progress', 'done', 'cancelled');

CREATE TABLE prod_line (
    line_cd   varchar(4) PRIMARY KEY,
    line_nm   varchar(40) NOT NULL,
    bldg      varchar(20) NOT NULL,
    cap_hr    integer NOT NULL,
    start_dt  date NOT NULL
);
COMMENT ON COLUMN prod_line.cap_hr IS 'Rated capacity in units per hour';
COMMENT ON COLUMN prod_line.bldg IS 'Building';

CREATE TABLE mach (
    mach_id     integer PRIMARY KEY,
    mach_nm     varchar(40) NOT NULL,
    line_cd     varchar(4) REFERENCES prod_line,
    par_mach_id integer REFERENCES mach,
    mach_typ    varchar(20) NOT NULL,
    mfr         varchar(30) NOT NULL,
    inst_dt     date NOT NULL,
    crit        char(1) NOT NULL CHECK (crit IN ('A', 'B', 'C')),
    pwr_kw      numeric(6, 1) NOT NULL,
    is_act      boolean NOT NULL
);
COMMENT ON TABLE mach IS 'Machines and the equipment built into them';
COMMENT ON COLUMN mach.line_cd IS 'NULL for utilities such as compressors';
COMMENT ON COLUMN mach.par_mach_id IS 'Parent machine: the one this equipment is part of';
COMMENT ON COLUMN mach.mfr IS 'Manufacturer';
COMMENT ON COLUMN mach.inst_dt IS 'Date of installation';
COMMENT ON COLUMN mach.crit IS 'Criticality: A stops the line, B slows it, C neither';
COMMENT ON COLUMN mach.pwr_kw IS 'Rated power';
COMMENT ON COLUMN mach.is_act IS 'False when taken out of service';

CREATE TABLE oper (
    oper_no   integer PRIMARY KEY,
    fst_nm    varchar(30) NOT NULL,
    lst_nm    varchar(30) NOT NULL,
    role_cd   varchar(4) NOT NULL CHECK (role_cd IN ('OPR', 'TEC', 'LEAD', 'QA')),
    lead_no   integer REFERENCES oper,
    line_cd   varchar(4) REFERENCES prod_line,
    hire_dt   date NOT NULL,
    hr_rate   numeric(5, 2) NOT NULL
);
COMMENT ON TABLE oper IS 'Operators and other shop floor people';
COMMENT ON COLUMN oper.role_cd IS 'OPR operator, TEC maintenance technician, LEAD team leader, QA quality inspector';
COMMENT ON COLUMN oper.lead_no IS 'Team leader of this person';
COMMENT ON COLUMN oper.line_cd IS 'Home line; NULL for those who work everywhere';
COMMENT ON COLUMN oper.hr_rate IS 'Pay per hour';

CREATE TABLE prd (
    prd_cd    varchar(8) PRIMARY KEY,
    prd_nm    varchar(40) NOT NULL,
    prd_fam   varchar(20) NOT NULL,
    std_cost  numeric(7, 2) NOT NULL,
    wgt_kg    numeric(5, 2) NOT NULL
);
COMMENT ON TABLE prd IS 'Products made here';
COMMENT ON COLUMN prd.prd_fam IS 'Product family';
COMMENT ON COLUMN prd.std_cost IS 'Standard cost of one unit';

CREATE TABLE prod_run (
    line_cd   varchar(4) NOT NULL REFERENCES prod_line,
    run_dt    date NOT NULL,
    shft      varchar(5) NOT NULL CHECK (shft IN ('early', 'late', 'night')),
    prd_cd    varchar(8) NOT NULL REFERENCES prd,
    qty_plan  integer NOT NULL,
    qty_prod  integer NOT NULL,
    qty_scrap integer NOT NULL,
    dwn_min   integer NOT NULL,
    PRIMARY KEY (line_cd, run_dt, shft)
);
COMMENT ON TABLE prod_run IS 'Production runs: what a line made in one shift';
COMMENT ON COLUMN prod_run.shft IS 'Shift';
COMMENT ON COLUMN prod_run.qty_prod IS 'Units produced, scrap not included';
COMMENT ON COLUMN prod_run.dwn_min IS 'Downtime in minutes';

CREATE TABLE dfct (
    dfct_id   integer PRIMARY KEY,
    line_cd   varchar(4) NOT NULL,
    run_dt    date NOT NULL,
    shft      varchar(5) NOT NULL,
    dfct_typ  varchar(20) NOT NULL,
    sev       varchar(8) NOT NULL CHECK (sev IN ('minor', 'major', 'critical')),
    qty_dfct  integer NOT NULL,
    insp_no   integer NOT NULL REFERENCES oper,
    FOREIGN KEY (line_cd, run_dt, shft) REFERENCES prod_run
);
COMMENT ON TABLE dfct IS 'Defects found in a production run';
COMMENT ON COLUMN dfct.sev IS 'Severity';
COMMENT ON COLUMN dfct.qty_dfct IS 'Units affected';
COMMENT ON COLUMN dfct.insp_no IS 'Inspector who found it';

CREATE TABLE vend (
    vend_id   integer PRIMARY KEY,
    vend_nm   varchar(40) NOT NULL,
    ctry      varchar(20) NOT NULL,
    lead_days integer NOT NULL
);
COMMENT ON TABLE vend IS 'Vendors of spare parts';
COMMENT ON COLUMN vend.lead_days IS 'Usual delivery time in days';

CREATE TABLE part (
    part_no   varchar(8) PRIMARY KEY,
    part_nm   varchar(40) NOT NULL,
    vend_id   integer NOT NULL REFERENCES vend,
    unit_cost numeric(8, 2) NOT NULL,
    stk_qty   integer NOT NULL,
    min_stk   integer NOT NULL
);
COMMENT ON TABLE part IS 'Spare parts';
COMMENT ON COLUMN part.stk_qty IS 'Pieces in stock';
COMMENT ON COLUMN part.min_stk IS 'Reorder level';

CREATE TABLE wo (
    wo_id     integer PRIMARY KEY,
    mach_id   integer NOT NULL REFERENCES mach,
    wo_typ    varchar(4) NOT NULL CHECK (wo_typ IN ('PM', 'CM', 'INSP', 'MOD')),
    wo_stat   wo_stat NOT NULL,
    prio      smallint NOT NULL CHECK (prio BETWEEN 1 AND 4),
    opn_ts    timestamp NOT NULL,
    cls_ts    timestamp,
    tech_no   integer REFERENCES oper (oper_no),
    lab_hrs   numeric(5, 1)
);
COMMENT ON TABLE wo IS 'Work orders for maintenance';
COMMENT ON COLUMN wo.wo_typ IS 'PM preventive maintenance, CM corrective maintenance (repair), INSP inspection, MOD modification';
COMMENT ON COLUMN wo.prio IS 'Priority, 1 is most urgent';
COMMENT ON COLUMN wo.opn_ts IS 'When it was opened';
COMMENT ON COLUMN wo.cls_ts IS 'When it was closed; NULL unless done or cancelled';
COMMENT ON COLUMN wo.tech_no IS 'Technician it is assigned to; NULL until assigned';
COMMENT ON COLUMN wo.lab_hrs IS 'Labour hours; NULL unless done';

CREATE TABLE wo_part (
    wo_id     integer NOT NULL REFERENCES wo,
    part_no   varchar(8) NOT NULL REFERENCES part,
    qty_used  integer NOT NULL CHECK (qty_used > 0),
    cost_each numeric(8, 2) NOT NULL,
    PRIMARY KEY (wo_id, part_no)
);
COMMENT ON TABLE wo_part IS 'Spare parts used on work orders';

CREATE TABLE nrg_rdg (
    mach_id   integer NOT NULL REFERENCES mach,
    rdg_dt    date NOT NULL,
    kwh       numeric(9, 1) NOT NULL,
    PRIMARY KEY (mach_id, rdg_dt)
);
COMMENT ON TABLE nrg_rdg IS 'Energy readings: kilowatt hours a machine used in the week before';
