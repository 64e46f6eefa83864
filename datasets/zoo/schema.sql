-- A zoo: animals of many species in enclosures, their keepers, food, vet checks, sponsors and tickets.
-- Amounts are in euros, weights in kilograms.

CREATE TABLE zone (
    zone_code char(3) PRIMARY KEY,
    zone_name text    NOT NULL UNIQUE,
    opened_yr integer NOT NULL
);
COMMENT ON TABLE zone IS 'Parts of the zoo grounds';

CREATE TABLE enclosure (
    zone_code char(3) NOT NULL REFERENCES zone (zone_code),
    encl_no   integer NOT NULL,
    encl_name text    NOT NULL UNIQUE,
    area_sqm  integer NOT NULL CHECK (area_sqm > 0),
    is_indoor boolean NOT NULL,
    built_yr  integer NOT NULL,
    PRIMARY KEY (zone_code, encl_no)
);
COMMENT ON TABLE enclosure IS 'Where animals are kept; numbered within the zone';
COMMENT ON COLUMN enclosure.area_sqm IS 'Area in square metres';

CREATE TABLE animal_group (
    grp_code    varchar(4) PRIMARY KEY,
    grp_name    text NOT NULL UNIQUE,
    parent_code varchar(4) REFERENCES animal_group (grp_code)
);
COMMENT ON TABLE animal_group IS 'Classes such as Mammals and the groups below them';
COMMENT ON COLUMN animal_group.parent_code IS 'Group above; NULL for a class';

CREATE TABLE species (
    sp_code     char(4)    PRIMARY KEY,
    common_name text       NOT NULL UNIQUE,
    sci_name    text       NOT NULL UNIQUE,
    grp_code    varchar(4) NOT NULL REFERENCES animal_group (grp_code),
    iucn        char(2)    NOT NULL CHECK (iucn IN ('LC', 'NT', 'VU', 'EN', 'CR')),
    diet        char(1)    NOT NULL CHECK (diet IN ('C', 'H', 'O')),
    lifespan_yr integer    NOT NULL,
    is_venomous boolean    NOT NULL DEFAULT false
);
COMMENT ON COLUMN species.iucn IS 'Red List status: LC least concern, NT near threatened, VU vulnerable, EN endangered, CR critically endangered';
COMMENT ON COLUMN species.diet IS 'C carnivore, H herbivore, O omnivore';
COMMENT ON COLUMN species.lifespan_yr IS 'Typical age in human care, in years';

CREATE TABLE animal (
    animal_id   integer PRIMARY KEY,
    call_name   text    NOT NULL UNIQUE,
    sp_code     char(4) NOT NULL REFERENCES species (sp_code),
    zone_code   char(3) NOT NULL,
    encl_no     integer NOT NULL,
    sex         char(1) NOT NULL CHECK (sex IN ('M', 'F', 'U')),
    born_on     date    NOT NULL,
    arrived_on  date    NOT NULL,
    acq_code    char(1) NOT NULL CHECK (acq_code IN ('B', 'T', 'R', 'P')),
    weight_kg   numeric(8, 2),
    mother_id   integer REFERENCES animal (animal_id),
    father_id   integer REFERENCES animal (animal_id),
    FOREIGN KEY (zone_code, encl_no) REFERENCES enclosure (zone_code, encl_no)
);
COMMENT ON TABLE animal IS 'Animals living in the zoo';
COMMENT ON COLUMN animal.sex IS 'M male, F female, U unknown';
COMMENT ON COLUMN animal.acq_code IS 'How it came: B born here, T transfer from another zoo, R rescue, P purchase';
COMMENT ON COLUMN animal.arrived_on IS 'Day it came to the zoo; the day of birth when born here';
COMMENT ON COLUMN animal.weight_kg IS 'Last known weight; NULL when never weighed';

CREATE TABLE keeper (
    keeper_id  integer PRIMARY KEY,
    fname      text    NOT NULL,
    lname      text    NOT NULL,
    role       text    NOT NULL CHECK (role IN ('head keeper', 'senior keeper', 'keeper', 'trainee')),
    hired_on   date    NOT NULL,
    salary     integer NOT NULL,
    boss_id    integer REFERENCES keeper (keeper_id)
);
COMMENT ON COLUMN keeper.salary IS 'Gross pay a month';
COMMENT ON COLUMN keeper.boss_id IS 'Keeper this one reports to';

CREATE TABLE keeper_enclosure (
    keeper_id integer NOT NULL REFERENCES keeper (keeper_id),
    zone_code char(3) NOT NULL,
    encl_no   integer NOT NULL,
    is_lead   boolean NOT NULL,
    PRIMARY KEY (keeper_id, zone_code, encl_no),
    FOREIGN KEY (zone_code, encl_no) REFERENCES enclosure (zone_code, encl_no)
);
COMMENT ON TABLE keeper_enclosure IS 'Which keepers look after which enclosures';

CREATE TABLE food (
    food_code char(3) PRIMARY KEY,
    food_name text NOT NULL UNIQUE,
    cost_kg   numeric(6, 2) NOT NULL
);
COMMENT ON COLUMN food.cost_kg IS 'Cost of one kilogram';

CREATE TABLE feeding (
    feeding_id integer PRIMARY KEY,
    animal_id  integer   NOT NULL REFERENCES animal (animal_id),
    keeper_id  integer   NOT NULL REFERENCES keeper (keeper_id),
    food_code  char(3)   NOT NULL REFERENCES food (food_code),
    fed_at     timestamp NOT NULL,
    qty_kg     numeric(7, 2) NOT NULL CHECK (qty_kg > 0)
);

CREATE TABLE vet_check (
    check_id   integer PRIMARY KEY,
    animal_id  integer NOT NULL REFERENCES animal (animal_id),
    vet_name   text    NOT NULL,
    checked_on date    NOT NULL,
    outcome    char(2) NOT NULL CHECK (outcome IN ('OK', 'TR', 'FU')),
    cost       numeric(8, 2) NOT NULL
);
COMMENT ON COLUMN vet_check.outcome IS 'OK healthy, TR treated, FU follow-up needed';

CREATE TABLE sponsor (
    sponsor_id   integer PRIMARY KEY,
    sponsor_name text    NOT NULL UNIQUE,
    is_company   boolean NOT NULL,
    city         text    NOT NULL,
    country      text    NOT NULL,
    email        text,
    since        date    NOT NULL
);
COMMENT ON TABLE sponsor IS 'People and companies that pay for the keep of animals';

CREATE TABLE sponsorship (
    sponsor_id integer NOT NULL REFERENCES sponsor (sponsor_id),
    animal_id  integer NOT NULL REFERENCES animal (animal_id),
    start_on   date    NOT NULL,
    yearly_amt numeric(9, 2) NOT NULL,
    PRIMARY KEY (sponsor_id, animal_id)
);
COMMENT ON COLUMN sponsorship.yearly_amt IS 'What the sponsor pays a year for the animal';

CREATE TABLE ticket_type (
    tt_code char(2) PRIMARY KEY,
    descr   text NOT NULL UNIQUE,
    price   numeric(6, 2) NOT NULL
);
COMMENT ON COLUMN ticket_type.price IS 'Current price of one ticket';

CREATE TABLE ticket_sale (
    sale_id    integer PRIMARY KEY,
    tt_code    char(2) NOT NULL REFERENCES ticket_type (tt_code),
    visit_on   date    NOT NULL,
    channel    char(1) NOT NULL CHECK (channel IN ('G', 'W', 'A')),
    qty        integer NOT NULL CHECK (qty > 0),
    unit_price numeric(6, 2) NOT NULL
);
COMMENT ON TABLE ticket_sale IS 'Tickets sold, one row a purchase';
COMMENT ON COLUMN ticket_sale.channel IS 'G at the gate, W on the web, A through an agency';
COMMENT ON COLUMN ticket_sale.qty IS 'Number of tickets; one ticket admits one visitor';
COMMENT ON COLUMN ticket_sale.unit_price IS 'Price paid for each ticket';
