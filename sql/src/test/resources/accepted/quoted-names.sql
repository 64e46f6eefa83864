-- names that need quotes
SELECT "Id", "order", "user" FROM "Mixed Case" WHERE "order" > 1
