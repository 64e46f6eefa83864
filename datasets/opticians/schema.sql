create table branch (
  branch_code char(3) primary key,
  branch_name text not null,
  city text not null,
  address text not null,
  phone text,
  opened_on date not null,
  test_rooms smallint not null,
  has_lab boolean not null
);
comment on column branch.has_lab is 'Lenses are glazed on the premises';

create table optometrist (
  optometrist_id integer primary key,
  first_name text not null,
  last_name text not null,
  branch_code char(3) not null references branch (branch_code),
  supervisor_id integer references optometrist (optometrist_id),
  grade text not null check (grade in ('pre-registration', 'optometrist', 'senior optometrist', 'clinical lead')),
  contact_lens_qualified boolean not null,
  hired_on date not null,
  salary numeric(9,2) not null,
  email text
);

create table patient (
  patient_id integer primary key,
  first_name text not null,
  last_name text not null,
  date_of_birth date not null,
  city text not null,
  postcode text not null,
  email text,
  mobile text,
  registered_on date not null,
  home_branch char(3) not null references branch (branch_code),
  nhs_exempt boolean not null
);
comment on column patient.home_branch is 'Branch where the patient is registered';
comment on column patient.nhs_exempt is 'Eye tests are paid for by the NHS';

create table eye_test (
  test_id integer primary key,
  patient_id integer not null references patient (patient_id),
  optometrist_id integer not null references optometrist (optometrist_id),
  branch_code char(3) not null references branch (branch_code),
  tested_at timestamp not null,
  test_type text not null check (test_type in ('sight test', 'contact lens check', 'child test', 'diabetic screening')),
  status text not null check (status in ('booked', 'completed', 'cancelled', 'no show')),
  duration_min integer not null,
  fee numeric(6,2) not null,
  eye_pressure numeric(4,1)
);
comment on column eye_test.eye_pressure is 'Higher of both eyes, mmHg; only when measured';

create table prescription (
  prescription_no integer primary key,
  test_id integer not null unique references eye_test (test_id),
  issued_on date not null,
  expires_on date not null,
  right_sphere numeric(4,2) not null,
  right_cylinder numeric(4,2),
  left_sphere numeric(4,2) not null,
  left_cylinder numeric(4,2),
  reading_add numeric(3,2)
);

create table supplier (
  supplier_id integer primary key,
  supplier_name text not null,
  country text not null,
  contact_email text,
  lead_time_days smallint not null,
  active boolean not null
);

create table frame (
  sku varchar(8) primary key,
  model text not null unique,
  brand text not null,
  colour text not null,
  material text not null check (material in ('acetate', 'titanium', 'steel', 'aluminium', 'wood')),
  supplier_id integer not null references supplier (supplier_id),
  cost_price numeric(7,2) not null,
  retail_price numeric(7,2) not null,
  stock integer not null,
  discontinued boolean not null
);

create table lens (
  lens_code varchar(6) primary key,
  lens_name text not null,
  lens_type text not null check (lens_type in ('single vision', 'bifocal', 'varifocal', 'occupational')),
  refractive_index numeric(3,2) not null,
  coating text,
  supplier_id integer not null references supplier (supplier_id),
  price numeric(7,2) not null
);
comment on column lens.price is 'For a pair';

create table glasses_order (
  order_no integer primary key,
  patient_id integer not null references patient (patient_id),
  branch_code char(3) not null references branch (branch_code),
  prescription_no integer references prescription (prescription_no),
  ordered_on date not null,
  promised_on date not null,
  collected_on date,
  status text not null check (status in ('placed', 'in lab', 'ready', 'collected', 'cancelled'))
);

create table order_item (
  order_no integer not null references glasses_order (order_no),
  line_no smallint not null,
  sku varchar(8) references frame (sku),
  lens_code varchar(6) references lens (lens_code),
  quantity smallint not null,
  unit_price numeric(7,2) not null,
  primary key (order_no, line_no),
  check ((sku is null) <> (lens_code is null))
);
comment on table order_item is 'Either a frame or a pair of lenses';

create table repair (
  repair_id integer primary key,
  patient_id integer not null references patient (patient_id),
  branch_code char(3) not null references branch (branch_code),
  sku varchar(8) not null references frame (sku),
  fault text not null,
  brought_in date not null,
  finished_on date,
  charge numeric(6,2) not null,
  under_warranty boolean not null
);

create table invoice (
  invoice_no integer primary key,
  order_no integer not null unique references glasses_order (order_no),
  invoiced_on date not null,
  due_on date not null,
  amount numeric(8,2) not null,
  paid_on date,
  payment_method text check (payment_method in ('card', 'cash', 'bank transfer', 'voucher'))
);
