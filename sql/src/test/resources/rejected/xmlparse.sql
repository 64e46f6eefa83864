-- function_not_allowed: XML
SELECT xmlparse(document '<a/>')
