-- table_not_allowed: in CASE
SELECT CASE WHEN (SELECT true FROM hr.salaries LIMIT 1) THEN 1 END
