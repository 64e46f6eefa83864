-- What people thought of answers, SQL that they vouch for, and how questions went day by day.

ALTER TABLE query_history ADD COLUMN user_feedback_reasons text[] NOT NULL DEFAULT '{}';
ALTER TABLE query_history ADD COLUMN feedback_at timestamptz;

-- For pages of history under each filter; the order is that of query_history_team_started_idx.
CREATE INDEX query_history_source_idx ON query_history (team_id, source_id, started_at DESC, query_id);
CREATE INDEX query_history_ending_idx ON query_history (team_id, ending, started_at DESC, query_id);
CREATE INDEX query_history_thumb_idx ON query_history (team_id, user_feedback_type, started_at DESC, query_id)
    WHERE user_feedback_type IS NOT NULL;
CREATE INDEX query_history_parent_idx ON query_history (team_id, parent_query_id, started_at DESC, query_id)
    WHERE parent_query_id IS NOT NULL;

-- No key to teams, sources or history: what was approved outlives them.
CREATE TABLE verified_queries (
    verified_query_id      uuid        PRIMARY KEY,
    team_id                text        NOT NULL,
    source_id              text        NOT NULL,
    natural_language_query text        NOT NULL,
    normalised_query       text        NOT NULL,
    verified_sql           text        NOT NULL,
    explanation            text        NOT NULL,
    query_id               uuid,
    schema_fingerprint     text,
    status                 text        NOT NULL CHECK (status IN ('proposed', 'approved', 'rejected')),
    reviewer               text,
    created_at             timestamptz NOT NULL DEFAULT now(),
    updated_at             timestamptz NOT NULL DEFAULT now()
);

CREATE UNIQUE INDEX verified_queries_approved_idx ON verified_queries (team_id, source_id, md5(normalised_query))
    WHERE status = 'approved';
CREATE INDEX verified_queries_queue_idx ON verified_queries (team_id, status, created_at);
CREATE INDEX verified_queries_source_idx ON verified_queries (team_id, source_id, created_at);

COMMENT ON TABLE verified_queries IS 'Questions with SQL that a person vouches for, or is asked to; of a question at most one is approved';

CREATE TRIGGER verified_queries_touch BEFORE UPDATE ON verified_queries FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

CREATE TABLE evaluation_metrics (
    team_id                  text        NOT NULL,
    metric_date              date        NOT NULL,
    total_queries            bigint      NOT NULL,
    successful_queries       bigint      NOT NULL,
    withheld_queries         bigint      NOT NULL,
    failed_queries           bigint      NOT NULL,
    cache_hits               bigint      NOT NULL,
    latency_mean_us          bigint      NOT NULL,
    latency_p50_us           bigint      NOT NULL,
    latency_p95_us           bigint      NOT NULL,
    latency_p99_us           bigint      NOT NULL,
    latency_max_us           bigint      NOT NULL,
    latency_buckets          smallint[]  NOT NULL,
    latency_counts           bigint[]    NOT NULL,
    rating_count             bigint      NOT NULL,
    rating_sum               bigint      NOT NULL,
    thumbs_up                bigint      NOT NULL,
    thumbs_down              bigint      NOT NULL,
    with_feedback            bigint      NOT NULL,
    syntax_errors            bigint      NOT NULL,
    execution_errors         bigint      NOT NULL,
    timeout_errors           bigint      NOT NULL,
    security_errors          bigint      NOT NULL,
    validation_errors        bigint      NOT NULL,
    input_tokens             bigint      NOT NULL,
    output_tokens            bigint      NOT NULL,
    cost_usd                 numeric(18, 6) NOT NULL,
    mean_generation_cost_usd numeric(18, 6),
    cache_savings_usd        numeric(18, 6) NOT NULL,
    first_attempts           bigint      NOT NULL,
    first_attempt_successes  bigint      NOT NULL,
    retries                  bigint      NOT NULL,
    complexity_count         bigint      NOT NULL,
    complexity_sum           bigint      NOT NULL,
    is_stale                 boolean     NOT NULL,
    created_at               timestamptz NOT NULL DEFAULT now(),
    updated_at               timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (team_id, metric_date)
);

CREATE INDEX evaluation_metrics_stale_idx ON evaluation_metrics (metric_date) WHERE is_stale;

COMMENT ON TABLE evaluation_metrics IS 'How a team''s questions went on a day (UTC); a row a team and day on which something was asked';
COMMENT ON COLUMN evaluation_metrics.latency_buckets IS 'Powers of 1.1 microseconds; with latency_counts a histogram, from which percentiles of several days are made';
COMMENT ON COLUMN evaluation_metrics.is_stale IS 'The day is not over, or feedback came since: work it out anew before use';

CREATE TRIGGER evaluation_metrics_touch BEFORE UPDATE ON evaluation_metrics FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

CREATE TABLE aggregated_days (
    metric_date   date        PRIMARY KEY,
    aggregated_at timestamptz NOT NULL DEFAULT now()
);

COMMENT ON TABLE aggregated_days IS 'Days of which evaluation_metrics holds every team''s row';

CREATE VIEW daily_query_stats AS
SELECT team_id,
       (started_at AT TIME ZONE 'UTC')::date AS query_date,
       count(*) AS total_queries,
       count(*) FILTER (WHERE success) AS successful_queries,
       count(*) FILTER (WHERE error_type IS NOT NULL) AS failed_queries,
       round(100.0 * count(*) FILTER (WHERE success) / count(*), 2) AS success_rate_percent,
       count(*) FILTER (WHERE cache_hit) AS cache_hits,
       round(avg(duration_us) / 1000.0, 3) AS mean_latency_ms,
       round((percentile_cont(0.95) WITHIN GROUP (ORDER BY duration_us) / 1000.0)::numeric, 3) AS p95_latency_ms,
       round(avg(user_rating), 2) AS mean_rating,
       count(*) FILTER (WHERE user_feedback_type = 'thumbs_up') AS thumbs_up,
       count(*) FILTER (WHERE user_feedback_type = 'thumbs_down') AS thumbs_down,
       sum(input_tokens) AS input_tokens,
       sum(output_tokens) AS output_tokens,
       sum(cost_usd) AS cost_usd
FROM query_history
GROUP BY team_id, (started_at AT TIME ZONE 'UTC')::date;

COMMENT ON VIEW daily_query_stats IS 'Days (UTC) as history has them now';

CREATE VIEW error_analysis AS
SELECT team_id,
       (started_at AT TIME ZONE 'UTC')::date AS query_date,
       error_type,
       ending,
       count(*) AS occurrences,
       max(started_at) AS last_seen,
       round(avg(complexity_score), 2) AS mean_complexity
FROM query_history
WHERE error_type IS NOT NULL
GROUP BY team_id, (started_at AT TIME ZONE 'UTC')::date, error_type, ending;

COMMENT ON VIEW error_analysis IS 'What went wrong, by day, type and ending';

CREATE VIEW cache_effectiveness AS
SELECT team_id,
       (started_at AT TIME ZONE 'UTC')::date AS query_date,
       count(*) FILTER (WHERE success) AS answers,
       count(*) FILTER (WHERE cache_hit) AS cache_hits,
       round(100.0 * count(*) FILTER (WHERE cache_hit) / nullif(count(*) FILTER (WHERE success), 0), 2) AS hit_rate_percent,
       round(avg(duration_us) FILTER (WHERE cache_hit) / 1000.0, 3) AS mean_hit_latency_ms,
       round(avg(duration_us) FILTER (WHERE success AND NOT cache_hit) / 1000.0, 3) AS mean_miss_latency_ms,
       coalesce(count(*) FILTER (WHERE cache_hit) * avg(cost_usd) FILTER (WHERE success AND NOT cache_hit), 0) AS saved_usd
FROM query_history
GROUP BY team_id, (started_at AT TIME ZONE 'UTC')::date;

COMMENT ON VIEW cache_effectiveness IS 'What remembered answers were good for, by day';
