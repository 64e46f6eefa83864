-- function_not_allowed: hostile or wrong, found at any depth
select txid_current_snapshot()
