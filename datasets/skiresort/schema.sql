-- A ski resort: areas with lifts and slopes, guests and their passes, rides, lessons, rentals and incidents.
-- Amounts are in euros.

CREATE TABLE areas (
    id               integer PRIMARY KEY,
    name             text    NOT NULL UNIQUE,
    base_elevation   integer NOT NULL,
    summit_elevation integer NOT NULL
);
COMMENT ON TABLE areas IS 'Mountains and valleys that make up the resort';
COMMENT ON COLUMN areas.base_elevation IS 'Metres above the sea at the bottom';
COMMENT ON COLUMN areas.summit_elevation IS 'Metres above the sea at the top';

CREATE TABLE lifts (
    id            integer PRIMARY KEY,
    area_id       integer NOT NULL REFERENCES areas (id),
    name          text    NOT NULL UNIQUE,
    lift_type     text    NOT NULL CHECK (lift_type IN ('gondola', 'cable car', 'chairlift', 'drag lift', 'magic carpet')),
    length_m      integer NOT NULL,
    hourly_capacity integer NOT NULL,
    built_year    integer NOT NULL,
    in_service    boolean NOT NULL DEFAULT true
);
COMMENT ON COLUMN lifts.length_m IS 'Length in metres';
COMMENT ON COLUMN lifts.hourly_capacity IS 'People it can carry in an hour';
COMMENT ON COLUMN lifts.in_service IS 'False while the lift is closed for repair';

CREATE TABLE slopes (
    id             integer PRIMARY KEY,
    area_id        integer NOT NULL REFERENCES areas (id),
    name           text    NOT NULL UNIQUE,
    difficulty     text    NOT NULL CHECK (difficulty IN ('green', 'blue', 'red', 'black')),
    length_m       integer NOT NULL,
    vertical_drop_m integer NOT NULL,
    has_snowmaking boolean NOT NULL,
    has_floodlights boolean NOT NULL
);
COMMENT ON COLUMN slopes.difficulty IS 'green for beginners, blue easy, red intermediate, black difficult';

CREATE TABLE guests (
    id            integer PRIMARY KEY,
    first_name    text NOT NULL,
    last_name     text NOT NULL,
    email         text,
    city          text NOT NULL,
    country       text NOT NULL,
    birth_date    date NOT NULL,
    registered_on date NOT NULL
);
COMMENT ON COLUMN guests.email IS 'NULL when the guest gave none';

CREATE TABLE pass_types (
    id            integer PRIMARY KEY,
    name          text    NOT NULL UNIQUE,
    valid_days    integer NOT NULL,
    list_price    numeric(8, 2) NOT NULL
);

CREATE TABLE passes (
    id            integer PRIMARY KEY,
    guest_id      integer NOT NULL REFERENCES guests (id),
    pass_type_id  integer NOT NULL REFERENCES pass_types (id),
    purchased_on  date    NOT NULL,
    valid_from    date    NOT NULL,
    valid_until   date    NOT NULL,
    price_paid    numeric(8, 2) NOT NULL,
    sales_channel text    NOT NULL CHECK (sales_channel IN ('ticket office', 'online', 'app', 'hotel')),
    CHECK (valid_until >= valid_from AND valid_from >= purchased_on)
);
COMMENT ON TABLE passes IS 'Lift passes sold to guests';

CREATE TABLE lift_rides (
    id         integer PRIMARY KEY,
    pass_id    integer   NOT NULL REFERENCES passes (id),
    lift_id    integer   NOT NULL REFERENCES lifts (id),
    boarded_at timestamp NOT NULL
);
COMMENT ON TABLE lift_rides IS 'One row each time a pass opens the gate of a lift';

CREATE TABLE instructors (
    id          integer PRIMARY KEY,
    first_name  text NOT NULL,
    last_name   text NOT NULL,
    discipline  text NOT NULL CHECK (discipline IN ('ski', 'snowboard', 'cross-country')),
    hourly_rate numeric(6, 2) NOT NULL,
    hired_on    date NOT NULL,
    mentor_id   integer REFERENCES instructors (id)
);
COMMENT ON COLUMN instructors.hourly_rate IS 'Pay for one hour of teaching';
COMMENT ON COLUMN instructors.mentor_id IS 'Senior instructor who guides this one; NULL for seniors';

CREATE TABLE lessons (
    id               integer PRIMARY KEY,
    instructor_id    integer   NOT NULL REFERENCES instructors (id),
    area_id          integer   NOT NULL REFERENCES areas (id),
    format           text      NOT NULL CHECK (format IN ('private', 'group', 'kids')),
    starts_at        timestamp NOT NULL,
    duration_hours   numeric(3, 1) NOT NULL,
    price_per_person numeric(7, 2) NOT NULL
);

CREATE TABLE lesson_participants (
    lesson_id    integer NOT NULL REFERENCES lessons (id),
    guest_id     integer NOT NULL REFERENCES guests (id),
    signed_up_on date    NOT NULL,
    PRIMARY KEY (lesson_id, guest_id)
);
COMMENT ON TABLE lesson_participants IS 'Which guests take part in which lessons';

CREATE TABLE equipment_items (
    id             integer PRIMARY KEY,
    inventory_no   text    NOT NULL UNIQUE,
    kind           text    NOT NULL CHECK (kind IN ('skis', 'snowboard', 'boots', 'helmet', 'poles', 'sled')),
    brand          text    NOT NULL,
    item_size      text,
    daily_rate     numeric(6, 2) NOT NULL,
    purchased_on   date    NOT NULL,
    purchase_price numeric(8, 2) NOT NULL,
    item_condition text    NOT NULL CHECK (item_condition IN ('new', 'good', 'worn'))
);
COMMENT ON TABLE equipment_items IS 'Equipment of the rental shops, one row a piece';

CREATE TABLE rentals (
    id           integer PRIMARY KEY,
    guest_id     integer NOT NULL REFERENCES guests (id),
    area_id      integer NOT NULL REFERENCES areas (id),
    rented_on    date    NOT NULL,
    due_on       date    NOT NULL,
    returned_on  date,
    total_amount numeric(8, 2) NOT NULL,
    deposit      numeric(8, 2) NOT NULL
);
COMMENT ON COLUMN rentals.area_id IS 'Area of the shop';
COMMENT ON COLUMN rentals.returned_on IS 'NULL while the equipment is still out';
COMMENT ON COLUMN rentals.total_amount IS 'Sum of the amounts of its lines';

CREATE TABLE rental_lines (
    rental_id         integer NOT NULL REFERENCES rentals (id),
    line_no           integer NOT NULL,
    equipment_item_id integer NOT NULL REFERENCES equipment_items (id),
    days              integer NOT NULL CHECK (days > 0),
    amount            numeric(8, 2) NOT NULL,
    PRIMARY KEY (rental_id, line_no)
);

CREATE TABLE incidents (
    id          integer PRIMARY KEY,
    slope_id    integer   NOT NULL REFERENCES slopes (id),
    guest_id    integer   REFERENCES guests (id),
    occurred_at timestamp NOT NULL,
    severity    text      NOT NULL CHECK (severity IN ('minor', 'moderate', 'serious')),
    cause       text      NOT NULL,
    helicopter  boolean   NOT NULL
);
COMMENT ON TABLE incidents IS 'Accidents on the slopes that the ski patrol attended';
COMMENT ON COLUMN incidents.guest_id IS 'Guest who was hurt; NULL when not registered';
COMMENT ON COLUMN incidents.helicopter IS 'True when a helicopter was called';
