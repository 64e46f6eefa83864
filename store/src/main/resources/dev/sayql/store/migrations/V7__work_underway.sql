-- What servers work on, so that each of them can tell how far it has come and have it stopped.

CREATE TABLE work_underway (
    work_id           uuid        PRIMARY KEY,
    team_id           text        NOT NULL,
    kind              text        NOT NULL CHECK (kind IN ('question', 'upload')),
    state             text        NOT NULL DEFAULT 'waiting',
    steps             text        NOT NULL DEFAULT '[]',
    begun_at          timestamptz NOT NULL DEFAULT now(),
    seen_at           timestamptz NOT NULL DEFAULT now(),
    stop_requested_at timestamptz,
    ended_at          timestamptz,
    encrypted_reply   bytea
);

CREATE INDEX work_underway_seen_at_idx ON work_underway (seen_at);

COMMENT ON TABLE work_underway IS 'Questions and uploads whose callers do not just wait for the reply; forgotten soon after the end';
COMMENT ON COLUMN work_underway.steps IS 'JSON, as the interface shows them';
COMMENT ON COLUMN work_underway.seen_at IS 'When the server that works on it last said so';
COMMENT ON COLUMN work_underway.encrypted_reply IS 'May hold rows of a customer''s data, so it is encrypted for its team and work';
