-- function_not_allowed: hostile or wrong, found at any depth
select inet_client_addr()
