-- unsupported_syntax: DEFAULT outside INSERT
VALUES (DEFAULT)
