-- A small Yorkshire brewery: what it brews, in which tanks, in which kegs it leaves and at which pubs it ends up.
-- Money is in pounds without VAT, volumes of brews in hectolitres, volumes of kegs in litres.

CREATE TYPE ingr_kind AS ENUM ('malt', 'hop', 'yeast', 'adjunct');

CREATE TABLE staff (
    staff_no   smallint PRIMARY KEY,
    given_name text NOT NULL,
    surname    text NOT NULL,
    job        text NOT NULL CHECK (job IN ('head brewer', 'brewer', 'cellarman', 'drayman', 'sales', 'office')),
    hired_on   date NOT NULL,
    left_on    date CHECK (left_on > hired_on),
    boss_no    smallint REFERENCES staff (staff_no)
);
COMMENT ON TABLE staff IS 'Everybody who works or worked at the brewery';
COMMENT ON COLUMN staff.left_on IS 'Last day of work; NULL for those still here';
COMMENT ON COLUMN staff.boss_no IS 'Whom the person reports to';

CREATE TABLE style (
    style_code  text PRIMARY KEY,
    style_name  text NOT NULL UNIQUE,
    parent_code text REFERENCES style (style_code)
);
COMMENT ON TABLE style IS 'Styles of beer, in families';
COMMENT ON COLUMN style.parent_code IS 'Family of the style; NULL for a family itself';

CREATE TABLE supplier (
    supplier_no   smallint PRIMARY KEY,
    supplier_name text NOT NULL,
    town          text NOT NULL,
    country       text NOT NULL,
    lead_days     smallint NOT NULL
);
COMMENT ON COLUMN supplier.lead_days IS 'Usual days from ordering to arrival';

CREATE TABLE ingredient (
    ingr_code    text PRIMARY KEY,
    ingr_name    text NOT NULL,
    kind         ingr_kind NOT NULL,
    supplier_no  smallint NOT NULL REFERENCES supplier (supplier_no),
    price_per_kg numeric(8, 2) NOT NULL,
    stock_kg     numeric(8, 1) NOT NULL CHECK (stock_kg >= 0),
    reorder_kg   numeric(8, 1) NOT NULL
);
COMMENT ON TABLE ingredient IS 'What goes into beer besides water';
COMMENT ON COLUMN ingredient.reorder_kg IS 'Order more when stock falls below';

CREATE TABLE recipe (
    recipe_no    smallint PRIMARY KEY,
    beer_name    text NOT NULL UNIQUE,
    style_code   text NOT NULL REFERENCES style (style_code),
    author_no    smallint NOT NULL REFERENCES staff (staff_no),
    abv          numeric(3, 1) NOT NULL,
    ibu          smallint NOT NULL,
    ebc          smallint NOT NULL,
    is_seasonal  boolean NOT NULL,
    written_on   date NOT NULL,
    retired_on   date,
    list_price_l numeric(5, 2) NOT NULL
);
COMMENT ON TABLE recipe IS 'One beer and how it is made';
COMMENT ON COLUMN recipe.author_no IS 'Who wrote the recipe';
COMMENT ON COLUMN recipe.abv IS 'Alcohol by volume in percent';
COMMENT ON COLUMN recipe.ibu IS 'Bitterness in international units';
COMMENT ON COLUMN recipe.ebc IS 'Colour, darker when higher';
COMMENT ON COLUMN recipe.retired_on IS 'Since when it is no longer brewed; NULL while it is';
COMMENT ON COLUMN recipe.list_price_l IS 'List price of a litre';

CREATE TABLE recipe_line (
    recipe_no smallint NOT NULL REFERENCES recipe (recipe_no),
    ingr_code text NOT NULL REFERENCES ingredient (ingr_code),
    stage     text NOT NULL CHECK (stage IN ('mash', 'boil', 'whirlpool', 'dry_hop', 'ferment')),
    kg_per_hl numeric(6, 3) NOT NULL CHECK (kg_per_hl > 0),
    PRIMARY KEY (recipe_no, ingr_code)
);

CREATE TABLE tank (
    tank_code       text PRIMARY KEY,
    kind            text NOT NULL CHECK (kind IN ('fermenter', 'conditioning', 'bright')),
    cap_hl          numeric(4, 1) NOT NULL,
    commissioned_on date NOT NULL,
    last_cleaned_on date,
    in_service      boolean NOT NULL
);
COMMENT ON COLUMN tank.cap_hl IS 'How much fits in, in hectolitres';

CREATE TABLE batch (
    batch_code  text PRIMARY KEY,
    recipe_no   smallint NOT NULL REFERENCES recipe (recipe_no),
    brewer_no   smallint NOT NULL REFERENCES staff (staff_no),
    tank_code   text NOT NULL REFERENCES tank (tank_code),
    brewed_on   date NOT NULL,
    og          numeric(4, 3) NOT NULL,
    fg          numeric(4, 3),
    vol_hl      numeric(4, 1) NOT NULL,
    packaged_on date,
    state       text NOT NULL CHECK (state IN ('fermenting', 'conditioning', 'packaged', 'dumped'))
);
COMMENT ON TABLE batch IS 'One brew of a beer';
COMMENT ON COLUMN batch.tank_code IS 'Tank it ferments in';
COMMENT ON COLUMN batch.og IS 'Gravity before fermentation';
COMMENT ON COLUMN batch.fg IS 'Gravity after fermentation; NULL while it ferments';

CREATE TABLE reading (
    batch_code text NOT NULL REFERENCES batch (batch_code),
    read_at    timestamp NOT NULL,
    gravity    numeric(4, 3) NOT NULL,
    temp_c     numeric(3, 1) NOT NULL,
    ph         numeric(3, 2),
    PRIMARY KEY (batch_code, read_at)
);
COMMENT ON TABLE reading IS 'Gravity and temperature measured while a batch ferments';

CREATE TABLE tasting (
    tasting_no smallint PRIMARY KEY,
    batch_code text NOT NULL REFERENCES batch (batch_code),
    taster_no  smallint NOT NULL REFERENCES staff (staff_no),
    tasted_on  date NOT NULL,
    score      numeric(3, 1) NOT NULL CHECK (score BETWEEN 0 AND 10),
    off_flavour text,
    remark     text
);
COMMENT ON TABLE tasting IS 'What one person thought of a batch in the tasting room';
COMMENT ON COLUMN tasting.off_flavour IS 'Fault noticed, such as diacetyl; NULL when none';

CREATE TABLE keg (
    keg_no    text PRIMARY KEY,
    size_l    smallint NOT NULL CHECK (size_l IN (20, 30, 50)),
    material  text NOT NULL CHECK (material IN ('steel', 'plastic')),
    bought_on date NOT NULL,
    state     text NOT NULL CHECK (state IN ('clean', 'dirty', 'out', 'scrapped'))
);
COMMENT ON COLUMN keg.state IS 'out means with a pub';

CREATE TABLE pub (
    pub_no       smallint PRIMARY KEY,
    pub_name     text NOT NULL,
    town         text NOT NULL,
    postcode     text NOT NULL,
    landlord     text,
    free_house   boolean NOT NULL,
    cust_since   date NOT NULL,
    credit_limit numeric(8, 2) NOT NULL,
    rep_no       smallint REFERENCES staff (staff_no)
);
COMMENT ON COLUMN pub.free_house IS 'True when no other brewery owns it';
COMMENT ON COLUMN pub.rep_no IS 'Who looks after the pub in sales';

CREATE TABLE delivery (
    delivery_no  integer PRIMARY KEY,
    pub_no       smallint NOT NULL REFERENCES pub (pub_no),
    driver_no    smallint NOT NULL REFERENCES staff (staff_no),
    delivered_on date NOT NULL,
    paid_on      date CHECK (paid_on >= delivered_on)
);
COMMENT ON COLUMN delivery.paid_on IS 'NULL while the pub owes for it';

CREATE TABLE delivery_line (
    delivery_no integer NOT NULL REFERENCES delivery (delivery_no),
    line_no     smallint NOT NULL,
    keg_no      text NOT NULL REFERENCES keg (keg_no),
    batch_code  text NOT NULL REFERENCES batch (batch_code),
    price       numeric(7, 2) NOT NULL,
    returned_on date,
    PRIMARY KEY (delivery_no, line_no)
);
COMMENT ON TABLE delivery_line IS 'One full keg left at a pub';
COMMENT ON COLUMN delivery_line.batch_code IS 'What was in the keg';
COMMENT ON COLUMN delivery_line.returned_on IS 'When the empty keg came back; NULL when not yet';
