-- Fills a system database with ten million exchanges and prints the plans of the queries that must stay quick.
-- For an empty database of its own, never for one that is in use:
--
--   createdb sayql_scale
--   for script in store/src/main/resources/dev/sayql/store/migrations/V*.sql; do
--     psql -v ON_ERROR_STOP=1 -q -d sayql_scale -f "$script"; done
--   psql -d sayql_scale -f docs/scale/history.sql
--
-- With -v rows=1000000 it fills fewer. What it printed once stands in docs/scale/history.md.

\set ON_ERROR_STOP on
\pset pager off
\pset format unaligned
\pset tuples_only on
\if :{?rows}
\else
\set rows 10000000
\endif

-- 200 teams, of which the first asked a fifth of everything, over two years; one in fifty is an error, one in two hundred was
-- rated, one in twenty refines another.
INSERT INTO query_history (query_id, team_id, source_id, natural_language_query, generated_sql, explanation, ending, success,
    error_type, started_at, duration_us, rows_returned, cache_hit, answered_by, confidence, trust, security_passed,
    complexity_score, input_tokens, output_tokens, cost_usd, parent_query_id, attempt_number, user_rating, user_feedback_type,
    feedback_at)
SELECT gen_random_uuid(),
    'team-' || CASE WHEN n % 5 = 0 THEN 1 ELSE 2 + n % 199 END,
    CASE WHEN n % 1000 = 7 THEN 'rare' ELSE 'shop-' || n % 3 END,
    'What is the total revenue by region in week ' || n % 53 || '?',
    'SELECT r.region_name, sum(o.total_amount) FROM public.orders o JOIN public.regions r ON r.region_id = o.region_id GROUP BY 1',
    'The sum of total amount of orders for each region, largest first.',
    CASE WHEN n % 50 = 3 THEN 'source_failed' WHEN n % 10 = 4 THEN 'declined' ELSE 'answered' END,
    n % 50 <> 3 AND n % 10 <> 4,
    CASE WHEN n % 50 = 3 THEN 'execution' END,
    timestamptz '2026-01-01' - (730.0 * n / :rows) * interval '1 day',
    1000 + (n::bigint * 7919) % 200000,
    n % 100,
    n % 4 = 0,
    CASE WHEN n % 4 = 0 THEN 'cache' ELSE 'local' END,
    0.9,
    'checked',
    true,
    1 + n % 10,
    0,
    0,
    0,
    CASE WHEN n % 20 = 0 THEN md5((n % 1000000)::text)::uuid END,
    CASE WHEN n % 20 = 0 THEN 2 ELSE 1 END,
    CASE WHEN n % 200 = 0 THEN 1 + n % 5 END,
    CASE WHEN n % 200 = 0 THEN 'thumbs_up' END,
    CASE WHEN n % 200 = 0 THEN now() END
FROM generate_series(1, :rows) n;

VACUUM (ANALYZE) query_history;

SELECT 'rows ' || count(*) FROM query_history;
SELECT 'table ' || pg_size_pretty(pg_table_size('query_history')) || ', indexes '
    || pg_size_pretty(pg_indexes_size('query_history'));

\echo
\echo '== First page of the largest team'
EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) SELECT * FROM query_history WHERE team_id = 'team-1'
ORDER BY started_at DESC, query_id LIMIT 51;

\echo
\echo '== A page in the middle of the largest team'
EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) SELECT * FROM query_history WHERE team_id = 'team-1'
    AND started_at <= '2025-01-01' AND (started_at < '2025-01-01' OR query_id > '80000000-0000-0000-0000-000000000000')
ORDER BY started_at DESC, query_id LIMIT 51;

\echo
\echo '== Of a source that is rarely asked'
EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) SELECT * FROM query_history WHERE team_id = 'team-1' AND source_id = 'rare'
ORDER BY started_at DESC, query_id LIMIT 51;

\echo
\echo '== Of one ending'
EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) SELECT * FROM query_history WHERE team_id = 'team-2' AND ending = 'source_failed'
ORDER BY started_at DESC, query_id LIMIT 51;

\echo
\echo '== Of several endings'
EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) SELECT * FROM query_history
WHERE team_id = 'team-2' AND ending = ANY ('{source_failed,too_slow}')
ORDER BY started_at DESC, query_id LIMIT 51;

\echo
\echo '== Of a thumb'
EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) SELECT * FROM query_history
WHERE team_id = 'team-1' AND user_feedback_type = 'thumbs_up'
ORDER BY started_at DESC, query_id LIMIT 51;

\echo
\echo '== Refinements of an exchange'
EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) SELECT * FROM query_history
WHERE team_id = 'team-1' AND parent_query_id = md5('20')::uuid
ORDER BY started_at DESC, query_id LIMIT 51;

\echo
\echo '== One exchange'
SELECT query_id AS some_id FROM query_history WHERE team_id = 'team-1' ORDER BY started_at DESC LIMIT 1 \gset
EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) SELECT * FROM query_history WHERE team_id = 'team-1' AND query_id = :'some_id';

\echo
\echo '== A day of the largest team, as the daily aggregation reads it'
EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) SELECT count(*), avg(duration_us),
    percentile_cont(0.95) WITHIN GROUP (ORDER BY duration_us)
FROM query_history WHERE team_id = 'team-1' AND started_at >= '2025-06-01' AND started_at < '2025-06-02';

\echo
\echo '== A month of a team, as usage reads it'
EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) SELECT count(*), sum(input_tokens), sum(cost_usd)
FROM query_history WHERE team_id = 'team-2' AND started_at >= '2025-06-01' AND started_at < '2025-07-01';

\echo
\echo '== Who asked'
EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) WITH RECURSIVE team AS (
    SELECT min(team_id) AS id FROM query_history
    UNION ALL
    SELECT (SELECT min(team_id) FROM query_history WHERE team_id > team.id) FROM team WHERE team.id IS NOT NULL)
SELECT id FROM team WHERE id IS NOT NULL;

\echo
\echo '== One batch of the retention'
BEGIN;
EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) DELETE FROM query_history WHERE query_id IN (
    SELECT query_id FROM query_history WHERE team_id = 'team-1' AND started_at < '2024-03-01' ORDER BY started_at LIMIT 5000);
ROLLBACK;

\echo
\echo '== Recording one exchange'
BEGIN;
EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) INSERT INTO query_history (query_id, team_id, source_id, natural_language_query, explanation,
    ending, success, started_at, duration_us, trust)
VALUES (gen_random_uuid(), 'team-1', 'shop-1', 'How many orders?', 'The number of orders.', 'answered', true, now(), 5000,
    'checked');
ROLLBACK;
