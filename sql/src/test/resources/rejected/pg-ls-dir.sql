-- function_not_allowed: lists files
SELECT * FROM pg_ls_dir('/')
