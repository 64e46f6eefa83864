-- is json
SELECT '{}' IS JSON OBJECT, 'x' IS NOT JSON
