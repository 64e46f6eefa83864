CREATE TABLE channels (
    channel_id        int PRIMARY KEY,
    channel_name      text NOT NULL UNIQUE,
    medium            text NOT NULL CHECK (medium IN ('tv', 'radio')),
    main_language     text NOT NULL,
    launched_on       date NOT NULL,
    parent_channel_id int REFERENCES channels (channel_id)
);
CREATE TABLE genres (
    genre_code text PRIMARY KEY,
    genre_name text NOT NULL UNIQUE
);
CREATE TABLE programmes (
    programme_id      int PRIMARY KEY,
    title             text NOT NULL UNIQUE,
    genre_code        text NOT NULL REFERENCES genres,
    format            text NOT NULL CHECK (format IN ('series', 'one_off', 'daily')),
    country_of_origin text NOT NULL,
    min_age           int,
    in_house          boolean NOT NULL,
    premiered_on      date,
    spin_off_of       int REFERENCES programmes (programme_id)
);
CREATE TABLE episodes (
    programme_id    int NOT NULL REFERENCES programmes,
    season_no       int NOT NULL,
    episode_no      int NOT NULL,
    episode_title   text NOT NULL,
    running_time    int NOT NULL,
    production_cost numeric(10,2),
    recorded_on     date NOT NULL,
    has_subtitles   boolean NOT NULL,
    PRIMARY KEY (programme_id, season_no, episode_no)
);
CREATE TABLE presenters (
    presenter_id  int PRIMARY KEY,
    first_name    text NOT NULL,
    last_name     text NOT NULL,
    home_town     text NOT NULL,
    date_of_birth date NOT NULL,
    joined_on     date NOT NULL,
    yearly_fee    numeric(10,2) NOT NULL,
    freelance     boolean NOT NULL
);
CREATE TABLE programme_presenters (
    programme_id int NOT NULL REFERENCES programmes,
    presenter_id int NOT NULL REFERENCES presenters,
    role         text NOT NULL CHECK (role IN ('host', 'co_host', 'reporter')),
    since        date NOT NULL,
    PRIMARY KEY (programme_id, presenter_id)
);
CREATE TABLE schedule_slots (
    slot_id      int PRIMARY KEY,
    channel_id   int NOT NULL REFERENCES channels,
    programme_id int NOT NULL,
    season_no    int NOT NULL,
    episode_no   int NOT NULL,
    starts_at    timestamp NOT NULL,
    minutes      int NOT NULL,
    is_live      boolean NOT NULL,
    is_repeat    boolean NOT NULL,
    ad_spots     int NOT NULL,
    spot_price   numeric(8,2) NOT NULL,
    FOREIGN KEY (programme_id, season_no, episode_no) REFERENCES episodes,
    UNIQUE (channel_id, starts_at)
);
CREATE TABLE ratings (
    slot_id   int NOT NULL REFERENCES schedule_slots,
    age_group text NOT NULL CHECK (age_group IN ('under 30', '30-49', '50+')),
    viewers   int NOT NULL,
    PRIMARY KEY (slot_id, age_group)
);
CREATE TABLE sponsors (
    sponsor_id   int PRIMARY KEY,
    company_name text NOT NULL UNIQUE,
    industry     text NOT NULL,
    city         text NOT NULL,
    contact_mail text
);
CREATE TABLE sponsorships (
    sponsorship_id int PRIMARY KEY,
    sponsor_id     int NOT NULL REFERENCES sponsors,
    programme_id   int NOT NULL REFERENCES programmes,
    amount         numeric(10,2) NOT NULL,
    signed_on      date NOT NULL,
    valid_until    date NOT NULL,
    is_paid        boolean NOT NULL
);
CREATE TABLE rights (
    right_id     int PRIMARY KEY,
    programme_id int NOT NULL REFERENCES programmes,
    licensor     text NOT NULL,
    territory    text NOT NULL,
    kind         text NOT NULL CHECK (kind IN ('broadcast', 'streaming', 'archive')),
    licence_fee  numeric(10,2) NOT NULL,
    acquired_on  date NOT NULL,
    expires_on   date NOT NULL
);
COMMENT ON TABLE channels IS 'Our television and radio channels';
COMMENT ON COLUMN channels.parent_channel_id IS 'Channel this one was split off from; NULL when it stands alone';
COMMENT ON COLUMN programmes.min_age IS 'Youngest age the programme is cleared for; NULL when for everybody';
COMMENT ON COLUMN programmes.in_house IS 'True when we produce it ourselves, false when bought in';
COMMENT ON COLUMN programmes.premiered_on IS 'When it was first shown; NULL when not shown yet';
COMMENT ON COLUMN programmes.spin_off_of IS 'Programme this one grew out of';
COMMENT ON COLUMN episodes.running_time IS 'In minutes';
COMMENT ON COLUMN episodes.production_cost IS 'In euro; NULL when bought in';
COMMENT ON TABLE schedule_slots IS 'One broadcast of an episode on a channel';
COMMENT ON COLUMN schedule_slots.starts_at IS 'Local time';
COMMENT ON COLUMN schedule_slots.ad_spots IS 'Advertising spots sold in the slot';
COMMENT ON COLUMN schedule_slots.spot_price IS 'Price of one spot in euro';
COMMENT ON COLUMN ratings.viewers IS 'Viewers or listeners of the age group';
COMMENT ON COLUMN sponsorships.amount IS 'In euro, for the whole term';
COMMENT ON COLUMN rights.licence_fee IS 'In euro';
