-- not_a_query: other statements 1
DO LANGUAGE plpgsql 'BEGIN END'

-- not_a_query: other statements 2
EXPLAIN ANALYZE SELECT * FROM users

-- not_a_query: other statements 3
EXPLAIN (ANALYZE, FORMAT JSON) UPDATE users SET email = 'x'

-- syntax_error: other statements 4
\! ls

-- syntax_error: other statements 5
\c postgres

-- not_a_query: other statements 6
PREPARE x AS SELECT 1

-- not_a_query: other statements 7
EXECUTE x(1)

-- not_a_query: other statements 8
DEALLOCATE ALL

-- not_a_query: other statements 9
DECLARE c CURSOR FOR SELECT 1

-- not_a_query: other statements 10
CLOSE ALL

-- not_a_query: other statements 11
MOVE 1 FROM c

-- not_a_query: other statements 12
CREATE TABLE x AS TABLE users

-- not_a_query: other statements 13
CREATE VIEW v AS SELECT 1

-- not_a_query: other statements 14
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'

-- not_a_query: other statements 15
CREATE EXTENSION dblink

-- not_a_query: other statements 16
CREATE USER x SUPERUSER

-- not_a_query: other statements 17
ALTER USER postgres PASSWORD 'x'

-- not_a_query: other statements 18
ALTER ROLE postgres SET search_path = hr

-- not_a_query: other statements 19
ALTER DATABASE shop SET x.y = 1

-- not_a_query: other statements 20
DROP SCHEMA public CASCADE

-- not_a_query: other statements 21
DROP OWNED BY postgres

-- not_a_query: other statements 22
REASSIGN OWNED BY postgres TO x

-- not_a_query: other statements 23
REVOKE ALL ON users FROM public

-- not_a_query: other statements 24
TRUNCATE users, orders CASCADE

-- not_a_query: other statements 25
INSERT INTO users SELECT * FROM users

-- not_a_query: other statements 26
UPDATE users SET email = email FROM orders

-- not_a_query: other statements 27
NOTIFY c, 'p'

-- not_a_query: other statements 28
UNLISTEN *

-- not_a_query: other statements 29
MERGE INTO users USING orders ON false WHEN MATCHED THEN DO NOTHING

-- not_a_query: other statements 30
CALL p()

-- not_a_query: other statements 31
BEGIN

-- not_a_query: other statements 32
START TRANSACTION READ WRITE

-- not_a_query: other statements 33
COMMIT AND CHAIN

-- not_a_query: other statements 34
ROLLBACK

-- not_a_query: other statements 35
ABORT

-- not_a_query: other statements 36
END

-- not_a_query: other statements 37
SET LOCAL search_path = hr

-- not_a_query: other statements 38
SET TRANSACTION READ WRITE

-- not_a_query: other statements 39
RESET statement_timeout

-- not_a_query: other statements 40
SHOW ALL

-- not_a_query: other statements 41
ANALYZE users

-- not_a_query: other statements 42
VACUUM FULL

-- not_a_query: other statements 43
LOCK users IN ACCESS EXCLUSIVE MODE

-- not_a_query: other statements 44
ALTER SYSTEM SET archive_command = 'x'

-- not_a_query: other statements 45
LISTEN c

-- not_a_query: other statements 46
CREATE RULE r AS ON SELECT TO users DO INSTEAD SELECT 1

-- not_a_query: other statements 47
CREATE TRIGGER t AFTER INSERT ON users EXECUTE FUNCTION f()

-- not_a_query: other statements 48
CREATE POLICY p ON users USING (true)

-- not_a_query: other statements 49
CREATE EVENT TRIGGER e ON ddl_command_start EXECUTE FUNCTION f()

-- not_a_query: other statements 50
CREATE SERVER s FOREIGN DATA WRAPPER postgres_fdw

-- not_a_query: other statements 51
CREATE SUBSCRIPTION s CONNECTION 'x' PUBLICATION p

-- not_a_query: other statements 52
CREATE CAST (int AS text) WITH FUNCTION f(int)

-- not_a_query: other statements 53
CREATE OPERATOR + (leftarg = int, rightarg = int, procedure = f)
