-- A family firm of bakeries in Yorkshire: what is baked, sold over the counter, delivered to cafes and thrown away.
-- Amounts are in pounds sterling.

CREATE TABLE branch (
    id          integer PRIMARY KEY,
    name        text    NOT NULL UNIQUE,
    town        text    NOT NULL,
    street      text    NOT NULL,
    opened_on   date    NOT NULL,
    has_oven    boolean NOT NULL,
    seats       integer,
    supplied_by integer REFERENCES branch (id)
);
COMMENT ON TABLE branch IS 'Our shops, with or without a bakehouse of their own';
COMMENT ON COLUMN branch.seats IS 'Seats in the tea room; NULL when there is none';
COMMENT ON COLUMN branch.supplied_by IS 'Branch that bakes for this one; NULL when it bakes for itself';

CREATE TABLE product (
    id              integer PRIMARY KEY,
    name            text          NOT NULL UNIQUE,
    category        text          NOT NULL CHECK (category IN ('bread', 'roll', 'pastry', 'cake', 'savoury', 'biscuit')),
    price           numeric(6, 2) NOT NULL,
    weight_g        integer       NOT NULL,
    vegan           boolean       NOT NULL,
    launched_on     date          NOT NULL,
    discontinued_on date
);
COMMENT ON COLUMN product.price IS 'Price of one piece over the counter';
COMMENT ON COLUMN product.discontinued_on IS 'NULL while it is still baked';

CREATE TABLE supplier (
    id        integer PRIMARY KEY,
    name      text    NOT NULL,
    town      text    NOT NULL,
    phone     text,
    lead_days integer NOT NULL
);
COMMENT ON COLUMN supplier.lead_days IS 'Working days from ordering to arrival';

CREATE TABLE ingredient (
    id            integer PRIMARY KEY,
    name          text          NOT NULL UNIQUE,
    unit          text          NOT NULL,
    unit_cost     numeric(8, 2) NOT NULL,
    stock         numeric(8, 1) NOT NULL,
    reorder_level numeric(8, 1) NOT NULL,
    allergen      text,
    supplier_id   integer       NOT NULL REFERENCES supplier (id)
);
COMMENT ON COLUMN ingredient.unit IS 'kg, litre or piece';
COMMENT ON COLUMN ingredient.allergen IS 'gluten, milk, egg, nuts, soya or sesame; NULL when it has none';

CREATE TABLE recipe (
    product_id    integer       NOT NULL REFERENCES product (id),
    ingredient_id integer       NOT NULL REFERENCES ingredient (id),
    qty           numeric(7, 3) NOT NULL,
    PRIMARY KEY (product_id, ingredient_id)
);
COMMENT ON TABLE recipe IS 'What goes into a hundred pieces of a product, in the unit of the ingredient';

CREATE TABLE employee (
    id         integer PRIMARY KEY,
    first_name text          NOT NULL,
    last_name  text          NOT NULL,
    job        text          NOT NULL CHECK (job IN ('manager', 'baker', 'apprentice', 'shop assistant', 'driver')),
    branch_id  integer       NOT NULL REFERENCES branch (id),
    hired_on   date          NOT NULL,
    hourly_pay numeric(5, 2) NOT NULL,
    reports_to integer REFERENCES employee (id)
);

CREATE TABLE shift (
    id          integer PRIMARY KEY,
    employee_id integer       NOT NULL REFERENCES employee (id),
    worked_on   date          NOT NULL,
    kind        text          NOT NULL CHECK (kind IN ('night', 'early', 'late')),
    hours       numeric(4, 2) NOT NULL
);

CREATE TABLE batch (
    id         integer PRIMARY KEY,
    product_id integer NOT NULL REFERENCES product (id),
    branch_id  integer NOT NULL REFERENCES branch (id),
    baker_id   integer NOT NULL REFERENCES employee (id),
    baked_on   date    NOT NULL,
    pieces     integer NOT NULL,
    rejected   integer NOT NULL DEFAULT 0
);
COMMENT ON COLUMN batch.rejected IS 'Pieces of the batch that were not fit for sale';

CREATE TABLE sale (
    id        integer PRIMARY KEY,
    branch_id integer       NOT NULL REFERENCES branch (id),
    served_by integer       NOT NULL REFERENCES employee (id),
    sold_at   timestamp     NOT NULL,
    paid_by   text          NOT NULL CHECK (paid_by IN ('cash', 'card', 'app')),
    total     numeric(8, 2) NOT NULL
);
COMMENT ON TABLE sale IS 'Receipts at the counter';

CREATE TABLE sale_line (
    sale_id    integer       NOT NULL REFERENCES sale (id),
    line_no    integer       NOT NULL,
    product_id integer       NOT NULL REFERENCES product (id),
    pieces     integer       NOT NULL,
    unit_price numeric(6, 2) NOT NULL,
    PRIMARY KEY (sale_id, line_no)
);

CREATE TABLE cafe (
    id             integer PRIMARY KEY,
    name           text NOT NULL UNIQUE,
    town           text NOT NULL,
    contact        text,
    customer_since date NOT NULL
);
COMMENT ON TABLE cafe IS 'Cafes that we deliver to';

CREATE TABLE standing_order (
    id         integer PRIMARY KEY,
    cafe_id    integer NOT NULL REFERENCES cafe (id),
    product_id integer NOT NULL REFERENCES product (id),
    weekday    text    NOT NULL,
    pieces     integer NOT NULL,
    starts_on  date    NOT NULL,
    ends_on    date
);
COMMENT ON TABLE standing_order IS 'What a cafe gets every week on the same day';

CREATE TABLE delivery (
    id        integer PRIMARY KEY,
    cafe_id   integer       NOT NULL REFERENCES cafe (id),
    driver_id integer       NOT NULL REFERENCES employee (id),
    due_on    date          NOT NULL,
    crates    integer       NOT NULL,
    amount    numeric(8, 2) NOT NULL,
    status    text          NOT NULL CHECK (status IN ('planned', 'on time', 'late', 'missed'))
);
COMMENT ON COLUMN delivery.amount IS 'What the cafe is charged';

CREATE TABLE waste (
    id          integer PRIMARY KEY,
    branch_id   integer NOT NULL REFERENCES branch (id),
    product_id  integer NOT NULL REFERENCES product (id),
    recorded_on date    NOT NULL,
    pieces      integer NOT NULL,
    reason      text    NOT NULL
);
COMMENT ON COLUMN waste.reason IS 'unsold, damaged, burnt or given away';
