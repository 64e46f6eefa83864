-- nulls
SELECT coalesce(phone, 'none'), nullif(first_name, ''), greatest(created_at, updated_at), least(1, 2), phone IS NULL, phone IS NOT NULL, is_active IS TRUE, is_active IS NOT FALSE, is_active IS UNKNOWN, phone IS DISTINCT FROM email, phone IS NOT DISTINCT FROM email, num_nulls(phone, email) FROM users
