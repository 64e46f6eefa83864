create table creator (
  creator_id integer primary key,
  name text not null,
  creator_type text not null check (creator_type in ('person', 'family', 'company', 'association', 'municipal department')),
  active_from integer,
  active_to integer
);
comment on table creator is 'Who produced the papers of a collection';

create table collection (
  collection_code varchar(8) primary key,
  title text not null,
  creator_id integer not null references creator (creator_id),
  part_of varchar(8) references collection (collection_code),
  acquired_on date not null,
  acquisition text not null check (acquisition in ('donated', 'purchased', 'transferred', 'deposited')),
  access text not null check (access in ('open', 'restricted', 'closed')),
  shelf_metres numeric(6,1) not null
);
comment on column collection.part_of is 'The larger collection that this one belongs to';
comment on column collection.shelf_metres is 'Without the collections that are part of it';

create table box (
  barcode varchar(8) primary key,
  collection_code varchar(8) not null references collection (collection_code),
  strongroom char(1) not null check (strongroom in ('A', 'B', 'C', 'D')),
  shelf varchar(6) not null,
  weight_kg numeric(5,1)
);

create table document (
  document_id integer primary key,
  barcode varchar(8) not null references box (barcode),
  title text not null,
  document_type text not null,
  language text,
  year_written integer,
  pages integer not null,
  condition text not null check (condition in ('good', 'fair', 'poor'))
);
comment on column document.language is 'Empty for items without text';
comment on column document.year_written is 'Empty when the date is not known';

create table reader (
  reader_id integer primary key,
  full_name text not null,
  city text not null,
  reader_type text not null check (reader_type in ('student', 'academic', 'genealogist', 'journalist', 'general public')),
  registered_on date not null,
  email text
);

create table visit (
  visit_id integer primary key,
  reader_id integer not null references reader (reader_id),
  visited_on date not null,
  reading_room text not null,
  duration_min integer not null
);

create table request (
  request_no integer primary key,
  reader_id integer not null references reader (reader_id),
  document_id integer not null references document (document_id),
  requested_on date not null,
  answered_on date,
  status text not null check (status in ('pending', 'delivered', 'refused', 'withdrawn'))
);
comment on table request is 'A reader asks to see a document in the reading room';

create table institution (
  institution_id integer primary key,
  name text not null,
  institution_type text not null check (institution_type in ('museum', 'library', 'university', 'gallery')),
  city text not null,
  country text not null
);

create table loan (
  loan_no integer primary key,
  document_id integer not null references document (document_id),
  institution_id integer not null references institution (institution_id),
  lent_on date not null,
  due_on date not null,
  returned_on date,
  insured_value numeric(10,2) not null
);
comment on table loan is 'Originals lent to other institutions for exhibitions';

create table scan (
  scan_id integer primary key,
  document_id integer not null references document (document_id),
  scanned_on date not null,
  images integer not null,
  resolution_dpi integer not null,
  file_size_mb numeric(8,1) not null
);

create table restorer (
  restorer_id integer primary key,
  full_name text not null,
  specialty text not null,
  trained_by integer references restorer (restorer_id),
  hourly_rate numeric(6,2) not null,
  freelance boolean not null,
  started_on date not null
);

create table restoration (
  restoration_no integer primary key,
  document_id integer not null references document (document_id),
  restorer_id integer not null references restorer (restorer_id),
  begun_on date not null,
  finished_on date,
  treatment text not null,
  hours numeric(5,1) not null,
  material_cost numeric(8,2) not null
);
comment on column restoration.finished_on is 'Empty while the work goes on';
