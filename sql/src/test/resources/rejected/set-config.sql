-- function_not_allowed: changes settings
SELECT set_config('statement_timeout', '0', false)
