-- not_a_query: a write
MERGE INTO users u USING users v ON u.user_id = v.user_id WHEN MATCHED THEN DELETE
