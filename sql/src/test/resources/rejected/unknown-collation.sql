-- collation_not_allowed: a collation that is not listed
SELECT email COLLATE "mine" FROM users
