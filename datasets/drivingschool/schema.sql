-- The office of a driving school in Yorkshire: learners, instructors, cars, lessons, theory classes, tests, packages and payments.
-- Plain SQL for PostgreSQL 13 and later, for the current schema; data.sql.gz fills it. Amounts are in pounds, distances in miles.
-- Times are local and have no zone.

CREATE TABLE office (
    office_code char(3) PRIMARY KEY,
    office_name text NOT NULL UNIQUE,
    street      text NOT NULL,
    town        text NOT NULL,
    phone       text NOT NULL,
    opened_on   date NOT NULL
);
COMMENT ON TABLE office IS 'Offices of the school, where learners sign up and theory classes are held';

CREATE TABLE instructor (
    instr_code  char(3) PRIMARY KEY,
    first_name  text NOT NULL,
    last_name   text NOT NULL,
    badge_no    integer NOT NULL UNIQUE,
    grade       char(1) NOT NULL CHECK (grade IN ('A', 'B', 'T')),
    office_code char(3) NOT NULL REFERENCES office (office_code),
    mentor_code char(3) REFERENCES instructor (instr_code),
    mobile      text NOT NULL,
    hired_on    date NOT NULL,
    left_on     date,
    CHECK (mentor_code <> instr_code),
    CHECK (left_on > hired_on)
);
COMMENT ON TABLE instructor IS 'People who teach; those who left stay, with their lessons';
COMMENT ON COLUMN instructor.badge_no IS 'Number on the green or pink badge';
COMMENT ON COLUMN instructor.grade IS 'A or B as last assessed, T for a trainee on a pink badge';
COMMENT ON COLUMN instructor.mentor_code IS 'Instructor who looks after this one; NULL when nobody does';
COMMENT ON COLUMN instructor.left_on IS 'Last day at the school; NULL while employed';

CREATE TABLE car (
    car_no        smallint PRIMARY KEY,
    plate         text NOT NULL UNIQUE,
    make          text NOT NULL,
    model         text NOT NULL,
    gearbox       char(1) NOT NULL CHECK (gearbox IN ('M', 'A')),
    fuel          text NOT NULL CHECK (fuel IN ('petrol', 'diesel', 'hybrid', 'electric')),
    office_code   char(3) NOT NULL REFERENCES office (office_code),
    keeper_code   char(3) REFERENCES instructor (instr_code),
    bought_on     date NOT NULL,
    bought_for    numeric(9, 2) NOT NULL CHECK (bought_for > 0),
    odometer      integer NOT NULL CHECK (odometer >= 0),
    next_mot_on   date
);
COMMENT ON TABLE car IS 'Dual-control cars of the fleet';
COMMENT ON COLUMN car.gearbox IS 'M manual, A automatic';
COMMENT ON COLUMN car.keeper_code IS 'Instructor who takes the car home; NULL for a pool car';
COMMENT ON COLUMN car.odometer IS 'Miles on the clock when last read';
COMMENT ON COLUMN car.next_mot_on IS 'When the next MOT is due; NULL while the car is younger than three years';

CREATE TABLE licence_cat (
    cat_code varchar(2) PRIMARY KEY,
    descr    text NOT NULL,
    min_age  smallint NOT NULL
);
COMMENT ON TABLE licence_cat IS 'Categories of driving licence the school prepares for';
COMMENT ON COLUMN licence_cat.min_age IS 'Age in years from which one may learn';

CREATE TABLE learner (
    learner_no   integer PRIMARY KEY,
    first_name   text NOT NULL,
    last_name    text NOT NULL,
    born_on      date NOT NULL,
    town         text NOT NULL,
    postcode     text NOT NULL,
    mobile       text NOT NULL,
    email        text,
    cat_code     varchar(2) NOT NULL REFERENCES licence_cat (cat_code),
    office_code  char(3) NOT NULL REFERENCES office (office_code),
    instr_code   char(3) REFERENCES instructor (instr_code),
    referred_by  integer REFERENCES learner (learner_no),
    enrolled_on  date NOT NULL,
    status       text NOT NULL CHECK (status IN ('active', 'paused', 'passed', 'quit')),
    CHECK (referred_by <> learner_no)
);
COMMENT ON TABLE learner IS 'People who learn or learned to drive here';
COMMENT ON COLUMN learner.cat_code IS 'Category of licence the learner is after';
COMMENT ON COLUMN learner.instr_code IS 'Own instructor of the learner; NULL until one is assigned';
COMMENT ON COLUMN learner.referred_by IS 'Learner who recommended the school; NULL when nobody did';
COMMENT ON COLUMN learner.status IS 'active, paused, passed (has the licence) or quit';

CREATE TABLE package (
    package_code text PRIMARY KEY,
    package_name text NOT NULL UNIQUE,
    hours        smallint NOT NULL CHECK (hours > 0),
    list_price   numeric(8, 2) NOT NULL CHECK (list_price > 0),
    is_intensive boolean NOT NULL DEFAULT false,
    on_offer     boolean NOT NULL DEFAULT true
);
COMMENT ON TABLE package IS 'Blocks of lessons that learners can buy';
COMMENT ON COLUMN package.hours IS 'Hours of driving in the package';
COMMENT ON COLUMN package.on_offer IS 'False when it is no longer sold';

CREATE TABLE package_sale (
    sale_no      integer PRIMARY KEY,
    learner_no   integer NOT NULL REFERENCES learner (learner_no),
    package_code text NOT NULL REFERENCES package (package_code),
    sold_on      date NOT NULL,
    price        numeric(8, 2) NOT NULL,
    discount     numeric(8, 2) NOT NULL DEFAULT 0 CHECK (discount >= 0)
);
COMMENT ON TABLE package_sale IS 'A package sold to a learner';
COMMENT ON COLUMN package_sale.price IS 'List price on the day, before the discount';

CREATE TABLE payment (
    receipt_no integer PRIMARY KEY,
    learner_no integer NOT NULL REFERENCES learner (learner_no),
    sale_no    integer REFERENCES package_sale (sale_no),
    paid_on    date NOT NULL,
    amount     numeric(8, 2) NOT NULL CHECK (amount > 0),
    method     text NOT NULL CHECK (method IN ('card', 'cash', 'bank transfer'))
);
COMMENT ON TABLE payment IS 'Money received from learners';
COMMENT ON COLUMN payment.sale_no IS 'Package it pays for; NULL when a single lesson was paid';

CREATE TABLE lesson (
    lesson_no   integer PRIMARY KEY,
    learner_no  integer NOT NULL REFERENCES learner (learner_no),
    instr_code  char(3) NOT NULL REFERENCES instructor (instr_code),
    car_no      smallint NOT NULL REFERENCES car (car_no),
    starts_at   timestamp NOT NULL,
    planned_min smallint NOT NULL CHECK (planned_min > 0),
    driven_min  smallint NOT NULL DEFAULT 0 CHECK (driven_min >= 0),
    kind        text NOT NULL CHECK (kind IN ('town', 'country', 'motorway', 'night', 'manoeuvres', 'mock test')),
    status      text NOT NULL CHECK (status IN ('booked', 'held', 'cancelled', 'no_show')),
    miles       smallint,
    rating      smallint CHECK (rating BETWEEN 1 AND 5)
);
COMMENT ON TABLE lesson IS 'Driving lessons, one learner with one instructor in one car';
COMMENT ON COLUMN lesson.driven_min IS 'Minutes really driven; 0 unless the lesson was held';
COMMENT ON COLUMN lesson.status IS 'booked (still to come), held, cancelled or no_show (the learner did not turn up)';
COMMENT ON COLUMN lesson.miles IS 'Miles driven; NULL unless held';
COMMENT ON COLUMN lesson.rating IS 'Stars the learner gave in the app, 1 to 5; NULL when none';

CREATE TABLE theory_class (
    class_no    integer PRIMARY KEY,
    topic       text NOT NULL,
    office_code char(3) NOT NULL REFERENCES office (office_code),
    instr_code  char(3) NOT NULL REFERENCES instructor (instr_code),
    held_on     date NOT NULL,
    starts      time NOT NULL,
    seats       smallint NOT NULL CHECK (seats > 0)
);
COMMENT ON TABLE theory_class IS 'Evening classes for the theory test';

CREATE TABLE class_seat (
    class_no   integer NOT NULL REFERENCES theory_class (class_no),
    learner_no integer NOT NULL REFERENCES learner (learner_no),
    attended   boolean,
    quiz_score smallint CHECK (quiz_score BETWEEN 0 AND 20),
    PRIMARY KEY (class_no, learner_no)
);
COMMENT ON TABLE class_seat IS 'Learners who took a seat in a theory class';
COMMENT ON COLUMN class_seat.attended IS 'Whether the learner came; NULL before the class';
COMMENT ON COLUMN class_seat.quiz_score IS 'Points in the quiz at the end, 0 to 20; NULL when absent';

CREATE TABLE test_centre (
    centre_id   smallint PRIMARY KEY,
    centre_name text NOT NULL UNIQUE,
    town        text NOT NULL
);
COMMENT ON TABLE test_centre IS 'Where the authority holds theory and practical tests';

CREATE TABLE driving_test (
    test_no        integer PRIMARY KEY,
    learner_no     integer NOT NULL REFERENCES learner (learner_no),
    kind           char(1) NOT NULL CHECK (kind IN ('T', 'P')),
    centre_id      smallint NOT NULL REFERENCES test_centre (centre_id),
    car_no         smallint REFERENCES car (car_no),
    test_date      date NOT NULL,
    fee            numeric(6, 2) NOT NULL,
    result         char(1) CHECK (result IN ('P', 'F')),
    points         smallint CHECK (points BETWEEN 0 AND 50),
    minor_faults   smallint,
    serious_faults smallint,
    CHECK (kind = 'P' OR car_no IS NULL)
);
COMMENT ON TABLE driving_test IS 'Tests of the authority that learners sat or are booked for';
COMMENT ON COLUMN driving_test.kind IS 'T theory, P practical';
COMMENT ON COLUMN driving_test.car_no IS 'Car lent for the practical test';
COMMENT ON COLUMN driving_test.result IS 'P passed, F failed; NULL while still to come';
COMMENT ON COLUMN driving_test.points IS 'Points in the theory test, out of 50; NULL for practical tests';
COMMENT ON COLUMN driving_test.minor_faults IS 'Driving faults in the practical test; NULL for theory tests';
COMMENT ON COLUMN driving_test.serious_faults IS 'Serious and dangerous faults in the practical test; NULL for theory tests';

CREATE TABLE car_cost (
    cost_no  integer PRIMARY KEY,
    car_no   smallint NOT NULL REFERENCES car (car_no),
    kind     text NOT NULL CHECK (kind IN ('fuel', 'service', 'tyres', 'repair', 'insurance', 'cleaning')),
    spent_on date NOT NULL,
    amount   numeric(8, 2) NOT NULL CHECK (amount > 0),
    supplier text
);
COMMENT ON TABLE car_cost IS 'What the cars cost to run';
