-- table_not_allowed: in VALUES
VALUES ((SELECT max(salary) FROM hr.salaries))
