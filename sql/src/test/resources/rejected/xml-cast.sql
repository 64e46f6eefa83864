-- type_not_allowed: XML
SELECT '<a/>'::xml
