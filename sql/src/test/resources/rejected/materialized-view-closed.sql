-- view_not_opened: a view nobody opened
SELECT * FROM daily_sales
