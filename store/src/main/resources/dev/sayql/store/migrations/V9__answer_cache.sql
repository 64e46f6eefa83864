-- Statements that language models wrote, kept to be used again. Never rows. No key to teams or sources: what is over goes by itself.

CREATE TABLE answer_cache (
    cache_key     text           PRIMARY KEY,
    meaning_key   text,
    team_id       text           NOT NULL,
    source_id     text           NOT NULL,
    basis         text           NOT NULL,
    question      text           NOT NULL,
    meaning       text,
    generated_sql text           NOT NULL,
    explanation   text           NOT NULL,
    confidence    double precision NOT NULL CHECK (confidence BETWEEN 0 AND 1),
    model         text           NOT NULL,
    only_on       date,
    cost_usd      numeric(12, 6) NOT NULL CHECK (cost_usd >= 0),
    created_at    timestamptz    NOT NULL,
    expires_at    timestamptz    NOT NULL,
    hit_count     bigint         NOT NULL DEFAULT 0
);

CREATE INDEX answer_cache_team_idx ON answer_cache (team_id, source_id);
CREATE INDEX answer_cache_meaning_idx ON answer_cache (meaning_key, created_at DESC) WHERE meaning_key IS NOT NULL;
CREATE INDEX answer_cache_expires_idx ON answer_cache (expires_at);

COMMENT ON TABLE answer_cache IS 'Statements that language models wrote, kept for a week to be used again';
COMMENT ON COLUMN answer_cache.cache_key IS 'Digest of team, source, basis and question';
COMMENT ON COLUMN answer_cache.meaning_key IS 'Digest of team, source, basis and meaning; NULL where the meaning is not proven';
COMMENT ON COLUMN answer_cache.basis IS 'Digest of schema, semantics, policy, tables, model and prompt';
COMMENT ON COLUMN answer_cache.only_on IS 'The only day (UTC) on which it answers; NULL when the day does not matter';

CREATE TABLE answer_cache_counts (
    team_id   text           PRIMARY KEY,
    hits      bigint         NOT NULL DEFAULT 0,
    misses    bigint         NOT NULL DEFAULT 0,
    saved_usd numeric(18, 6) NOT NULL DEFAULT 0
);

COMMENT ON TABLE answer_cache_counts IS 'What remembered answers are good for, by team';
