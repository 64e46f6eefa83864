-- Back office of a tour operator. All amounts in euro.
create type tour_kind as enum ('city break', 'trekking', 'safari', 'cruise', 'beach', 'culture', 'cycling');

create table country (
    cc         char(2) primary key,
    name       text not null unique,
    continent  text not null,
    visa_req   boolean not null default false
);
comment on column country.visa_req is 'our clients need a visa to enter';

create table dest (
    dest_id  int primary key,
    name     varchar(40) not null unique,
    cc       char(2) not null references country (cc),
    climate  varchar(20) not null
);

create table tour (
    tour_code   varchar(8) primary key,
    title       varchar(60) not null unique,
    kind        tour_kind not null,
    dest_id     int not null references dest (dest_id),
    days        smallint not null,
    difficulty  smallint not null check (difficulty between 1 and 5),
    list_price  numeric(8, 2) not null,
    max_pax     smallint not null,
    is_active   boolean not null default true
);
comment on column tour.list_price is 'catalogue price a head';
comment on column tour.is_active is 'still in the catalogue';

create table guide (
    guide_no    int primary key,
    first_name  varchar(30) not null,
    last_name   varchar(30) not null,
    lang        varchar(20) not null,
    hired       date not null,
    day_rate    numeric(6, 2) not null,
    freelance   boolean not null,
    mentor_no   int references guide (guide_no)
);
comment on column guide.lang is 'first language';

create table departure (
    tour_code  varchar(8) not null references tour (tour_code),
    dep_no     smallint not null,
    starts     date not null,
    ends       date not null,
    guide_no   int references guide (guide_no),
    price      numeric(8, 2) not null,
    seats      smallint not null,
    state      varchar(12) not null check (state in ('planned', 'guaranteed', 'sold_out', 'cancelled', 'completed')),
    primary key (tour_code, dep_no)
);
comment on table departure is 'one run of a tour on a given date';
comment on column departure.guide_no is 'null while no guide is assigned';

create table agent (
    agent_id   int primary key,
    full_name  varchar(60) not null,
    branch     varchar(30) not null,
    hired      date not null,
    comm_pct   numeric(4, 2) not null,
    boss_id    int references agent (agent_id)
);
comment on column agent.comm_pct is 'commission in percent';

create table client (
    client_id   int primary key,
    first_name  varchar(30) not null,
    last_name   varchar(30) not null,
    email       varchar(80) not null unique,
    city        varchar(40) not null,
    cc          char(2) not null references country (cc),
    birth_dt    date not null,
    joined_on   date not null,
    newsletter  boolean not null,
    ref_by      int references client (client_id)
);
comment on column client.cc is 'country of residence';
comment on column client.ref_by is 'client who recommended us';

create table booking (
    bkg_no     varchar(10) primary key,
    client_id  int not null references client (client_id),
    tour_code  varchar(8) not null,
    dep_no     smallint not null,
    agent_id   int references agent (agent_id),
    booked_at  timestamp not null,
    pax        smallint not null check (pax > 0),
    total      numeric(10, 2) not null,
    channel    varchar(10) not null check (channel in ('web', 'phone', 'branch')),
    status     varchar(10) not null check (status in ('option', 'confirmed', 'cancelled', 'travelled')),
    foreign key (tour_code, dep_no) references departure (tour_code, dep_no)
);
comment on column booking.agent_id is 'null when booked on the web';
comment on column booking.pax is 'number of travellers';

create table payment (
    pay_id   int primary key,
    bkg_no   varchar(10) not null references booking (bkg_no),
    paid_on  date not null,
    amount   numeric(10, 2) not null,
    method   varchar(15) not null check (method in ('card', 'bank transfer', 'voucher', 'cash'))
);

create table feedback (
    bkg_no    varchar(10) primary key references booking (bkg_no),
    stars     smallint not null check (stars between 1 and 5),
    given_on  date not null,
    remark    text
);
