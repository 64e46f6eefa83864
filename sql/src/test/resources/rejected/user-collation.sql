-- collation_not_allowed: the owner's collation
SELECT email COLLATE public.mine FROM users
