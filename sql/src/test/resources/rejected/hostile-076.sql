-- syntax_error: hostile or wrong, found at any depth
select 1 into strict x
