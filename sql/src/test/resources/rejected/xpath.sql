-- function_not_allowed: XML
SELECT xpath('/a', doc) FROM events
