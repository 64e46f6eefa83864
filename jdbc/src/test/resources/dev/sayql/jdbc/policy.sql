CREATE EXTENSION citext;
CREATE EXTENSION hstore;
CREATE EXTENSION ltree;
CREATE EXTENSION pg_trgm;
CREATE TABLE people (id int, email citext, name text, country citext, attributes hstore, place ltree);
INSERT INTO people VALUES
  (1, 'Ann@Example.com', 'Ann', 'Germany', 'size => "XL", team => red', 'world.europe.germany'),
  (2, 'ben@example.COM', 'Ben', 'germany', 'size => "M"', 'world.europe.germany.berlin'),
  (3, 'ANN@example.com', 'ann', 'GERMANY', '', 'world.asia.japan'),
  (4, NULL, NULL, 'france', NULL, NULL);
CREATE SCHEMA hidden;
CREATE TABLE hidden.salaries (person int, salary numeric);
CREATE FUNCTION margin(numeric, numeric) RETURNS numeric IMMUTABLE LANGUAGE sql AS 'SELECT $1 - $2';
CREATE FUNCTION margin(text, text) RETURNS text SECURITY DEFINER LANGUAGE sql AS 'SELECT ''stolen''';
CREATE FUNCTION volatile_one(int) RETURNS int LANGUAGE sql AS 'SELECT $1 + 1';
CREATE FUNCTION many(int) RETURNS SETOF int LANGUAGE sql AS 'SELECT $1';
CREATE FUNCTION in_country(citext) RETURNS TABLE (id int, email citext) LANGUAGE sql
  AS 'SELECT p.id, p.email FROM public.people p WHERE p.country OPERATOR(public.=) $1';
CREATE FUNCTION both_ways(int, OUT up int, OUT down int) RETURNS SETOF record LANGUAGE sql AS 'SELECT $1, -$1';
CREATE FUNCTION one_column(int, OUT counted int) RETURNS SETOF int ROWS 7 LANGUAGE sql AS 'SELECT generate_series(1, $1)';
CREATE FUNCTION whole(int) RETURNS SETOF people LANGUAGE sql AS 'SELECT * FROM public.people';
CREATE FUNCTION untold(int) RETURNS SETOF record LANGUAGE sql AS 'SELECT 1, 2';
CREATE FUNCTION nameless(int, OUT int, OUT int) RETURNS SETOF record LANGUAGE sql AS 'SELECT 1, 2';
CREATE FUNCTION any_number(VARIADIC int[]) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION anything(anyelement) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE AGGREGATE product_of(float8) (SFUNC = float8mul, STYPE = float8, INITCOND = '1');
CREATE PROCEDURE nothing() LANGUAGE sql AS 'SELECT 1';
CREATE VIEW names AS SELECT id, name FROM people;
CREATE VIEW of_names AS SELECT * FROM names;
CREATE VIEW pay AS SELECT * FROM hidden.salaries;
CREATE VIEW stealing AS SELECT margin('a'::text, 'b'::text);
CREATE VIEW regions AS SELECT DISTINCT country FROM people;
CREATE TABLE plain (n int);
CREATE VIEW of_plain AS SELECT n FROM plain;
