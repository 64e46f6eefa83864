-- function_not_allowed: tells about the session
SELECT session_user
