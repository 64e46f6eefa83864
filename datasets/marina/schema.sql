-- A marina on the Adriatic: berths are leased by the year or let by the night, boats are served, fuelled and inspected.
-- Plain SQL for PostgreSQL 13 and later, for the current schema. All money is in euros.

CREATE TABLE pier (
    pier_code     text         PRIMARY KEY,
    pier_name     text         NOT NULL UNIQUE,
    built_year    integer      NOT NULL,
    max_draught_m numeric(3,1) NOT NULL,
    has_power     boolean      NOT NULL
);
COMMENT ON TABLE pier IS 'Piers, quays and pontoons of the harbour';
COMMENT ON COLUMN pier.max_draught_m IS 'Greatest draught that a boat lying there may have, in metres';
COMMENT ON COLUMN pier.has_power IS 'Shore power is laid on';

CREATE TABLE berth (
    berth_code   text         PRIMARY KEY,
    pier_code    text         NOT NULL REFERENCES pier (pier_code),
    length_m     numeric(4,1) NOT NULL,
    width_m      numeric(3,1) NOT NULL,
    night_rate   numeric(8,2) NOT NULL,
    year_rate    numeric(9,2) NOT NULL,
    amps         integer,
    berth_status text         NOT NULL CHECK (berth_status IN ('usable', 'under_repair', 'closed'))
);
COMMENT ON TABLE berth IS 'Places where one boat can lie';
COMMENT ON COLUMN berth.berth_code IS 'Letter of the pier and number, such as B07';
COMMENT ON COLUMN berth.night_rate IS 'List price of one night';
COMMENT ON COLUMN berth.year_rate IS 'List price of a lease of one year';
COMMENT ON COLUMN berth.amps IS 'Shore power in amperes; NULL when the berth has none';

CREATE TABLE owner (
    owner_id     integer PRIMARY KEY,
    first_name   text    NOT NULL,
    last_name    text    NOT NULL,
    email        text    NOT NULL UNIQUE,
    phone        text,
    town         text    NOT NULL,
    country      text    NOT NULL,
    member_since date,
    referred_by  integer REFERENCES owner (owner_id)
);
COMMENT ON TABLE owner IS 'People who own boats known to the marina';
COMMENT ON COLUMN owner.member_since IS 'When the owner joined the yacht club; NULL when not a member';
COMMENT ON COLUMN owner.referred_by IS 'Owner who recommended the marina to this one';

CREATE TABLE staff (
    staff_id   integer PRIMARY KEY,
    first_name text    NOT NULL,
    last_name  text    NOT NULL,
    job_title  text    NOT NULL,
    hired_on   date    NOT NULL,
    left_on    date,
    boss_id    integer REFERENCES staff (staff_id)
);
COMMENT ON TABLE staff IS 'People who work for the marina';
COMMENT ON COLUMN staff.left_on IS 'Last day at work; NULL while employed';

CREATE TABLE boat (
    boat_id    integer PRIMARY KEY,
    owner_id   integer      NOT NULL REFERENCES owner (owner_id),
    boat_name  text         NOT NULL UNIQUE,
    reg_no     text         NOT NULL UNIQUE,
    boat_type  text         NOT NULL CHECK (boat_type IN ('sailing yacht', 'motor yacht', 'catamaran', 'dinghy', 'fishing boat')),
    length_m   numeric(4,1) NOT NULL,
    draught_m  numeric(3,1) NOT NULL,
    year_built integer      NOT NULL,
    engine_hp  integer,
    flag       text         NOT NULL
);
COMMENT ON COLUMN boat.engine_hp IS 'Power of the engine in horsepower; NULL when the boat has no engine';
COMMENT ON COLUMN boat.flag IS 'Country the boat is registered in';

CREATE TABLE berth_lease (
    lease_id   integer PRIMARY KEY,
    boat_id    integer      NOT NULL REFERENCES boat (boat_id),
    berth_code text         NOT NULL REFERENCES berth (berth_code),
    start_date date         NOT NULL,
    end_date   date         NOT NULL,
    fee        numeric(9,2) NOT NULL,
    paid_on    date,
    CHECK (end_date > start_date)
);
COMMENT ON TABLE berth_lease IS 'A berth let to a boat for a season or a year';
COMMENT ON COLUMN berth_lease.paid_on IS 'NULL while the fee is owed';

CREATE TABLE mooring_booking (
    booking_id integer PRIMARY KEY,
    boat_id    integer      NOT NULL REFERENCES boat (boat_id),
    berth_code text         NOT NULL REFERENCES berth (berth_code),
    booked_on  date         NOT NULL,
    arrive_on  date         NOT NULL,
    depart_on  date         NOT NULL,
    persons    integer      NOT NULL,
    price      numeric(8,2) NOT NULL,
    status     text         NOT NULL CHECK (status IN ('booked', 'stayed', 'cancelled', 'no_show')),
    CHECK (depart_on > arrive_on)
);
COMMENT ON TABLE mooring_booking IS 'Stays of visiting boats by the night';
COMMENT ON COLUMN mooring_booking.persons IS 'People aboard';
COMMENT ON COLUMN mooring_booking.price IS 'Price of the whole stay';

CREATE TABLE service (
    service_id   integer PRIMARY KEY,
    service_name text         NOT NULL UNIQUE,
    service_group text        NOT NULL,
    unit_price   numeric(8,2) NOT NULL
);
COMMENT ON TABLE service IS 'Work that the yard offers';

CREATE TABLE service_order (
    service_order_id integer PRIMARY KEY,
    boat_id    integer      NOT NULL REFERENCES boat (boat_id),
    service_id integer      NOT NULL REFERENCES service (service_id),
    staff_id   integer      NOT NULL REFERENCES staff (staff_id),
    ordered_on date         NOT NULL,
    done_on    date,
    quantity   integer      NOT NULL,
    charge     numeric(9,2) NOT NULL
);
COMMENT ON COLUMN service_order.staff_id IS 'Who does the work';
COMMENT ON COLUMN service_order.done_on IS 'NULL until the work is finished';
COMMENT ON COLUMN service_order.charge IS 'What the owner pays for all of it';

CREATE TABLE fuel_sale (
    sale_id         integer PRIMARY KEY,
    boat_id         integer      NOT NULL REFERENCES boat (boat_id),
    staff_id        integer      NOT NULL REFERENCES staff (staff_id),
    sold_at         timestamp    NOT NULL,
    fuel            char(1)      NOT NULL CHECK (fuel IN ('D', 'P', 'G')),
    litres          numeric(7,1) NOT NULL,
    price_per_litre numeric(5,3) NOT NULL
);
COMMENT ON TABLE fuel_sale IS 'Fuel sold at the fuel dock';
COMMENT ON COLUMN fuel_sale.fuel IS 'D diesel, P petrol, G gas (LPG)';

CREATE TABLE inspection (
    inspection_id integer PRIMARY KEY,
    boat_id       integer NOT NULL REFERENCES boat (boat_id),
    inspector_id  integer NOT NULL REFERENCES staff (staff_id),
    inspected_on  date    NOT NULL,
    result        text    NOT NULL CHECK (result IN ('passed', 'failed', 'passed_with_remarks')),
    defects       integer NOT NULL,
    remark        text
);
COMMENT ON TABLE inspection IS 'Safety inspections of boats';
COMMENT ON COLUMN inspection.defects IS 'How many defects were found';

CREATE TABLE crew_member (
    crew_id     integer PRIMARY KEY,
    first_name  text NOT NULL,
    last_name   text NOT NULL,
    nationality text NOT NULL,
    born_on     date NOT NULL
);
COMMENT ON TABLE crew_member IS 'People who sail on the boats for their owners';

CREATE TABLE boat_crew (
    boat_id integer NOT NULL REFERENCES boat (boat_id),
    crew_id integer NOT NULL REFERENCES crew_member (crew_id),
    duty    text    NOT NULL CHECK (duty IN ('skipper', 'mate', 'deckhand', 'engineer', 'cook')),
    since   date    NOT NULL,
    PRIMARY KEY (boat_id, crew_id)
);

CREATE TABLE certificate (
    cert_no      text    PRIMARY KEY,
    crew_id      integer NOT NULL REFERENCES crew_member (crew_id),
    cert_type    text    NOT NULL,
    issued_by    text    NOT NULL,
    issued_on    date    NOT NULL,
    expires_on   date
);
COMMENT ON TABLE certificate IS 'Certificates of crew members';
COMMENT ON COLUMN certificate.expires_on IS 'NULL when it never expires';
