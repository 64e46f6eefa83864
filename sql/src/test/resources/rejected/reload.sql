-- function_not_allowed: changes the server
SELECT pg_reload_conf()
