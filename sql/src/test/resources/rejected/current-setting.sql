-- function_not_allowed: reads settings
SELECT current_setting('data_directory')
