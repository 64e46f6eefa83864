-- an order of letters
SELECT email FROM users ORDER BY email COLLATE "C", first_name COLLATE "de-x-icu"
