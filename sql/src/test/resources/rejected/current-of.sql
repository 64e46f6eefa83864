-- syntax_error: only for writes
SELECT 1 WHERE CURRENT OF c
