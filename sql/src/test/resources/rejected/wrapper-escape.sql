-- syntax_error: closing the wrapper's parenthesis
SELECT 1) AS q; DROP TABLE users; --
