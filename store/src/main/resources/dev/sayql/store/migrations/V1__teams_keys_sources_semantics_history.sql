-- Teams and their keys, the sources they ask, what they taught about them, and every exchange.

CREATE FUNCTION touch_updated_at() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.updated_at := now();
    RETURN NEW;
END
$$;

CREATE TABLE teams (
    team_id               text        PRIMARY KEY CHECK (team_id ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    team_name             text        NOT NULL,
    contact_email         text,
    is_active             boolean     NOT NULL DEFAULT true,
    rate_limit_per_minute integer     NOT NULL DEFAULT 10 CHECK (rate_limit_per_minute > 0),
    monthly_query_limit   integer     NOT NULL DEFAULT 1000 CHECK (monthly_query_limit >= 0),
    current_month         date        NOT NULL DEFAULT date_trunc('month', now() AT TIME ZONE 'UTC')::date,
    current_month_queries integer     NOT NULL DEFAULT 0 CHECK (current_month_queries >= 0),
    created_at            timestamptz NOT NULL DEFAULT now(),
    updated_at            timestamptz NOT NULL DEFAULT now()
);

COMMENT ON TABLE teams IS 'Who asks questions: the unit of keys, limits and visibility';
COMMENT ON COLUMN teams.current_month_queries IS 'Questions asked in current_month (UTC)';

CREATE TRIGGER teams_touch BEFORE UPDATE ON teams FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

CREATE TABLE api_keys (
    key_id      text        PRIMARY KEY,
    team_id     text        NOT NULL REFERENCES teams,
    environment text        NOT NULL,
    key_hash    bytea       NOT NULL CHECK (octet_length(key_hash) = 32),
    label       text        NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now(),
    expires_at  timestamptz,
    revoked_at  timestamptz
);

CREATE INDEX api_keys_team_id_idx ON api_keys (team_id);

COMMENT ON TABLE api_keys IS 'Keys of teams; a key itself is shown once and never stored';
COMMENT ON COLUMN api_keys.key_hash IS 'SHA-256 of the whole key, whose secret part has more than 160 random bits';

CREATE TABLE sources (
    team_id              text        NOT NULL REFERENCES teams,
    source_id            text        NOT NULL CHECK (source_id ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$'),
    database_name        text        NOT NULL,
    encrypted_connection bytea       NOT NULL,
    is_trusted           boolean     NOT NULL DEFAULT false,
    created_at           timestamptz NOT NULL DEFAULT now(),
    updated_at           timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (team_id, source_id)
);

COMMENT ON TABLE sources IS 'Databases that teams may ask; the way to connect is encrypted for its team and source';

CREATE TRIGGER sources_touch BEFORE UPDATE ON sources FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

-- No key to sources: what was taught outlives a source that is taken away and connected again, and the command line asks
-- sources that are stored nowhere.
CREATE TABLE source_semantics (
    team_id    text        NOT NULL,
    source_id  text        NOT NULL,
    version    integer     NOT NULL CHECK (version > 0),
    document   text        NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (team_id, source_id, version)
);

COMMENT ON TABLE source_semantics IS 'What a team taught about a source; every version is kept, the highest is in force';
COMMENT ON COLUMN source_semantics.document IS 'YAML, as it is imported and exported';

-- No key to teams or sources: history outlives both.
CREATE TABLE query_history (
    query_id               uuid        PRIMARY KEY,
    team_id                text        NOT NULL,
    source_id              text        NOT NULL,
    natural_language_query text        NOT NULL,
    selected_tables        text[],
    generated_sql          text,
    explanation            text        NOT NULL,
    ending                 text        NOT NULL,
    success                boolean     NOT NULL,
    error_type             text,
    error_message          text,
    started_at             timestamptz NOT NULL,
    duration_us            bigint      NOT NULL,
    rows_returned          integer,
    truncated              boolean     NOT NULL DEFAULT false,
    cache_hit              boolean     NOT NULL DEFAULT false,
    answered_by            text,
    confidence             double precision CHECK (confidence BETWEEN 0 AND 1),
    trust                  text        NOT NULL,
    caveats                text[]      NOT NULL DEFAULT '{}',
    syntax_valid           boolean,
    security_passed        boolean,
    complexity_score       smallint    CHECK (complexity_score BETWEEN 1 AND 10),
    input_tokens           integer     NOT NULL DEFAULT 0,
    output_tokens          integer     NOT NULL DEFAULT 0,
    cost_usd               numeric(12, 6) NOT NULL DEFAULT 0,
    parent_query_id        uuid,
    attempt_number         integer     NOT NULL DEFAULT 1 CHECK (attempt_number > 0),
    user_refinement        text,
    user_rating            smallint    CHECK (user_rating BETWEEN 1 AND 5),
    user_feedback_type     text        CHECK (user_feedback_type IN ('thumbs_up', 'thumbs_down')),
    user_feedback_text     text,
    corrected_sql          text,
    created_at             timestamptz NOT NULL DEFAULT now(),
    updated_at             timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX query_history_team_started_idx ON query_history (team_id, started_at DESC, query_id);

COMMENT ON TABLE query_history IS 'Every exchange, failures too; never holds rows of a customer''s data';
COMMENT ON COLUMN query_history.ending IS 'How it ended, in the words of the product: answered, declined, refused, …';
COMMENT ON COLUMN query_history.duration_us IS 'From the question to its answer, in microseconds';

CREATE TRIGGER query_history_touch BEFORE UPDATE ON query_history FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
