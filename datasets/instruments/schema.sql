create table customer (
  customer_id integer primary key,
  full_name text not null,
  customer_type text not null check (customer_type in ('private', 'school', 'orchestra', 'church', 'dealer')),
  town text not null,
  phone text,
  email text,
  registered_on date not null
);
comment on table customer is 'People and bodies who bring in instruments for repair or borrow ours';

create table technician (
  technician_id integer primary key,
  full_name text not null,
  specialty text not null,
  grade text not null check (grade in ('apprentice', 'technician', 'master')),
  mentor_id integer references technician (technician_id),
  hourly_rate numeric(6,2) not null,
  hired_on date not null,
  left_on date
);
comment on column technician.mentor_id is 'Master who trains and looks after this colleague';

create table instrument_kind (
  kind_code varchar(5) primary key,
  kind_name text not null unique,
  parent_code varchar(5) references instrument_kind (kind_code)
);
comment on table instrument_kind is 'Families (Keyboards, Brass ...) and below them the kinds';

create table instrument (
  instrument_id integer primary key,
  serial_no varchar(20) not null unique,
  kind_code varchar(5) not null references instrument_kind (kind_code),
  maker text not null,
  model text not null,
  year_built integer,
  owner_id integer references customer (customer_id),
  condition text not null check (condition in ('excellent', 'good', 'fair', 'poor')),
  insured_value numeric(9,2) not null,
  monthly_fee numeric(7,2)
);
comment on column instrument.owner_id is 'Empty when the instrument belongs to the workshop and is lent out';
comment on column instrument.monthly_fee is 'What a month of lending costs; only for our own instruments';

create table supplier (
  supplier_id integer primary key,
  supplier_name text not null,
  country text not null,
  lead_days integer not null,
  preferred boolean not null
);
comment on column supplier.lead_days is 'Usual days from order to delivery';

create table part (
  part_no varchar(10) primary key,
  part_name text not null,
  supplier_id integer not null references supplier (supplier_id),
  cost_price numeric(8,2) not null,
  sale_price numeric(8,2) not null,
  in_stock integer not null check (in_stock >= 0),
  reorder_level integer not null
);

create table repair (
  repair_no integer primary key,
  instrument_id integer not null references instrument (instrument_id),
  technician_id integer not null references technician (technician_id),
  fault text not null,
  received_on date not null,
  promised_on date not null,
  finished_on date,
  status text not null check (status in ('waiting', 'in progress', 'finished', 'collected', 'called off')),
  labour_hours numeric(5,1),
  labour_charge numeric(8,2)
);
comment on column repair.labour_hours is 'Empty until the work is done';

create table repair_part (
  repair_no integer not null references repair (repair_no),
  part_no varchar(10) not null references part (part_no),
  quantity integer not null check (quantity > 0),
  unit_price numeric(8,2) not null,
  primary key (repair_no, part_no)
);
comment on column repair_part.unit_price is 'Price charged at the time';

create table loan (
  loan_no integer primary key,
  instrument_id integer not null references instrument (instrument_id),
  customer_id integer not null references customer (customer_id),
  started_on date not null,
  due_on date not null,
  returned_on date,
  monthly_fee numeric(7,2) not null
);
comment on column loan.returned_on is 'Empty while the instrument is still out';

create table deposit (
  deposit_id integer primary key,
  loan_no integer not null unique references loan (loan_no),
  amount numeric(8,2) not null,
  method text not null check (method in ('cash', 'card', 'bank transfer')),
  paid_on date not null,
  refunded_on date,
  withheld numeric(8,2) not null default 0
);
comment on column deposit.withheld is 'Kept back for damage';

create table invoice (
  invoice_no integer primary key,
  customer_id integer not null references customer (customer_id),
  repair_no integer references repair (repair_no),
  loan_no integer references loan (loan_no),
  issued_on date not null,
  due_on date not null,
  net numeric(9,2) not null,
  vat numeric(9,2) not null,
  paid_on date,
  check ((repair_no is null) <> (loan_no is null))
);
