-- A small group of kindergartens. Amounts in pounds.

CREATE TABLE site (
    site_id    smallint PRIMARY KEY,
    site_name  text NOT NULL UNIQUE,
    street     text NOT NULL,
    town       text NOT NULL,
    phone      text,
    opened_on  date NOT NULL,
    has_garden boolean NOT NULL DEFAULT false
);
COMMENT ON TABLE site IS 'The houses we run';

CREATE TABLE educator (
    educator_id    integer PRIMARY KEY,
    first_name     text NOT NULL,
    last_name      text NOT NULL,
    site_id        smallint NOT NULL REFERENCES site,
    role           text NOT NULL CHECK (role IN ('head', 'lead', 'assistant', 'trainee', 'cook')),
    hired_on       date NOT NULL,
    weekly_hours   numeric(4, 1) NOT NULL,
    monthly_salary numeric(8, 2) NOT NULL,
    first_aider    boolean NOT NULL DEFAULT false,
    mentor_id      integer REFERENCES educator
);
COMMENT ON COLUMN educator.mentor_id IS 'Colleague who looks after a new educator; NULL when none';
COMMENT ON COLUMN educator.first_aider IS 'Holds a valid paediatric first aid certificate';

CREATE TABLE play_group (
    group_id         integer PRIMARY KEY,
    site_id          smallint NOT NULL REFERENCES site,
    group_name       text NOT NULL,
    age_band         text NOT NULL CHECK (age_band IN ('baby', 'toddler', 'preschool')),
    places           smallint NOT NULL,
    lead_educator_id integer REFERENCES educator
);
COMMENT ON COLUMN play_group.places IS 'How many children the group may take';

CREATE TABLE child (
    child_id    integer PRIMARY KEY,
    first_name  text NOT NULL,
    last_name   text NOT NULL,
    sex         char(1) NOT NULL CHECK (sex IN ('f', 'm')),
    born_on     date NOT NULL,
    group_id    integer NOT NULL REFERENCES play_group,
    enrolled_on date NOT NULL,
    left_on     date,
    home_language text NOT NULL DEFAULT 'English',
    full_day    boolean NOT NULL
);
COMMENT ON COLUMN child.left_on IS 'Last day with us; NULL while still enrolled';
COMMENT ON COLUMN child.full_day IS 'False for mornings only';

CREATE TABLE parent (
    parent_id  integer PRIMARY KEY,
    first_name text NOT NULL,
    last_name  text NOT NULL,
    email      text,
    mobile     text,
    town       text NOT NULL
);

CREATE TABLE child_parent (
    child_id    integer NOT NULL REFERENCES child,
    parent_id   integer NOT NULL REFERENCES parent,
    relation    text NOT NULL CHECK (relation IN ('mother', 'father', 'grandparent', 'guardian')),
    may_collect boolean NOT NULL DEFAULT true,
    PRIMARY KEY (child_id, parent_id)
);

CREATE TABLE attendance (
    child_id integer NOT NULL REFERENCES child,
    day      date NOT NULL,
    status   text NOT NULL CHECK (status IN ('present', 'sick', 'holiday', 'unexcused')),
    arrived  time,
    departed time,
    PRIMARY KEY (child_id, day)
);
COMMENT ON TABLE attendance IS 'The register, one row a child and weekday';

CREATE TABLE child_allergy (
    child_id integer NOT NULL REFERENCES child,
    allergen text NOT NULL,
    severity text NOT NULL CHECK (severity IN ('mild', 'moderate', 'severe')),
    noted_on date NOT NULL,
    PRIMARY KEY (child_id, allergen)
);

CREATE TABLE meal (
    meal_id    integer PRIMARY KEY,
    site_id    smallint NOT NULL REFERENCES site,
    served_on  date NOT NULL,
    course     text NOT NULL CHECK (course IN ('breakfast', 'lunch', 'snack')),
    dish       text NOT NULL,
    vegetarian boolean NOT NULL,
    portions   smallint NOT NULL,
    food_cost  numeric(7, 2) NOT NULL
);
COMMENT ON COLUMN meal.food_cost IS 'Ingredients of all portions together';

CREATE TABLE fee (
    fee_id    integer PRIMARY KEY,
    child_id  integer NOT NULL REFERENCES child,
    billed_on date NOT NULL,
    due_on    date NOT NULL,
    amount    numeric(8, 2) NOT NULL,
    discount  numeric(8, 2) NOT NULL DEFAULT 0,
    status    text NOT NULL CHECK (status IN ('open', 'paid', 'overdue', 'waived'))
);
COMMENT ON TABLE fee IS 'Fee of a child for one quarter';
COMMENT ON COLUMN fee.discount IS 'Sibling or hardship discount, not yet taken off the amount';

CREATE TABLE payment (
    payment_id integer PRIMARY KEY,
    fee_id     integer NOT NULL REFERENCES fee,
    parent_id  integer NOT NULL REFERENCES parent,
    paid_on    date NOT NULL,
    amount     numeric(8, 2) NOT NULL,
    method     text NOT NULL CHECK (method IN ('direct_debit', 'transfer', 'cash', 'voucher'))
);

CREATE TABLE waiting_list (
    entry_id    integer PRIMARY KEY,
    child_name  text NOT NULL,
    born_on     date NOT NULL,
    site_id     smallint NOT NULL REFERENCES site,
    applied_on  date NOT NULL,
    wanted_from date NOT NULL,
    status      text NOT NULL CHECK (status IN ('waiting', 'offered', 'accepted', 'withdrawn')),
    has_sibling boolean NOT NULL DEFAULT false
);
COMMENT ON TABLE waiting_list IS 'Applications for a place of children who are not with us yet';

CREATE TABLE trip (
    trip_id        integer PRIMARY KEY,
    group_id       integer NOT NULL REFERENCES play_group,
    destination    text NOT NULL,
    trip_date      date NOT NULL,
    transport      text NOT NULL CHECK (transport IN ('coach', 'train', 'walk', 'bus')),
    children_along smallint NOT NULL,
    cost           numeric(8, 2) NOT NULL
);

CREATE TABLE incident (
    incident_id   integer PRIMARY KEY,
    child_id      integer NOT NULL REFERENCES child,
    reported_by   integer NOT NULL REFERENCES educator,
    happened_at   timestamp NOT NULL,
    kind          text NOT NULL CHECK (kind IN ('fall', 'bite', 'bump', 'cut', 'allergic_reaction')),
    place         text NOT NULL,
    doctor_called boolean NOT NULL DEFAULT false
);
