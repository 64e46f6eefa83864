-- locking_clause: hostile or wrong, found at any depth
select * from users for no key update nowait
