-- A coworking operator: members and their companies hold subscriptions to plans, book spaces at several sites,
-- check in at the door, are invoiced, and meet at events. Amounts are in euros, net of VAT unless said otherwise.

CREATE TABLE site (
    site_code  varchar(6)  PRIMARY KEY,
    site_name  text        NOT NULL UNIQUE,
    street     text        NOT NULL,
    city       text        NOT NULL,
    country    text        NOT NULL,
    opened_on  date        NOT NULL,
    floors     smallint    NOT NULL CHECK (floors > 0),
    open_24h   boolean     NOT NULL DEFAULT false
);
COMMENT ON TABLE site IS 'A building that we run';
COMMENT ON COLUMN site.open_24h IS 'True when members can get in at any hour';

CREATE TABLE staff (
    staff_id   smallint    PRIMARY KEY,
    full_name  text        NOT NULL,
    job_title  text        NOT NULL,
    site_code  varchar(6)  REFERENCES site,
    reports_to smallint    REFERENCES staff,
    hired_on   date        NOT NULL
);
COMMENT ON TABLE staff IS 'People employed by us; site_code is NULL at headquarters';

CREATE TABLE space (
    space_id     integer      PRIMARY KEY,
    site_code    varchar(6)   NOT NULL REFERENCES site,
    label        text         NOT NULL UNIQUE,
    kind         char(2)      NOT NULL CHECK (kind IN ('HD', 'FD', 'MR', 'PO', 'PB', 'EH')),
    floor        smallint     NOT NULL,
    seats        smallint     NOT NULL CHECK (seats > 0),
    hourly_rate  numeric(7,2),
    monthly_rate numeric(8,2),
    has_screen   boolean      NOT NULL DEFAULT false,
    CHECK (hourly_rate IS NOT NULL OR monthly_rate IS NOT NULL)
);
COMMENT ON TABLE space IS 'Whatever can be rented by the hour or by the month';
COMMENT ON COLUMN space.kind IS 'HD hot desk, FD fixed desk, MR meeting room, PO private office, PB phone booth, EH event hall';
COMMENT ON COLUMN space.hourly_rate IS 'NULL when let by the month only';

CREATE TABLE company (
    company_id   integer  PRIMARY KEY,
    company_name text     NOT NULL UNIQUE,
    industry     text     NOT NULL,
    headcount    integer  NOT NULL,
    client_since date     NOT NULL,
    website      text
);
COMMENT ON TABLE company IS 'Firms whose people work at our sites';
COMMENT ON COLUMN company.headcount IS 'Everybody the firm employs, not only our members';

CREATE TABLE member (
    member_no   integer     PRIMARY KEY,
    first_name  text        NOT NULL,
    last_name   text        NOT NULL,
    email       text        NOT NULL UNIQUE,
    profession  text        NOT NULL,
    company_id  integer     REFERENCES company,
    home_site   varchar(6)  NOT NULL REFERENCES site (site_code),
    referred_by integer     REFERENCES member,
    joined_on   date        NOT NULL,
    left_on     date,
    newsletter  boolean     NOT NULL,
    CHECK (left_on > joined_on)
);
COMMENT ON COLUMN member.company_id IS 'NULL for freelancers';
COMMENT ON COLUMN member.referred_by IS 'The member who recommended us, NULL when nobody did';
COMMENT ON COLUMN member.left_on IS 'NULL while still with us';

CREATE TABLE plan (
    plan_code    varchar(4)   PRIMARY KEY,
    plan_name    text         NOT NULL UNIQUE,
    monthly_fee  numeric(7,2) NOT NULL,
    free_hours   smallint     NOT NULL,
    min_months   smallint     NOT NULL,
    on_sale      boolean      NOT NULL
);
COMMENT ON COLUMN plan.free_hours IS 'Meeting room hours included each month';
COMMENT ON COLUMN plan.on_sale IS 'False when no longer offered to new members';

CREATE TABLE subscription (
    sub_id       integer     PRIMARY KEY,
    member_no    integer     NOT NULL REFERENCES member,
    plan_code    varchar(4)  NOT NULL REFERENCES plan,
    starts_on    date        NOT NULL,
    ends_on      date,
    state        char(1)     NOT NULL CHECK (state IN ('A', 'P', 'E')),
    discount_pct numeric(4,1) NOT NULL DEFAULT 0
);
COMMENT ON COLUMN subscription.state IS 'A active, P paused, E ended';

CREATE TABLE booking (
    booking_id integer      PRIMARY KEY,
    space_id   integer      NOT NULL REFERENCES space,
    member_no  integer      NOT NULL REFERENCES member,
    booked_at  timestamp    NOT NULL,
    starts_at  timestamp    NOT NULL,
    ends_at    timestamp    NOT NULL,
    hours      numeric(4,1) NOT NULL,
    attendees  smallint     NOT NULL,
    status     text         NOT NULL CHECK (status IN ('confirmed', 'cancelled', 'no_show')),
    fee        numeric(8,2) NOT NULL,
    CHECK (ends_at > starts_at)
);
COMMENT ON COLUMN booking.fee IS 'Hours times the hourly rate; 0 when cancelled';

CREATE TABLE visit (
    visit_id  integer     PRIMARY KEY,
    member_no integer     NOT NULL REFERENCES member,
    site_code varchar(6)  NOT NULL REFERENCES site,
    check_in  timestamp   NOT NULL,
    check_out timestamp
);
COMMENT ON TABLE visit IS 'A member coming through the door with the badge';

CREATE TABLE invoice (
    invoice_no text         PRIMARY KEY,
    member_no  integer      NOT NULL REFERENCES member,
    issued_on  date         NOT NULL,
    due_on     date         NOT NULL,
    paid_on    date,
    net_amount numeric(9,2) NOT NULL,
    vat_amount numeric(9,2) NOT NULL
);
COMMENT ON COLUMN invoice.paid_on IS 'NULL while unpaid';

CREATE TABLE invoice_line (
    invoice_no text         NOT NULL REFERENCES invoice,
    line_no    smallint     NOT NULL,
    item       text         NOT NULL CHECK (item IN ('plan', 'locker', 'printing', 'mail handling', 'parking')),
    qty        smallint     NOT NULL,
    unit_price numeric(8,2) NOT NULL,
    PRIMARY KEY (invoice_no, line_no)
);

CREATE TABLE event (
    event_id     integer      PRIMARY KEY,
    title        text         NOT NULL UNIQUE,
    topic        text         NOT NULL,
    site_code    varchar(6)   NOT NULL REFERENCES site,
    host_no      integer      REFERENCES member,
    held_on      date         NOT NULL,
    capacity     smallint     NOT NULL,
    ticket_price numeric(6,2) NOT NULL
);
COMMENT ON COLUMN event.host_no IS 'The member who runs the event, NULL when our own staff does';

CREATE TABLE signup (
    event_id     integer   NOT NULL REFERENCES event,
    member_no    integer   NOT NULL REFERENCES member,
    signed_up_on date      NOT NULL,
    attended     boolean   NOT NULL,
    rating       smallint  CHECK (rating BETWEEN 1 AND 5),
    PRIMARY KEY (event_id, member_no)
);
COMMENT ON TABLE signup IS 'Members who put themselves down for an event';
COMMENT ON COLUMN signup.rating IS 'What the member thought of the event, 1 to 5; NULL when not given';
