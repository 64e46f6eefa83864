-- An events caterer in the west of England: whom it cooks for, where, what is served, who works and what is charged.
-- Amounts are in pounds sterling.

CREATE TABLE client (
    client_id    integer PRIMARY KEY,
    client_name  varchar(80) NOT NULL UNIQUE,
    client_kind  varchar(20) NOT NULL CHECK (client_kind IN ('corporate', 'private', 'charity', 'public sector')),
    contact_name varchar(60),
    email        varchar(80),
    phone        varchar(20),
    town         varchar(40) NOT NULL,
    client_since date        NOT NULL,
    referred_by  integer REFERENCES client (client_id)
);
COMMENT ON TABLE client IS 'Who books us: firms, households, charities and public bodies';
COMMENT ON COLUMN client.contact_name IS 'Whom we speak to; empty for private clients';
COMMENT ON COLUMN client.referred_by IS 'The client who recommended us to this one, if any';

CREATE TABLE venue (
    venue_code  char(4) PRIMARY KEY,
    venue_name  varchar(60) NOT NULL UNIQUE,
    town        varchar(40) NOT NULL,
    postcode    varchar(10),
    max_guests  smallint      NOT NULL CHECK (max_guests > 0),
    has_kitchen boolean       NOT NULL,
    hire_fee    numeric(8, 2) NOT NULL
);
COMMENT ON TABLE venue IS 'Places where events are held';
COMMENT ON COLUMN venue.max_guests IS 'How many people the place holds';
COMMENT ON COLUMN venue.hire_fee IS 'What the venue charges for a day, in pounds';

CREATE TABLE staff (
    staff_no   integer PRIMARY KEY,
    fname      varchar(30) NOT NULL,
    lname      varchar(30) NOT NULL,
    job        varchar(20) NOT NULL CHECK (job IN ('event manager', 'head chef', 'chef', 'kitchen porter', 'waiter', 'bartender', 'driver')),
    hourly_pay numeric(6, 2) NOT NULL,
    hired_on   date NOT NULL,
    left_on    date,
    boss_no    integer REFERENCES staff (staff_no)
);
COMMENT ON TABLE staff IS 'People on the payroll, those who left included';
COMMENT ON COLUMN staff.left_on IS 'Last working day; empty while employed';
COMMENT ON COLUMN staff.boss_no IS 'Whom the person reports to';

CREATE TABLE menu (
    menu_id        smallint PRIMARY KEY,
    menu_name      varchar(50) NOT NULL UNIQUE,
    style          varchar(20) NOT NULL CHECK (style IN ('buffet', 'plated', 'canapes', 'sharing', 'street food')),
    price_per_head numeric(6, 2) NOT NULL,
    min_guests     smallint NOT NULL,
    on_offer       boolean  NOT NULL
);
COMMENT ON COLUMN menu.price_per_head IS 'Price for one guest in pounds, without VAT';
COMMENT ON COLUMN menu.on_offer IS 'False when the menu is no longer sold';

CREATE TABLE dish (
    dish_id      smallint PRIMARY KEY,
    dish_name    varchar(60) NOT NULL UNIQUE,
    course       varchar(10) NOT NULL CHECK (course IN ('canape', 'starter', 'main', 'side', 'dessert')),
    vegetarian   boolean NOT NULL,
    vegan        boolean NOT NULL,
    gluten_free  boolean NOT NULL,
    prep_min     smallint NOT NULL,
    portion_cost numeric(6, 2) NOT NULL
);
COMMENT ON COLUMN dish.prep_min IS 'Preparation time in minutes for a batch of ten';
COMMENT ON COLUMN dish.portion_cost IS 'What the food of one portion costs us';

CREATE TABLE menu_dish (
    menu_id smallint NOT NULL REFERENCES menu (menu_id),
    dish_id smallint NOT NULL REFERENCES dish (dish_id),
    seq_no  smallint NOT NULL,
    PRIMARY KEY (menu_id, dish_id)
);
COMMENT ON TABLE menu_dish IS 'Which dishes make up a menu, in the order they are served';

CREATE TABLE supplier (
    supplier_id   smallint PRIMARY KEY,
    supplier_name varchar(60) NOT NULL UNIQUE,
    town          varchar(40) NOT NULL,
    phone         varchar(20),
    lead_days     smallint NOT NULL,
    organic_cert  boolean NOT NULL
);
COMMENT ON COLUMN supplier.lead_days IS 'Days the supplier needs from order to delivery as agreed';
COMMENT ON COLUMN supplier.organic_cert IS 'Whether certified organic';

CREATE TABLE ingredient (
    ingr_code   char(5) PRIMARY KEY,
    ingr_name   varchar(40) NOT NULL UNIQUE,
    unit        varchar(6)  NOT NULL CHECK (unit IN ('kg', 'litre', 'each')),
    unit_price  numeric(7, 2) NOT NULL,
    allergen    varchar(20),
    stock_qty   numeric(8, 1) NOT NULL,
    reorder_qty numeric(8, 1) NOT NULL,
    supplier_id smallint NOT NULL REFERENCES supplier (supplier_id)
);
COMMENT ON COLUMN ingredient.allergen IS 'Allergen that must be declared; empty when none';
COMMENT ON COLUMN ingredient.reorder_qty IS 'When stock falls below this it is time to reorder';

CREATE TABLE dish_ingredient (
    dish_id   smallint NOT NULL REFERENCES dish (dish_id),
    ingr_code char(5)  NOT NULL REFERENCES ingredient (ingr_code),
    qty       numeric(7, 3) NOT NULL,
    PRIMARY KEY (dish_id, ingr_code)
);
COMMENT ON TABLE dish_ingredient IS 'Recipes: how much of an ingredient ten portions of a dish take';

CREATE TABLE event (
    event_no   integer PRIMARY KEY,
    title      varchar(80) NOT NULL,
    event_kind varchar(20) NOT NULL CHECK (event_kind IN ('wedding', 'birthday', 'conference', 'product launch', 'gala dinner', 'office lunch', 'christmas party', 'funeral tea')),
    client_id  integer  NOT NULL REFERENCES client (client_id),
    venue_code char(4)  NOT NULL REFERENCES venue (venue_code),
    menu_id    smallint NOT NULL REFERENCES menu (menu_id),
    manager_no integer  NOT NULL REFERENCES staff (staff_no),
    booked_on  date     NOT NULL,
    event_date date     NOT NULL,
    starts     time     NOT NULL,
    guests     smallint NOT NULL,
    status     varchar(10) NOT NULL CHECK (status IN ('enquiry', 'confirmed', 'done', 'cancelled'))
);
COMMENT ON TABLE event IS 'Functions we cater for, past and to come';
COMMENT ON COLUMN event.manager_no IS 'The event manager in charge';
COMMENT ON COLUMN event.guests IS 'Number of guests catered for';

CREATE TABLE shift (
    event_no integer NOT NULL REFERENCES event (event_no),
    staff_no integer NOT NULL REFERENCES staff (staff_no),
    begins   timestamp NOT NULL,
    hours    numeric(4, 1) NOT NULL,
    PRIMARY KEY (event_no, staff_no)
);
COMMENT ON TABLE shift IS 'Who worked at which event and for how long';

CREATE TABLE quote (
    quote_no  integer PRIMARY KEY,
    event_no  integer NOT NULL REFERENCES event (event_no),
    sent_on   date NOT NULL,
    amount    numeric(9, 2) NOT NULL,
    valid_to  date NOT NULL,
    outcome   varchar(10) NOT NULL CHECK (outcome IN ('pending', 'accepted', 'declined', 'expired'))
);
COMMENT ON TABLE quote IS 'Offers sent for an event; an event can have several';

CREATE TABLE invoice (
    invoice_no char(9) PRIMARY KEY,
    event_no   integer NOT NULL REFERENCES event (event_no),
    inv_kind   varchar(8) NOT NULL CHECK (inv_kind IN ('deposit', 'final')),
    issued_on  date NOT NULL,
    due_on     date NOT NULL,
    net_amt    numeric(9, 2) NOT NULL,
    vat_amt    numeric(9, 2) NOT NULL,
    paid_on    date
);
COMMENT ON COLUMN invoice.net_amt IS 'Amount without VAT in pounds';
COMMENT ON COLUMN invoice.paid_on IS 'When the money came in; empty while unpaid';

CREATE TABLE tasting (
    tasting_id integer PRIMARY KEY,
    client_id  integer  NOT NULL REFERENCES client (client_id),
    menu_id    smallint NOT NULL REFERENCES menu (menu_id),
    held_on    date NOT NULL,
    attendees  smallint NOT NULL,
    score      smallint CHECK (score BETWEEN 1 AND 10)
);
COMMENT ON TABLE tasting IS 'Clients try a menu before they decide';
COMMENT ON COLUMN tasting.score IS 'What the client gave the menu, 10 is best; empty when no score was left';
