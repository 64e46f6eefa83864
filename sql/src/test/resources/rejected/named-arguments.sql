-- unsupported_syntax: arguments by name for others
SELECT lower("string" => 'x')
