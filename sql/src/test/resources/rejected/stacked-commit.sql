-- multiple_statements: leaving the transaction
SELECT 1; COMMIT; DELETE FROM users
