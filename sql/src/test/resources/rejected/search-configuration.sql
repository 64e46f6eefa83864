-- function_not_allowed: the owner's search configuration
SELECT to_tsvector('public.mine', email) FROM users
