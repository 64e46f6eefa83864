create table tax_office (
  office_code char(3) primary key,
  name text not null,
  town text not null,
  phone text
);

create table sector (
  sector_code varchar(4) primary key,
  title text not null
);

create table consultant (
  cons_code char(3) primary key,
  full_name text not null,
  grade char(1) not null check (grade in ('J', 'C', 'S', 'P')),
  lead_code char(3) references consultant (cons_code),
  joined_on date not null,
  hourly_rate numeric(6,2) not null,
  email text
);
comment on column consultant.grade is 'J junior, C consultant, S senior, P partner';
comment on column consultant.lead_code is 'Team lead';

create table client (
  client_code varchar(5) primary key,
  company_name text not null,
  sector_code varchar(4) not null references sector (sector_code),
  town text not null,
  office_code char(3) not null references tax_office (office_code),
  manager_code char(3) not null references consultant (cons_code),
  deputy_code char(3) references consultant (cons_code),
  pay_freq char(1) not null check (pay_freq in ('W', 'F', 'M')),
  signed_on date not null,
  phone text
);
comment on column client.pay_freq is 'W weekly, F fortnightly, M monthly';
comment on column client.manager_code is 'Account manager';
comment on column client.deputy_code is 'Stands in for the account manager';

create table employee (
  emp_no integer primary key,
  client_code varchar(5) not null references client (client_code),
  full_name text not null,
  job text not null,
  contract char(2) not null check (contract in ('FT', 'PT', 'ZH')),
  started_on date not null,
  annual_salary numeric(9,2) not null,
  tax_code varchar(6) not null,
  email text
);
comment on table employee is 'People employed by our clients';
comment on column employee.contract is 'FT full time, PT part time, ZH zero hours';

create table pay_run (
  run_id integer primary key,
  client_code varchar(5) not null references client (client_code),
  period_start date not null,
  period_end date not null,
  pay_date date not null,
  state char(2) not null check (state in ('DR', 'AP', 'PD', 'CX')),
  prepared_by char(3) not null references consultant (cons_code),
  approved_by char(3) references consultant (cons_code)
);
comment on column pay_run.state is 'DR draft, AP approved, PD paid, CX cancelled';

create table payslip (
  slip_no integer primary key,
  run_id integer not null references pay_run (run_id),
  emp_no integer not null references employee (emp_no),
  hours numeric(6,2) not null,
  gross_pay numeric(9,2) not null,
  income_tax numeric(9,2) not null,
  net_pay numeric(9,2) not null,
  unique (run_id, emp_no)
);

create table deduction_type (
  ded_code char(3) primary key,
  title text not null,
  statutory boolean not null
);

create table deduction (
  slip_no integer not null references payslip (slip_no),
  line_no smallint not null,
  ded_code char(3) not null references deduction_type (ded_code),
  amount numeric(8,2) not null,
  primary key (slip_no, line_no)
);
comment on table deduction is 'What is kept back from a payslip besides income tax';

create table ticket (
  ticket_no integer primary key,
  client_code varchar(5) not null references client (client_code),
  assigned_to char(3) references consultant (cons_code),
  topic text not null,
  priority char(1) not null check (priority in ('L', 'M', 'H')),
  opened_on date not null,
  closed_on date
);
comment on column ticket.priority is 'L low, M medium, H high';

create table service (
  service_code varchar(4) primary key,
  title text not null,
  list_price numeric(8,2) not null
);

create table fee (
  fee_no integer primary key,
  client_code varchar(5) not null references client (client_code),
  service_code varchar(4) not null references service (service_code),
  billed_on date not null,
  due_on date not null,
  amount numeric(8,2) not null,
  paid_on date
);
