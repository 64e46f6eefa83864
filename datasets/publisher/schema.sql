create table imprint (
  imprint_id integer primary key,
  name text not null unique,
  town text not null,
  founded integer not null,
  website text
);
comment on column imprint.founded is 'Year';

create table editor (
  editor_id integer primary key,
  full_name text not null,
  grade text not null check (grade in ('assistant', 'junior', 'senior', 'head')),
  imprint_id integer not null references imprint (imprint_id),
  manager_id integer references editor (editor_id),
  hired_on date not null,
  salary numeric(9,2) not null,
  email text
);

create table author (
  author_id integer primary key,
  first_name text not null,
  last_name text not null,
  country text not null,
  born_on date,
  email text,
  agency text
);
comment on column author.agency is 'Literary agency; empty when the author has no agent';

create table book (
  book_id integer primary key,
  title text not null,
  genre text not null,
  language text not null,
  imprint_id integer not null references imprint (imprint_id),
  editor_id integer not null references editor (editor_id),
  status text not null check (status in ('in preparation', 'in print', 'out of print'))
);
comment on table book is 'A work, whatever its editions';

create table contract (
  contract_no integer primary key,
  book_id integer not null references book (book_id),
  author_id integer not null references author (author_id),
  signed_on date not null,
  territory text not null check (territory in ('UK and Commonwealth', 'World English', 'World')),
  advance numeric(9,2) not null,
  royalty_rate numeric(4,1) not null,
  unique (book_id, author_id)
);
comment on column contract.royalty_rate is 'Percent of net receipts';

create table royalty_statement (
  statement_id integer primary key,
  contract_no integer not null references contract (contract_no),
  period_end date not null,
  amount numeric(9,2) not null,
  paid_on date
);

create table edition (
  isbn char(13) primary key,
  book_id integer not null references book (book_id),
  format text not null check (format in ('hardback', 'paperback', 'ebook', 'audiobook')),
  published_on date not null,
  list_price numeric(6,2) not null,
  pages integer
);

create table print_run (
  run_id integer primary key,
  isbn char(13) not null references edition (isbn),
  printed_on date not null,
  copies integer not null check (copies > 0),
  unit_cost numeric(6,2) not null
);

create table bookshop (
  shop_id integer primary key,
  name text not null,
  kind text not null check (kind in ('independent', 'chain', 'online', 'museum shop')),
  town text not null,
  phone text,
  discount numeric(4,1) not null,
  customer_since date not null
);
comment on column bookshop.discount is 'Trade discount in percent of the list price';

create table sales_order (
  order_no integer primary key,
  shop_id integer not null references bookshop (shop_id),
  ordered_on date not null,
  shipped_on date,
  status text not null check (status in ('open', 'shipped', 'delivered'))
);

create table order_line (
  order_no integer not null references sales_order (order_no),
  line_no smallint not null,
  isbn char(13) not null references edition (isbn),
  quantity integer not null check (quantity > 0),
  unit_price numeric(6,2) not null,
  primary key (order_no, line_no)
);

create table review (
  review_id integer primary key,
  book_id integer not null references book (book_id),
  reviewer text not null,
  publication text not null,
  reviewed_on date not null,
  rating smallint not null check (rating between 1 and 5)
);
