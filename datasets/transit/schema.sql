-- city transport company: buses, trams, trolleybuses
create table depots (
    depot_id   integer primary key,
    name       varchar(40) not null unique,
    district   varchar(30) not null,
    capacity   integer not null,
    opened_on  date not null
);

create table lines (
    line_no     varchar(5) primary key,
    name        varchar(60) not null,
    mode        varchar(12) not null check (mode in ('bus', 'tram', 'trolleybus')),
    colour      varchar(15),
    length_km   numeric(5, 1) not null,
    night_line  boolean not null default false
);

create table stops (
    stop_id      integer primary key,
    name         varchar(50) not null unique,
    district     varchar(30) not null,
    zone         char(1) not null,
    has_shelter  boolean not null,
    opened_on    date
);

create table line_stops (
    line_no             varchar(5) not null references lines (line_no),
    seq                 smallint not null,
    stop_id             integer not null references stops (stop_id),
    minutes_from_start  smallint not null,
    primary key (line_no, seq)
);

create table vehicles (
    vehicle_no      varchar(8) primary key,
    mode            varchar(12) not null check (mode in ('bus', 'tram', 'trolleybus')),
    manufacturer    varchar(30) not null,
    model           varchar(30) not null,
    fuel            varchar(10) not null,
    seats           smallint not null,
    low_floor       boolean not null,
    depot_id        integer not null references depots (depot_id),
    purchase_date   date not null,
    purchase_price  numeric(10, 2) not null,
    retired_on      date
);

create table drivers (
    driver_id      integer primary key,
    first_name     varchar(30) not null,
    last_name      varchar(30) not null,
    birth_date     date not null,
    hire_date      date not null,
    depot_id       integer not null references depots (depot_id),
    hourly_wage    numeric(5, 2) not null,
    part_time      boolean not null,
    supervisor_id  integer references drivers (driver_id)
);

create table trips (
    trip_id      integer primary key,
    line_no      varchar(5) not null references lines (line_no),
    vehicle_no   varchar(8) not null references vehicles (vehicle_no),
    driver_id    integer not null references drivers (driver_id),
    departed_at  timestamp not null,
    passengers   smallint not null,
    delay_min    smallint not null default 0
);

create table incidents (
    incident_id  integer primary key,
    trip_id      integer not null references trips (trip_id),
    category     varchar(20) not null,
    severity     smallint not null check (severity between 1 and 5),
    reported_at  timestamp not null,
    resolved     boolean not null,
    notes        text
);

create table repairs (
    repair_id    integer primary key,
    vehicle_no   varchar(8) not null references vehicles (vehicle_no),
    workshop     varchar(30) not null,
    component    varchar(30) not null,
    started_on   date not null,
    finished_on  date,
    cost         numeric(9, 2) not null
);

create table fines (
    fine_id      integer primary key,
    line_no      varchar(5) not null references lines (line_no),
    stop_id      integer not null references stops (stop_id),
    issued_on    date not null,
    amount       numeric(6, 2) not null,
    reason       varchar(30) not null,
    status       varchar(10) not null check (status in ('open', 'paid', 'appealed', 'waived'))
);
