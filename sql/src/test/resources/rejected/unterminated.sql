-- syntax_error: an open string
SELECT 'abc
