-- syntax_error: an open comment
SELECT 1 /*
