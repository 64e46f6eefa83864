-- numbers
SELECT n, n * n FROM generate_series(1, 100) AS t(n)
