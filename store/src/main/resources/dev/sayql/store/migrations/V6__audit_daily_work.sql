-- A row for each request, and who does the daily work. No key to teams: the log outlives them.

CREATE TABLE audit_log (
    request_id  uuid        PRIMARY KEY,
    happened_at timestamptz NOT NULL,
    team_id     text,
    key_id      text,
    address     text        NOT NULL,
    method      text        NOT NULL,
    route       text        NOT NULL,
    status      smallint    NOT NULL,
    duration_us bigint      NOT NULL,
    query_id    uuid,
    problem     text
);

CREATE INDEX audit_log_happened_at_idx ON audit_log (happened_at DESC);
CREATE INDEX audit_log_team_idx ON audit_log (team_id, happened_at DESC) WHERE team_id IS NOT NULL;

COMMENT ON TABLE audit_log IS 'Who called what, when, and how it ended; holds no question, no SQL, no rows and no secret';
COMMENT ON COLUMN audit_log.route IS 'The pattern of the route, never the path as it was typed';

CREATE TABLE daily_work (
    only_row   boolean     PRIMARY KEY DEFAULT true CHECK (only_row),
    claimed_at timestamptz NOT NULL,
    done_on    date
);

COMMENT ON TABLE daily_work IS 'Which node took the daily work last, and the day (UTC) on which it was last done';
