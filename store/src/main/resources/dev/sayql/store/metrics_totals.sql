WITH days AS (
    SELECT * FROM evaluation_metrics WHERE team_id = ? AND metric_date BETWEEN ? AND ?
), spread AS (
    -- How many exchanges took at most as long as those of each bucket.
    SELECT bucket, sum(sum(hits)) OVER (ORDER BY bucket) AS so_far, sum(sum(hits)) OVER () AS of
    FROM days, unnest(latency_buckets, latency_counts) AS b (bucket, hits)
    GROUP BY bucket
), percentiles AS (
    -- The middle of a bucket's bounds is within five per cent of everything in it.
    SELECT round(power(1.1, min(bucket) FILTER (WHERE so_far >= 0.50 * of) + 0.5)) AS p50,
        round(power(1.1, min(bucket) FILTER (WHERE so_far >= 0.95 * of) + 0.5)) AS p95,
        round(power(1.1, min(bucket) FILTER (WHERE so_far >= 0.99 * of) + 0.5)) AS p99
    FROM spread
)
SELECT coalesce(sum(total_queries), 0) AS total_queries,
    coalesce(sum(successful_queries), 0) AS successful_queries,
    coalesce(sum(withheld_queries), 0) AS withheld_queries,
    coalesce(sum(failed_queries), 0) AS failed_queries,
    coalesce(sum(cache_hits), 0) AS cache_hits,
    coalesce(round(sum(latency_mean_us * total_queries) / nullif(sum(total_queries), 0)), 0) AS latency_mean_us,
    coalesce(least((SELECT p50 FROM percentiles), max(latency_max_us)), 0) AS latency_p50_us,
    coalesce(least((SELECT p95 FROM percentiles), max(latency_max_us)), 0) AS latency_p95_us,
    coalesce(least((SELECT p99 FROM percentiles), max(latency_max_us)), 0) AS latency_p99_us,
    coalesce(max(latency_max_us), 0) AS latency_max_us,
    coalesce(sum(rating_count), 0) AS rating_count,
    coalesce(sum(rating_sum), 0) AS rating_sum,
    coalesce(sum(thumbs_up), 0) AS thumbs_up,
    coalesce(sum(thumbs_down), 0) AS thumbs_down,
    coalesce(sum(with_feedback), 0) AS with_feedback,
    coalesce(sum(syntax_errors), 0) AS syntax_errors,
    coalesce(sum(execution_errors), 0) AS execution_errors,
    coalesce(sum(timeout_errors), 0) AS timeout_errors,
    coalesce(sum(security_errors), 0) AS security_errors,
    coalesce(sum(validation_errors), 0) AS validation_errors,
    coalesce(sum(input_tokens), 0) AS input_tokens,
    coalesce(sum(output_tokens), 0) AS output_tokens,
    coalesce(sum(cost_usd), 0) AS cost_usd,
    coalesce(sum(cache_savings_usd), 0) AS cache_savings_usd,
    coalesce(sum(first_attempts), 0) AS first_attempts,
    coalesce(sum(first_attempt_successes), 0) AS first_attempt_successes,
    coalesce(sum(retries), 0) AS retries,
    coalesce(sum(complexity_count), 0) AS complexity_count,
    coalesce(sum(complexity_sum), 0) AS complexity_sum
FROM days
