CREATE TABLE mus (
  mus_no integer PRIMARY KEY, mus_nm text NOT NULL UNIQUE, city text NOT NULL, cntry text NOT NULL, fnd_yr integer NOT NULL,
  flr_area integer NOT NULL, ann_bdgt numeric(12,2));
CREATE TABLE artst (
  artst_no integer PRIMARY KEY, artst_nm text NOT NULL, natnl text NOT NULL, brth_yr integer NOT NULL, dth_yr integer,
  mntr_no integer REFERENCES artst);
CREATE TABLE artwk (
  wrk_no integer PRIMARY KEY, ttl text NOT NULL, artst_no integer NOT NULL REFERENCES artst, mus_no integer NOT NULL REFERENCES mus,
  med text NOT NULL, crtd_yr integer, acq_dt date NOT NULL, ins_val numeric(12,2) NOT NULL, hgt_cm numeric(6,1) NOT NULL,
  wid_cm numeric(6,1) NOT NULL, cond text NOT NULL CHECK (cond IN ('excellent','good','fair','poor')));
CREATE TABLE exhb (
  exhb_no integer PRIMARY KEY, exhb_nm text NOT NULL, mus_no integer NOT NULL REFERENCES mus, bgn_dt date NOT NULL, end_dt date NOT NULL,
  theme text NOT NULL, curator text);
CREATE TABLE exhb_wrk (
  exhb_no integer NOT NULL REFERENCES exhb, wrk_no integer NOT NULL REFERENCES artwk, room_no integer NOT NULL, PRIMARY KEY (exhb_no, wrk_no));
CREATE TABLE loan (
  loan_no integer PRIMARY KEY, wrk_no integer NOT NULL REFERENCES artwk, brwr_nm text NOT NULL, out_dt date NOT NULL, due_dt date NOT NULL,
  ret_dt date, loan_fee numeric(10,2) NOT NULL);
CREATE TABLE tkt (
  tkt_no integer PRIMARY KEY, exhb_no integer NOT NULL REFERENCES exhb, sold_dt date NOT NULL,
  tkt_typ text NOT NULL CHECK (tkt_typ IN ('adult','child','student','senior')), qty integer NOT NULL, unit_prc numeric(6,2) NOT NULL,
  chnl text NOT NULL CHECK (chnl IN ('online','desk','agency')));
CREATE TABLE dontn (
  dontn_no integer PRIMARY KEY, mus_no integer NOT NULL REFERENCES mus, dnr_nm text NOT NULL,
  dnr_typ text NOT NULL CHECK (dnr_typ IN ('individual','company','foundation')), dontn_dt date NOT NULL, amt numeric(12,2) NOT NULL, purp text);
CREATE TABLE rstr (
  rstr_no integer PRIMARY KEY, wrk_no integer NOT NULL REFERENCES artwk, rstr_nm text NOT NULL, techn text NOT NULL,
  strt_dt date NOT NULL, fin_dt date, cost numeric(10,2));
COMMENT ON TABLE mus IS 'Museums of the group';
COMMENT ON TABLE artst IS 'Artists';
COMMENT ON TABLE artwk IS 'Artworks owned by the museums';
COMMENT ON TABLE exhb IS 'Exhibitions';
COMMENT ON TABLE exhb_wrk IS 'Which artwork is shown in which exhibition';
COMMENT ON TABLE loan IS 'Artworks lent to other institutions';
COMMENT ON TABLE tkt IS 'Ticket sales';
COMMENT ON TABLE dontn IS 'Donations received';
COMMENT ON TABLE rstr IS 'Restorations of artworks';
COMMENT ON COLUMN mus.fnd_yr IS 'Year founded';
COMMENT ON COLUMN mus.flr_area IS 'Floor area in square metres';
COMMENT ON COLUMN mus.ann_bdgt IS 'Annual budget in euros';
COMMENT ON COLUMN artst.natnl IS 'Nationality';
COMMENT ON COLUMN artst.brth_yr IS 'Year of birth';
COMMENT ON COLUMN artst.dth_yr IS 'Year of death; NULL when still alive';
COMMENT ON COLUMN artst.mntr_no IS 'Mentor, also an artist';
COMMENT ON COLUMN artwk.med IS 'Medium';
COMMENT ON COLUMN artwk.crtd_yr IS 'Year created; NULL when unknown';
COMMENT ON COLUMN artwk.acq_dt IS 'Date acquired';
COMMENT ON COLUMN artwk.ins_val IS 'Insurance value in euros';
COMMENT ON COLUMN artwk.hgt_cm IS 'Height in cm';
COMMENT ON COLUMN artwk.wid_cm IS 'Width in cm';
COMMENT ON COLUMN artwk.cond IS 'Condition';
COMMENT ON COLUMN loan.brwr_nm IS 'Borrower';
COMMENT ON COLUMN loan.ret_dt IS 'Date returned; NULL while still out';
COMMENT ON COLUMN tkt.unit_prc IS 'Price of one ticket in euros';
COMMENT ON COLUMN tkt.chnl IS 'Sales channel';
COMMENT ON COLUMN dontn.dnr_nm IS 'Donor';
COMMENT ON COLUMN dontn.purp IS 'Purpose, if the donor named one';
COMMENT ON COLUMN rstr.rstr_nm IS 'Restorer';
COMMENT ON COLUMN rstr.techn IS 'Technique';
COMMENT ON COLUMN rstr.fin_dt IS 'Date finished; NULL while in progress';
