-- function_not_allowed: writes
SELECT nextval('users_seq')
