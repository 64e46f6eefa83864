CREATE TYPE fuel_type AS ENUM ('petrol', 'diesel', 'hybrid', 'electric');

CREATE TABLE branch (
    br_code   text PRIMARY KEY,
    br_name   text NOT NULL UNIQUE,
    city      text NOT NULL,
    country   text NOT NULL,
    airport   boolean NOT NULL,
    opened_on date NOT NULL,
    hub_code  text REFERENCES branch (br_code)
);
COMMENT ON TABLE branch IS 'Places where cars are picked up and returned';
COMMENT ON COLUMN branch.airport IS 'True when the branch is at an airport';
COMMENT ON COLUMN branch.hub_code IS 'Bigger branch that this one belongs to; NULL for hubs';

CREATE TABLE staff (
    emp_no      integer PRIMARY KEY,
    first_name  text NOT NULL,
    last_name   text NOT NULL,
    br_code     text NOT NULL REFERENCES branch,
    job_title   text NOT NULL,
    boss_no     integer REFERENCES staff (emp_no),
    hired_on    date NOT NULL,
    hourly_wage numeric(6,2) NOT NULL
);

CREATE TABLE car_class (
    class_code char(1) PRIMARY KEY,
    class_name text NOT NULL UNIQUE,
    seats      integer NOT NULL,
    list_rate  numeric(8,2) NOT NULL,
    deposit    numeric(8,2) NOT NULL
);
COMMENT ON COLUMN car_class.list_rate IS 'List price of one day in euro';

CREATE TABLE model (
    make       text NOT NULL,
    model_name text NOT NULL,
    class_code char(1) NOT NULL REFERENCES car_class,
    fuel       fuel_type NOT NULL,
    gearbox    text NOT NULL CHECK (gearbox IN ('manual', 'automatic')),
    doors      integer NOT NULL,
    PRIMARY KEY (make, model_name)
);

CREATE TABLE vehicle (
    plate      text PRIMARY KEY,
    make       text NOT NULL,
    model_name text NOT NULL,
    br_code    text NOT NULL REFERENCES branch,
    color      text NOT NULL,
    odo_km     integer NOT NULL,
    bought_on  date NOT NULL,
    buy_price  numeric(10,2) NOT NULL,
    state      text NOT NULL CHECK (state IN ('available', 'rented', 'workshop', 'sold')),
    sold_on    date,
    FOREIGN KEY (make, model_name) REFERENCES model
);
COMMENT ON COLUMN vehicle.br_code IS 'Home branch';
COMMENT ON COLUMN vehicle.odo_km IS 'Kilometres on the odometer';

CREATE TABLE corp_account (
    corp_id      integer PRIMARY KEY,
    corp_name    text NOT NULL UNIQUE,
    industry     text NOT NULL,
    discount_pct integer NOT NULL
);
COMMENT ON TABLE corp_account IS 'Companies whose people rent at a discount';

CREATE TABLE customer (
    cust_no    integer PRIMARY KEY,
    first_name text NOT NULL,
    last_name  text NOT NULL,
    email      text,
    country    text NOT NULL,
    birth_date date NOT NULL,
    corp_id    integer REFERENCES corp_account,
    newsletter boolean NOT NULL,
    joined_on  date NOT NULL
);

CREATE TABLE booking (
    booking_no integer PRIMARY KEY,
    cust_no    integer NOT NULL REFERENCES customer,
    class_code char(1) NOT NULL REFERENCES car_class,
    plate      text REFERENCES vehicle,
    pickup_br  text NOT NULL REFERENCES branch (br_code),
    return_br  text NOT NULL REFERENCES branch (br_code),
    booked_at  timestamp NOT NULL,
    pickup_at  timestamp NOT NULL,
    return_at  timestamp NOT NULL,
    days       integer NOT NULL,
    day_rate   numeric(8,2) NOT NULL,
    km_driven  integer,
    channel    text NOT NULL CHECK (channel IN ('web', 'app', 'phone', 'counter', 'broker')),
    status     text NOT NULL CHECK (status IN ('reserved', 'active', 'completed', 'cancelled', 'no_show')),
    handled_by integer REFERENCES staff (emp_no)
);
COMMENT ON COLUMN booking.plate IS 'Car handed out; NULL until pickup';
COMMENT ON COLUMN booking.day_rate IS 'Price of one day in euro, as agreed';

CREATE TABLE charge (
    booking_no integer NOT NULL REFERENCES booking,
    line_no    smallint NOT NULL,
    kind       text NOT NULL CHECK (kind IN ('rental', 'insurance', 'gps', 'child_seat', 'fuel', 'late_fee', 'cleaning')),
    amount     numeric(10,2) NOT NULL,
    charged_on date NOT NULL,
    PRIMARY KEY (booking_no, line_no)
);
COMMENT ON TABLE charge IS 'Lines of the bill of a booking';

CREATE TABLE payment (
    pay_id     integer PRIMARY KEY,
    booking_no integer NOT NULL REFERENCES booking,
    method     text NOT NULL CHECK (method IN ('visa', 'mastercard', 'amex', 'cash', 'transfer')),
    amount     numeric(10,2) NOT NULL,
    paid_at    timestamp NOT NULL,
    refunded   boolean NOT NULL
);

CREATE TABLE maintenance (
    job_id   integer PRIMARY KEY,
    plate    text NOT NULL REFERENCES vehicle,
    work     text NOT NULL CHECK (work IN ('oil change', 'tyres', 'brakes', 'inspection', 'bodywork', 'battery')),
    garage   text NOT NULL,
    in_date  date NOT NULL,
    out_date date,
    cost     numeric(10,2)
);
COMMENT ON COLUMN maintenance.out_date IS 'NULL while the car is still in the garage';

CREATE TABLE damage (
    dmg_id      integer PRIMARY KEY,
    booking_no  integer NOT NULL REFERENCES booking,
    part        text NOT NULL,
    severity    text NOT NULL CHECK (severity IN ('minor', 'moderate', 'severe')),
    repair_cost numeric(10,2) NOT NULL,
    reported_on date NOT NULL,
    settled     boolean NOT NULL
);
COMMENT ON COLUMN damage.settled IS 'True when the damage has been paid for';
