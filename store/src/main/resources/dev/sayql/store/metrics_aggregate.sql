WITH asked AS MATERIALIZED (
    SELECT *, (started_at AT TIME ZONE 'UTC')::date AS day
    FROM query_history
    WHERE team_id = ? AND started_at >= ? AND started_at < ?
        AND (started_at AT TIME ZONE 'UTC')::date = ANY (?)
), histogram AS (
    SELECT day, array_agg(bucket ORDER BY bucket) AS buckets, array_agg(hits ORDER BY bucket) AS counts
    FROM (SELECT day, floor(ln(greatest(duration_us, 1)) / ln(1.1))::smallint AS bucket, count(*) AS hits
          FROM asked GROUP BY day, bucket) b
    GROUP BY day
), generated AS (
    SELECT day, avg(cost_usd) FILTER (WHERE success AND NOT cache_hit) AS mean_cost FROM asked GROUP BY day
)
INSERT INTO evaluation_metrics (team_id, metric_date, total_queries, successful_queries, withheld_queries, failed_queries,
    cache_hits, latency_mean_us, latency_p50_us, latency_p95_us, latency_p99_us, latency_max_us, latency_buckets,
    latency_counts, rating_count, rating_sum, thumbs_up, thumbs_down, with_feedback, syntax_errors, execution_errors,
    timeout_errors, security_errors, validation_errors, input_tokens, output_tokens, cost_usd, mean_generation_cost_usd,
    cache_savings_usd, first_attempts, first_attempt_successes, retries, complexity_count, complexity_sum, is_stale)
SELECT a.team_id,
    day,
    count(*),
    count(*) FILTER (WHERE success),
    count(*) FILTER (WHERE NOT success AND error_type IS NULL),
    count(*) FILTER (WHERE error_type IS NOT NULL),
    count(*) FILTER (WHERE cache_hit),
    round(avg(duration_us)),
    round(percentile_cont(0.5) WITHIN GROUP (ORDER BY duration_us)),
    round(percentile_cont(0.95) WITHIN GROUP (ORDER BY duration_us)),
    round(percentile_cont(0.99) WITHIN GROUP (ORDER BY duration_us)),
    max(duration_us),
    h.buckets,
    h.counts,
    count(user_rating),
    coalesce(sum(user_rating), 0),
    count(*) FILTER (WHERE user_feedback_type = 'thumbs_up'),
    count(*) FILTER (WHERE user_feedback_type = 'thumbs_down'),
    count(feedback_at),
    count(*) FILTER (WHERE error_type = 'syntax'),
    count(*) FILTER (WHERE error_type = 'execution'),
    count(*) FILTER (WHERE error_type = 'timeout'),
    count(*) FILTER (WHERE error_type = 'security'),
    count(*) FILTER (WHERE error_type = 'validation'),
    sum(input_tokens),
    sum(output_tokens),
    sum(cost_usd),
    g.mean_cost,
    count(*) FILTER (WHERE cache_hit) * coalesce(
        g.mean_cost,
        (SELECT m.mean_generation_cost_usd FROM evaluation_metrics m
         WHERE m.team_id = a.team_id AND m.metric_date < day AND m.mean_generation_cost_usd IS NOT NULL
         ORDER BY m.metric_date DESC LIMIT 1),
        0),
    count(*) FILTER (WHERE parent_query_id IS NULL),
    count(*) FILTER (WHERE parent_query_id IS NULL AND success),
    count(*) FILTER (WHERE parent_query_id IS NOT NULL),
    count(complexity_score),
    coalesce(sum(complexity_score), 0),
    day >= ?
FROM asked a
    JOIN histogram h USING (day)
    JOIN generated g USING (day)
GROUP BY a.team_id, day, h.buckets, h.counts, g.mean_cost
ON CONFLICT (team_id, metric_date) DO UPDATE SET
    total_queries = excluded.total_queries,
    successful_queries = excluded.successful_queries,
    withheld_queries = excluded.withheld_queries,
    failed_queries = excluded.failed_queries,
    cache_hits = excluded.cache_hits,
    latency_mean_us = excluded.latency_mean_us,
    latency_p50_us = excluded.latency_p50_us,
    latency_p95_us = excluded.latency_p95_us,
    latency_p99_us = excluded.latency_p99_us,
    latency_max_us = excluded.latency_max_us,
    latency_buckets = excluded.latency_buckets,
    latency_counts = excluded.latency_counts,
    rating_count = excluded.rating_count,
    rating_sum = excluded.rating_sum,
    thumbs_up = excluded.thumbs_up,
    thumbs_down = excluded.thumbs_down,
    with_feedback = excluded.with_feedback,
    syntax_errors = excluded.syntax_errors,
    execution_errors = excluded.execution_errors,
    timeout_errors = excluded.timeout_errors,
    security_errors = excluded.security_errors,
    validation_errors = excluded.validation_errors,
    input_tokens = excluded.input_tokens,
    output_tokens = excluded.output_tokens,
    cost_usd = excluded.cost_usd,
    mean_generation_cost_usd = excluded.mean_generation_cost_usd,
    cache_savings_usd = excluded.cache_savings_usd,
    first_attempts = excluded.first_attempts,
    first_attempt_successes = excluded.first_attempt_successes,
    retries = excluded.retries,
    complexity_count = excluded.complexity_count,
    complexity_sum = excluded.complexity_sum,
    is_stale = excluded.is_stale
