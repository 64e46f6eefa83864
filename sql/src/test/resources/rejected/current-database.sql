-- function_not_allowed: tells about the server
SELECT current_database()
