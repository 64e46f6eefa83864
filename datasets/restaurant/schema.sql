-- Osteria & Co: a chain of restaurants. Amounts in pounds. Times are local, without zone.
CREATE TYPE staff_role AS ENUM ('manager', 'chef', 'waiter', 'host', 'dishwasher');
CREATE TYPE menu_course AS ENUM ('starter', 'main', 'dessert', 'drink');

CREATE TABLE branch (
    br_code   text PRIMARY KEY,
    name      text NOT NULL UNIQUE,
    city      text NOT NULL,
    seats     int  NOT NULL,
    opened_on date NOT NULL,
    is_open   boolean NOT NULL DEFAULT true
);
COMMENT ON COLUMN branch.is_open IS 'False once the restaurant has been shut for good';

CREATE TABLE staff (
    staff_id    int PRIMARY KEY,
    fname       text NOT NULL,
    lname       text NOT NULL,
    role        staff_role NOT NULL,
    br_code     text NOT NULL REFERENCES branch,
    mgr_id      int REFERENCES staff (staff_id),
    hourly_wage numeric(6,2) NOT NULL,
    hired_on    date NOT NULL,
    left_on     date
);
COMMENT ON COLUMN staff.mgr_id IS 'Who this person reports to; NULL for the branch managers';
COMMENT ON COLUMN staff.left_on IS 'Last day at work; NULL while employed';

CREATE TABLE supplier (
    sup_id    int PRIMARY KEY,
    name      text NOT NULL UNIQUE,
    country   text NOT NULL,
    lead_days int NOT NULL,
    organic   boolean NOT NULL
);
COMMENT ON COLUMN supplier.lead_days IS 'Days from ordering to delivery';

CREATE TABLE ingredient (
    ingr_id   int PRIMARY KEY,
    name      text NOT NULL UNIQUE,
    sup_id    int NOT NULL REFERENCES supplier,
    unit      text NOT NULL CHECK (unit IN ('kg', 'l', 'pc')),
    unit_cost numeric(7,2) NOT NULL,
    stock_qty numeric(8,1) NOT NULL,
    allergen  text
);
COMMENT ON COLUMN ingredient.unit_cost IS 'Pounds per unit';
COMMENT ON COLUMN ingredient.stock_qty IS 'On hand in the central store, in units';
COMMENT ON COLUMN ingredient.allergen IS 'gluten, milk, egg, fish, nuts …; NULL when none';

CREATE TABLE menu_item (
    item_id      int PRIMARY KEY,
    name         text NOT NULL UNIQUE,
    course       menu_course NOT NULL,
    main_ingr_id int REFERENCES ingredient (ingr_id),
    price        numeric(6,2) NOT NULL,
    kcal         int,
    is_vegan     boolean NOT NULL,
    launched_on  date NOT NULL,
    active       boolean NOT NULL DEFAULT true
);
COMMENT ON COLUMN menu_item.main_ingr_id IS 'Main ingredient; NULL for bought-in drinks';
COMMENT ON COLUMN menu_item.active IS 'False when taken off the menu';

CREATE TABLE cust_order (
    ord_no     int PRIMARY KEY,
    br_code    text NOT NULL REFERENCES branch,
    server_id  int REFERENCES staff (staff_id),
    ordered_at timestamp NOT NULL,
    channel    char(1) NOT NULL CHECK (channel IN ('D', 'T', 'V')),
    guests     int,
    total_amt  numeric(8,2) NOT NULL,
    tip_amt    numeric(7,2) NOT NULL DEFAULT 0,
    pay_method text NOT NULL CHECK (pay_method IN ('card', 'cash', 'voucher'))
);
COMMENT ON TABLE cust_order IS 'What a table or a customer orders, one bill each';
COMMENT ON COLUMN cust_order.server_id IS 'Waiter who served; NULL unless dine-in';
COMMENT ON COLUMN cust_order.channel IS 'D dine-in, T takeaway, V delivery';
COMMENT ON COLUMN cust_order.guests IS 'People at the table; NULL unless dine-in';
COMMENT ON COLUMN cust_order.total_amt IS 'Sum of the lines, without tip';

CREATE TABLE ord_line (
    ord_no     int NOT NULL REFERENCES cust_order,
    line_no    int NOT NULL,
    item_id    int NOT NULL REFERENCES menu_item,
    qty        int NOT NULL,
    unit_price numeric(6,2) NOT NULL,
    PRIMARY KEY (ord_no, line_no)
);

CREATE TABLE reservation (
    res_id     int PRIMARY KEY,
    br_code    text NOT NULL REFERENCES branch,
    guest_name text NOT NULL,
    phone      text,
    party_sz   int NOT NULL,
    booked_at  timestamp NOT NULL,
    res_at     timestamp NOT NULL,
    status     text NOT NULL CHECK (status IN ('confirmed', 'seated', 'cancelled', 'no_show'))
);
COMMENT ON COLUMN reservation.party_sz IS 'Number of people';
COMMENT ON COLUMN reservation.res_at IS 'When the table is reserved for';
COMMENT ON COLUMN reservation.booked_at IS 'When the booking was made';
