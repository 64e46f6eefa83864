-- resource_limit: a text made long in every row of a table, and all of them put together to one
SELECT string_agg(repeat('x', 9000), '') FROM orders
