-- Vale County amateur football league
CREATE TABLE clubs (
    club_id      integer PRIMARY KEY,
    club_name    text    NOT NULL UNIQUE,
    town         text    NOT NULL,
    founded_year smallint NOT NULL,
    chair        text,
    youth_section boolean NOT NULL DEFAULT false
);
CREATE TABLE venues (
    venue_code  text PRIMARY KEY,
    venue_name  text NOT NULL,
    town        text NOT NULL,
    capacity    integer NOT NULL,
    surface     text NOT NULL CHECK (surface IN ('grass', 'artificial', 'hybrid')),
    floodlights boolean NOT NULL
);
CREATE TYPE division_level AS ENUM ('premier', 'first');
CREATE TABLE teams (
    team_id    integer PRIMARY KEY,
    club_id    integer NOT NULL REFERENCES clubs (club_id),
    team_name  text NOT NULL UNIQUE,
    division   division_level NOT NULL,
    home_venue text NOT NULL REFERENCES venues (venue_code),
    coach_name text
);
CREATE TABLE seasons (
    season_id  smallint PRIMARY KEY,
    label      text NOT NULL UNIQUE,
    starts_on  date NOT NULL,
    ends_on    date NOT NULL
);
CREATE TABLE players (
    player_id  integer PRIMARY KEY,
    first_name text NOT NULL,
    last_name  text NOT NULL,
    born_on    date NOT NULL,
    pos        char(2) NOT NULL CHECK (pos IN ('GK', 'DF', 'MF', 'FW')),
    nationality text NOT NULL,
    height_cm  smallint,
    left_footed boolean NOT NULL DEFAULT false
);
CREATE TABLE memberships (
    player_id  integer  NOT NULL REFERENCES players (player_id),
    season_id  smallint NOT NULL REFERENCES seasons (season_id),
    team_id    integer  NOT NULL REFERENCES teams (team_id),
    shirt_no   smallint NOT NULL,
    is_captain boolean  NOT NULL DEFAULT false,
    fee        numeric(6, 2) NOT NULL,
    fee_paid_on date,
    PRIMARY KEY (player_id, season_id),
    UNIQUE (team_id, season_id, shirt_no)
);
CREATE TABLE referees (
    ref_id     integer PRIMARY KEY,
    full_name  text NOT NULL,
    grade      char(1) NOT NULL CHECK (grade IN ('A', 'B', 'C')),
    licensed_on date NOT NULL,
    mentor_id  integer REFERENCES referees (ref_id),
    home_town  text NOT NULL
);
CREATE TABLE matches (
    match_id     integer PRIMARY KEY,
    season_id    smallint NOT NULL REFERENCES seasons (season_id),
    round_no     smallint NOT NULL,
    kickoff      timestamp NOT NULL,
    home_team_id integer NOT NULL REFERENCES teams (team_id),
    away_team_id integer NOT NULL REFERENCES teams (team_id),
    venue_code   text NOT NULL REFERENCES venues (venue_code),
    ref_id       integer REFERENCES referees (ref_id),
    status       text NOT NULL CHECK (status IN ('scheduled', 'played', 'postponed', 'abandoned')),
    home_goals   smallint,
    away_goals   smallint,
    attendance   integer,
    CHECK (home_team_id <> away_team_id)
);
CREATE TABLE goals (
    match_id  integer  NOT NULL REFERENCES matches (match_id),
    goal_no   smallint NOT NULL,
    player_id integer  NOT NULL REFERENCES players (player_id),
    team_id   integer  NOT NULL REFERENCES teams (team_id),
    minute    smallint NOT NULL CHECK (minute BETWEEN 1 AND 90),
    how       text     NOT NULL CHECK (how IN ('open_play', 'penalty', 'free_kick', 'header')),
    PRIMARY KEY (match_id, goal_no)
);
CREATE TABLE cards (
    card_id   integer PRIMARY KEY,
    match_id  integer NOT NULL REFERENCES matches (match_id),
    player_id integer NOT NULL REFERENCES players (player_id),
    minute    smallint NOT NULL CHECK (minute BETWEEN 1 AND 90),
    colour    text NOT NULL CHECK (colour IN ('yellow', 'red')),
    reason    text CHECK (reason IN ('foul', 'dissent', 'handball', 'time_wasting'))
);
COMMENT ON COLUMN clubs.chair IS 'Name of the chairperson; NULL while the post is vacant';
COMMENT ON COLUMN players.pos IS 'GK goalkeeper, DF defender, MF midfielder, FW forward';
COMMENT ON COLUMN players.height_cm IS 'Height in centimetres; NULL when not measured';
COMMENT ON TABLE memberships IS 'Which team a player belongs to in a season';
COMMENT ON COLUMN memberships.fee IS 'Membership fee for the season, in pounds';
COMMENT ON COLUMN memberships.fee_paid_on IS 'NULL while the fee is unpaid';
COMMENT ON COLUMN referees.mentor_id IS 'More experienced referee who guides this one';
COMMENT ON COLUMN matches.home_goals IS 'Final score of the home team; NULL unless played';
COMMENT ON COLUMN matches.away_goals IS 'Final score of the away team; NULL unless played';
COMMENT ON COLUMN matches.attendance IS 'Spectators; NULL unless played';
COMMENT ON COLUMN goals.team_id IS 'Team the goal was scored for';
COMMENT ON COLUMN teams.home_venue IS 'Where the team plays its home matches';
