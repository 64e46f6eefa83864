-- letters of all kinds
SELECT 'Straße – Ünïcödé 😀' AS "größe" FROM regions WHERE country = 'Österreich'
