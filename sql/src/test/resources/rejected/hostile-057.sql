-- function_not_allowed: hostile or wrong, found at any depth
select coalesce(pg_sleep(1)::text), greatest(pg_sleep(1)::text), least(1, pg_sleep(1)::text::int)
