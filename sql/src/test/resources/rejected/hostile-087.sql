-- not_a_query: hostile or wrong, found at any depth
refresh materialized view daily_sales
