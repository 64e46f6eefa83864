-- syntax_error: a type copied from a column
SELECT CAST(1 AS users.email%TYPE[] COLLATE x)
