-- operators of all strengths
SELECT (1 + 2) * 3, 1 + 2 * 3, -(2 ^ 2), (-2) ^ 2, 2 ^ (3 ^ 2), (1 = 1) = true, NOT (1 = 1), (1 < 2) IS TRUE, 1 - (2 + 3), 8 / (4 / 2), (1 || 'a') || 'b', 1 || ('a' || 'b'), - (- (1 + 1)), a.x::int + 1, (a.x + 1)::int FROM (SELECT 1 AS x) a
