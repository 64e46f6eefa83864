-- function_not_allowed: takes a transaction number
SELECT txid_current()
