-- resource_limit: powers of powers
SELECT ((9.9 ^ 999) ^ 999) ^ 999
