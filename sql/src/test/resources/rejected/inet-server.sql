-- function_not_allowed: tells about the server
SELECT inet_server_addr()
