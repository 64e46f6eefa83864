-- an array as rows
SELECT tag, count(*) FROM events, unnest(tags) AS tag GROUP BY tag ORDER BY count(*) DESC
