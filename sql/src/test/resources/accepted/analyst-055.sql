-- as an analyst or a model writes it
select user_id, bool_or(is_active), every(is_active) from users group by 1
