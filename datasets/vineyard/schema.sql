-- A winery in the Kamptal: parcels of vines, what is picked there, the cellar, the wines by vintage, and who buys them.
-- Plain SQL for PostgreSQL 13 and later, for the current schema. Amounts are in euros.

CREATE TYPE wine_style AS ENUM ('white', 'rose', 'red', 'sparkling', 'sweet');
CREATE TYPE medal_kind AS ENUM ('bronze', 'silver', 'gold', 'trophy');

CREATE TABLE grape (
    grape_code  varchar(3) PRIMARY KEY,
    grape_name  varchar(40) NOT NULL UNIQUE,
    skin        varchar(5) NOT NULL CHECK (skin IN ('red', 'white')),
    mother_code varchar(3) REFERENCES grape
);
COMMENT ON TABLE grape IS 'Varieties of vines';
COMMENT ON COLUMN grape.skin IS 'Colour of the berries';
COMMENT ON COLUMN grape.mother_code IS 'The variety it was bred from, where we grow that one too';

CREATE TABLE staff (
    staff_id    smallint PRIMARY KEY,
    given_name  varchar(30) NOT NULL,
    surname     varchar(30) NOT NULL,
    job         varchar(30) NOT NULL,
    boss_id     smallint REFERENCES staff,
    hired_on    date NOT NULL,
    monthly_pay numeric(8, 2) NOT NULL
);

CREATE TABLE parcel (
    parcel_no    char(3) PRIMARY KEY,
    parcel_name  varchar(40) NOT NULL UNIQUE,
    grape_code   varchar(3) NOT NULL REFERENCES grape,
    area_ha      numeric(5, 2) NOT NULL CHECK (area_ha > 0),
    soil         varchar(20) NOT NULL,
    aspect       varchar(10),
    elevation_m  integer NOT NULL,
    planted_year integer NOT NULL,
    organic      boolean NOT NULL DEFAULT false,
    keeper_id    smallint REFERENCES staff
);
COMMENT ON TABLE parcel IS 'Pieces of vineyard, each planted with one variety';
COMMENT ON COLUMN parcel.aspect IS 'The way the slope faces; NULL on flat ground';
COMMENT ON COLUMN parcel.keeper_id IS 'Who looks after the vines';

CREATE TABLE harvest (
    parcel_no   char(3) NOT NULL REFERENCES parcel,
    vintage_year integer NOT NULL,
    picked_on   date NOT NULL,
    weight_kg   integer NOT NULL CHECK (weight_kg > 0),
    must_weight numeric(4, 1) NOT NULL,
    hand_picked boolean NOT NULL,
    PRIMARY KEY (parcel_no, vintage_year)
);
COMMENT ON COLUMN harvest.must_weight IS 'Sugar of the must in degrees KMW';

CREATE TABLE wine (
    wine_code  char(3) PRIMARY KEY,
    wine_name  varchar(60) NOT NULL UNIQUE,
    style      wine_style NOT NULL,
    grape_code varchar(3) REFERENCES grape,
    organic    boolean NOT NULL DEFAULT false,
    first_made integer NOT NULL
);
COMMENT ON COLUMN wine.grape_code IS 'Main variety; NULL for a field blend';

CREATE TABLE wine_vintage (
    wine_code    char(3) NOT NULL REFERENCES wine,
    vintage_year integer NOT NULL,
    alcohol_pct  numeric(4, 1) NOT NULL,
    sugar_g_l    numeric(5, 1) NOT NULL,
    acid_g_l     numeric(4, 1) NOT NULL,
    bottle_price numeric(7, 2) NOT NULL,
    bottles_left integer NOT NULL CHECK (bottles_left >= 0),
    released_on  date NOT NULL,
    winemaker_id smallint NOT NULL REFERENCES staff,
    PRIMARY KEY (wine_code, vintage_year)
);
COMMENT ON TABLE wine_vintage IS 'One wine of one year';
COMMENT ON COLUMN wine_vintage.bottle_price IS 'List price of 75 cl';
COMMENT ON COLUMN wine_vintage.sugar_g_l IS 'Residual sugar, grams per litre';

CREATE TABLE vessel (
    vessel_no    varchar(5) PRIMARY KEY,
    kind         char(1) NOT NULL CHECK (kind IN ('T', 'B', 'A')),
    material     varchar(12) NOT NULL,
    capacity_l   integer NOT NULL,
    cooper       varchar(30),
    bought_year  integer NOT NULL,
    wine_code    char(3),
    vintage_year integer,
    FOREIGN KEY (wine_code, vintage_year) REFERENCES wine_vintage
);
COMMENT ON COLUMN vessel.kind IS 'T tank, B barrel, A amphora';
COMMENT ON COLUMN vessel.wine_code IS 'What it holds now; NULL when empty';

CREATE TABLE bottling (
    lot_no       varchar(8) PRIMARY KEY,
    wine_code    char(3) NOT NULL,
    vintage_year integer NOT NULL,
    bottled_on   date NOT NULL,
    size_cl      numeric(4, 1) NOT NULL,
    bottle_cnt   integer NOT NULL,
    closure      varchar(12) NOT NULL,
    FOREIGN KEY (wine_code, vintage_year) REFERENCES wine_vintage
);

CREATE TABLE award (
    award_id     integer PRIMARY KEY,
    wine_code    char(3) NOT NULL,
    vintage_year integer NOT NULL,
    contest      varchar(40) NOT NULL,
    medal        medal_kind NOT NULL,
    points       integer NOT NULL CHECK (points BETWEEN 80 AND 100),
    awarded_on   date NOT NULL,
    FOREIGN KEY (wine_code, vintage_year) REFERENCES wine_vintage
);

CREATE TABLE customer (
    cust_no        integer PRIMARY KEY,
    given_name     varchar(30) NOT NULL,
    surname        varchar(30) NOT NULL,
    company        varchar(60),
    kind           varchar(10) NOT NULL CHECK (kind IN ('private', 'restaurant', 'dealer')),
    town           varchar(30) NOT NULL,
    country        varchar(30) NOT NULL,
    email          varchar(80),
    customer_since date NOT NULL,
    referred_by    integer REFERENCES customer
);
COMMENT ON COLUMN customer.company IS 'Restaurant or wine shop; NULL for private people';
COMMENT ON COLUMN customer.referred_by IS 'The customer who brought this one';

CREATE TABLE club_member (
    member_no  integer PRIMARY KEY,
    cust_no    integer NOT NULL UNIQUE REFERENCES customer,
    tier       varchar(10) NOT NULL CHECK (tier IN ('Taster', 'Collector', 'Cellar')),
    joined_on  date NOT NULL,
    left_on    date,
    yearly_fee numeric(6, 2) NOT NULL
);
COMMENT ON TABLE club_member IS 'Members of the wine club, past ones included';

CREATE TABLE wine_order (
    order_no     integer PRIMARY KEY,
    cust_no      integer NOT NULL REFERENCES customer,
    ordered_on   date NOT NULL,
    shipped_on   date,
    status       varchar(10) NOT NULL CHECK (status IN ('open', 'packed', 'shipped', 'cancelled', 'returned')),
    channel      varchar(12) NOT NULL CHECK (channel IN ('web', 'phone', 'cellar door', 'fair')),
    shipping_fee numeric(6, 2) NOT NULL,
    taken_by     smallint REFERENCES staff
);
COMMENT ON COLUMN wine_order.taken_by IS 'Who took the order; NULL on the web';

CREATE TABLE order_line (
    order_no     integer NOT NULL REFERENCES wine_order,
    line_no      smallint NOT NULL,
    wine_code    char(3) NOT NULL,
    vintage_year integer NOT NULL,
    bottles      integer NOT NULL CHECK (bottles > 0),
    price_each   numeric(7, 2) NOT NULL,
    PRIMARY KEY (order_no, line_no),
    FOREIGN KEY (wine_code, vintage_year) REFERENCES wine_vintage
);
COMMENT ON COLUMN order_line.price_each IS 'What a bottle was sold for';

CREATE TABLE tasting (
    tasting_no      integer PRIMARY KEY,
    title           varchar(60) NOT NULL,
    held_on         date NOT NULL,
    room            varchar(20) NOT NULL,
    host_id         smallint NOT NULL REFERENCES staff,
    guests          integer NOT NULL,
    price_per_guest numeric(6, 2) NOT NULL,
    language        varchar(10) NOT NULL
);
COMMENT ON TABLE tasting IS 'Tastings for visitors, past and booked';
