-- How much teams may ask, keys of administrators, replies to be given again, and what is known of connected sources.

ALTER TABLE teams
    ADD COLUMN burst_limit   integer NOT NULL DEFAULT 20 CHECK (burst_limit > 0),
    ADD COLUMN running_limit integer NOT NULL DEFAULT 4 CHECK (running_limit > 0),
    ADD COLUMN queued_limit  integer NOT NULL DEFAULT 16 CHECK (queued_limit >= 0);

COMMENT ON COLUMN teams.rate_limit_per_minute IS 'Requests a minute, in the long run';
COMMENT ON COLUMN teams.burst_limit IS 'Requests at once after a pause';
COMMENT ON COLUMN teams.running_limit IS 'Questions worked on at one time';
COMMENT ON COLUMN teams.queued_limit IS 'Questions that wait for that';

-- Counting a question is no change of the team.
DROP TRIGGER teams_touch ON teams;
CREATE TRIGGER teams_touch BEFORE UPDATE OF team_name, contact_email, is_active, rate_limit_per_minute, burst_limit,
    monthly_query_limit, running_limit, queued_limit ON teams FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

ALTER TABLE api_keys ADD COLUMN last_used_at timestamptz;

COMMENT ON COLUMN api_keys.last_used_at IS 'To the minute';

CREATE TABLE admin_keys (
    key_id       text        PRIMARY KEY,
    key_hash     bytea       NOT NULL CHECK (octet_length(key_hash) = 32),
    label        text        NOT NULL,
    created_at   timestamptz NOT NULL DEFAULT now(),
    expires_at   timestamptz,
    revoked_at   timestamptz,
    last_used_at timestamptz
);

COMMENT ON TABLE admin_keys IS 'Keys that open the calls for administrators; a key itself is shown once and never stored';

CREATE TABLE rate_limits (
    bucket  text        PRIMARY KEY,
    full_at timestamptz NOT NULL,
    granted boolean     NOT NULL
) WITH (fillfactor = 50);

COMMENT ON TABLE rate_limits IS 'Token buckets, of teams and of addresses that sent bad keys; a full one may be deleted';
COMMENT ON COLUMN rate_limits.full_at IS 'When the bucket is full again: all that has to be known of it';
COMMENT ON COLUMN rate_limits.granted IS 'Whether the last attempt got its token';

CREATE TABLE idempotency_keys (
    team_id         text        NOT NULL,
    idempotency_key text        NOT NULL,
    request_digest  text        NOT NULL,
    holder          uuid        NOT NULL,
    begun_at        timestamptz NOT NULL,
    completed_at    timestamptz,
    encrypted_reply bytea,
    PRIMARY KEY (team_id, idempotency_key)
);

CREATE INDEX idempotency_keys_begun_at_idx ON idempotency_keys (begun_at);

COMMENT ON TABLE idempotency_keys IS 'Requests that carried a key, and their replies for 24 hours';
COMMENT ON COLUMN idempotency_keys.encrypted_reply IS 'May hold rows of a customer''s data, so it is encrypted for its team and key';

-- What was read of a source: one row for each, replaced by the next reading.
CREATE TABLE database_schemas (
    team_id              text        NOT NULL,
    source_id            text        NOT NULL,
    dialect              text        NOT NULL DEFAULT 'postgresql',
    status               text        NOT NULL DEFAULT 'new' CHECK (status IN ('new', 'ready', 'failed')),
    included_schemas     text[]      NOT NULL DEFAULT '{}',
    included_tables      text[]      NOT NULL DEFAULT '{}',
    table_count          integer     NOT NULL DEFAULT 0 CHECK (table_count >= 0),
    size_bytes           bigint      NOT NULL DEFAULT 0 CHECK (size_bytes >= 0),
    fingerprint          text,
    last_introspected_at timestamptz,
    last_problem         text,
    looked_at            timestamptz NOT NULL DEFAULT now(),
    created_at           timestamptz NOT NULL DEFAULT now(),
    updated_at           timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (team_id, source_id),
    FOREIGN KEY (team_id, source_id) REFERENCES sources ON DELETE CASCADE
);

CREATE INDEX database_schemas_looked_at_idx ON database_schemas (looked_at);

COMMENT ON TABLE database_schemas IS 'What is known of each connected source as a whole';
COMMENT ON COLUMN database_schemas.looked_at IS 'When a node last took it upon itself to read the source';

CREATE TRIGGER database_schemas_touch BEFORE UPDATE ON database_schemas FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

INSERT INTO database_schemas (team_id, source_id, created_at) SELECT team_id, source_id, created_at FROM sources;

CREATE TABLE tables_metadata (
    team_id          text        NOT NULL,
    source_id        text        NOT NULL,
    schema_name      text        NOT NULL,
    table_name       text        NOT NULL,
    table_kind       text        NOT NULL,
    ddl              text        NOT NULL,
    row_estimate     bigint      NOT NULL,
    size_bytes       bigint      NOT NULL CHECK (size_bytes >= 0),
    description      text,
    sample_questions text[]      NOT NULL DEFAULT '{}',
    fingerprint      text        NOT NULL,
    document         text        NOT NULL DEFAULT '',
    created_at       timestamptz NOT NULL DEFAULT now(),
    updated_at       timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (team_id, source_id, schema_name, table_name),
    FOREIGN KEY (team_id, source_id) REFERENCES database_schemas ON DELETE CASCADE
);

COMMENT ON TABLE tables_metadata IS 'What is known of each table and view of a connected source';
COMMENT ON COLUMN tables_metadata.row_estimate IS 'The planner''s; negative when the table was never analysed';
COMMENT ON COLUMN tables_metadata.document IS 'Everything else its reader found, in a form of the reader''s own';

CREATE TRIGGER tables_metadata_touch BEFORE UPDATE ON tables_metadata FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
