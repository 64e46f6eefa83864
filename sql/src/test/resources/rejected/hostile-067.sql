-- resource_limit: hostile or wrong, found at any depth
select exp(99999999::numeric)
