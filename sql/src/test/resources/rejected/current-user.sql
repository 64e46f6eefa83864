-- function_not_allowed: tells about the session
SELECT current_user
