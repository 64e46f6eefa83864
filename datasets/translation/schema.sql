create table language (
  lang_code varchar(5) primary key,
  lang_name text not null,
  script text not null
);

create table language_pair (
  pair_id integer primary key,
  source_lang varchar(5) not null references language (lang_code),
  target_lang varchar(5) not null references language (lang_code),
  unique (source_lang, target_lang),
  check (source_lang <> target_lang)
);

create table staff (
  staff_id integer primary key,
  full_name text not null,
  position text not null,
  reports_to integer references staff (staff_id),
  office text not null,
  hired_on date not null,
  salary numeric(9,2) not null
);
comment on column staff.salary is 'Gross per year, EUR';

create table client (
  client_id integer primary key,
  company text not null,
  sector text not null,
  city text not null,
  country text not null,
  account_manager_id integer references staff (staff_id),
  since date not null,
  payment_days smallint not null,
  email text
);

create table translator (
  translator_id integer primary key,
  full_name text not null,
  native_lang varchar(5) not null references language (lang_code),
  country text not null,
  sworn boolean not null,
  rating numeric(2,1) check (rating between 1 and 5),
  joined_on date not null,
  state text not null check (state in ('active', 'paused', 'left')),
  email text not null
);
comment on column translator.sworn is 'Admitted by a court';
comment on column translator.rating is 'Mean mark given by reviewers; empty until the first review';

create table rate (
  translator_id integer not null references translator (translator_id),
  pair_id integer not null references language_pair (pair_id),
  per_word numeric(5,3) not null,
  minimum_fee numeric(6,2),
  agreed_on date not null,
  primary key (translator_id, pair_id)
);
comment on table rate is 'What we pay a translator';

create table subject (
  subject_code varchar(4) primary key,
  subject_name text not null
);

create table project (
  project_id integer primary key,
  title text not null,
  client_id integer not null references client (client_id),
  manager_id integer not null references staff (staff_id),
  subject_code varchar(4) not null references subject (subject_code),
  opened_on date not null,
  closed_on date,
  status text not null check (status in ('quoted', 'running', 'delivered', 'cancelled')),
  budget numeric(9,2) not null,
  po_number text
);
comment on column project.po_number is 'Purchase order of the client';

create table job (
  project_id integer not null references project (project_id),
  line_no smallint not null,
  pair_id integer not null references language_pair (pair_id),
  service text not null check (service in ('translation', 'proofreading', 'subtitling', 'transcreation')),
  translator_id integer references translator (translator_id),
  word_count integer not null,
  price numeric(8,2) not null,
  due_on date not null,
  delivered_on date,
  primary key (project_id, line_no)
);
comment on column job.price is 'What the client pays';
comment on column job.translator_id is 'Empty until somebody is found';

create table complaint (
  complaint_id integer primary key,
  project_id integer not null,
  line_no smallint not null,
  received_on date not null,
  severity text not null check (severity in ('minor', 'major', 'critical')),
  summary text not null,
  resolved_on date,
  foreign key (project_id, line_no) references job (project_id, line_no)
);

create table invoice (
  invoice_no integer primary key,
  project_id integer not null references project (project_id),
  issued_on date not null,
  due_on date not null,
  net numeric(9,2) not null,
  vat numeric(9,2) not null,
  paid_on date
);

create table payout (
  payout_id integer primary key,
  translator_id integer not null references translator (translator_id),
  paid_on date not null,
  amount numeric(8,2) not null,
  method text not null check (method in ('bank transfer', 'PayPal', 'Wise'))
);
comment on table payout is 'Money sent to translators';
