-- function_not_allowed: connection and server 1
SELECT dblink_connect('host=10.0.0.1')

-- function_not_allowed: connection and server 2
SELECT dblink_exec('dbname=shop', 'DROP TABLE users')

-- function_not_allowed: connection and server 3
SELECT dblink_send_query('c', 'select 1')

-- function_not_allowed: connection and server 4
SELECT current_setting('is_superuser')

-- function_not_allowed: connection and server 5
SELECT current_setting('search_path', true)

-- function_not_allowed: connection and server 6
SELECT set_config('role', 'postgres', true) FROM users

-- function_not_allowed: connection and server 7
SELECT table_to_xmlschema('users', true, true, '')

-- function_not_allowed: connection and server 8
SELECT to_tsvector('pg_temp.mine', email) FROM users

-- operator_not_allowed: connection and server 9
SELECT email @@@ 'x' FROM users

-- not_a_query: connection and server 10
; DROP TABLE users

-- parameter: connection and server 11
SELECT * FROM users WHERE email = $1 OR true

-- function_not_allowed: connection and server 12
SELECT pg_notify('c', 'p') FROM users

-- function_not_allowed: connection and server 13
SELECT txid_current(), txid_status(1), txid_snapshot_xmin(txid_current_snapshot())

-- function_not_allowed: connection and server 14
SELECT pg_current_snapshot()

-- function_not_allowed: connection and server 15
SELECT pg_xact_status('1')

-- function_not_allowed: connection and server 16
SELECT pg_cancel_backend(1)

-- function_not_allowed: connection and server 17
SELECT pg_terminate_backend(pid) FROM users

-- function_not_allowed: connection and server 18
SELECT pg_export_snapshot()

-- unknown_table: connection and server 19
SELECT last_value FROM users_id_seq

-- function_not_allowed: connection and server 20
SELECT pg_logical_slot_get_changes('s', NULL, NULL)

-- function_not_allowed: connection and server 21
SELECT pg_create_logical_replication_slot('s', 'test_decoding')

-- function_not_allowed: connection and server 22
SELECT pg_logical_emit_message(true, 'x', 'y')

-- function_not_allowed: connection and server 23
SELECT pg_replication_origin_create('x')

-- function_not_allowed: connection and server 24
SELECT pg_create_restore_point('x')

-- function_not_allowed: connection and server 25
SELECT pg_switch_wal()

-- function_not_allowed: connection and server 26
SELECT pg_promote()

-- function_not_allowed: connection and server 27
SELECT pg_rotate_logfile()

-- function_not_allowed: connection and server 28
SELECT pg_reload_conf()

-- function_not_allowed: connection and server 29
SELECT pg_stat_reset()

-- function_not_allowed: connection and server 30
SELECT pg_stat_get_activity(NULL)

-- function_not_allowed: connection and server 31
SELECT pg_relation_size('users'), pg_total_relation_size('users')

-- function_not_allowed: connection and server 32
SELECT pg_database_size('shop')

-- function_not_allowed: connection and server 33
SELECT pg_get_functiondef(1)

-- function_not_allowed: connection and server 34
SELECT pg_get_userbyid(10)

-- function_not_allowed: connection and server 35
SELECT pg_get_keywords()

-- function_not_allowed: connection and server 36
SELECT pg_describe_object(1, 2, 3)

-- function_not_allowed: connection and server 37
SELECT pg_identify_object(1, 2, 3)

-- function_not_allowed: connection and server 38
SELECT pg_show_all_settings()

-- function_not_allowed: connection and server 39
SELECT pg_settings_get_flags('x')

-- function_not_allowed: connection and server 40
SELECT pg_my_temp_schema(), pg_is_in_recovery(), pg_postmaster_start_time(), pg_conf_load_time()

-- function_not_allowed: connection and server 41
SELECT pg_control_system()

-- function_not_allowed: connection and server 42
SELECT pg_backend_memory_contexts()

-- function_not_allowed: connection and server 43
SELECT pg_log_backend_memory_contexts(1)

-- function_not_allowed: connection and server 44
SELECT pg_import_system_collations('public')

-- function_not_allowed: connection and server 45
SELECT pg_collation_actual_version(100)

-- function_not_allowed: connection and server 46
SELECT binary_upgrade_set_next_pg_type_oid(1)

-- function_not_allowed: connection and server 47
SELECT pg_event_trigger_ddl_commands()

-- function_not_allowed: connection and server 48
SELECT pg_extension_config_dump('x', 'y')

-- function_not_allowed: connection and server 49
SELECT int4in('5'), textin('x'), regclassin('users')

-- function_not_allowed: connection and server 50
SELECT current_user, current_role, session_user, user, current_catalog, current_schema

-- function_not_allowed: connection and server 51
SELECT system_user

-- function_not_allowed: connection and server 52
SELECT getpgusername()

-- function_not_allowed: connection and server 53
SELECT current_schemas(true)

-- function_not_allowed: connection and server 54
SELECT current_database()

-- function_not_allowed: connection and server 55
SELECT version()

-- function_not_allowed: connection and server 56
SELECT inet_client_port(), inet_server_port()

-- function_not_allowed: connection and server 57
SELECT pg_client_encoding(), getdatabaseencoding()

-- function_not_allowed: connection and server 58
SELECT has_column_privilege('users', 'email', 'select')

-- function_not_allowed: connection and server 59
SELECT has_database_privilege('x', 'connect'), pg_has_role('x', 'usage')

-- function_not_allowed: connection and server 60
SELECT row_security_active('users')

-- function_not_allowed: connection and server 61
SELECT col_description(1, 1), obj_description(1), shobj_description(1, 'pg_database')

-- unknown_column: connection and server 62
SELECT xmin, xmax, cmin, cmax, ctid, tableoid FROM users

-- unknown_column: connection and server 63
SELECT users.ctid FROM users

-- unknown_column: connection and server 64
SELECT count(*) FROM users WHERE ctid = '(0,1)'

-- unknown_column: connection and server 65
SELECT oid FROM users

-- foreign_table: connection and server 66
SELECT * FROM remote_orders JOIN users ON true

-- unknown_table: connection and server 67
SELECT * FROM users_pkey

-- unknown_table: connection and server 68
SELECT * FROM "users "

-- function_not_allowed: connection and server 69
SELECT pg_catalog.set_config('statement_timeout', '0', true) || ''

-- unknown_column: connection and server 70
SELECT users.pg_relation_size FROM users

-- unknown_column: connection and server 71
SELECT (users).pg_column_size FROM users

-- function_not_allowed: connection and server 72
SELECT pg_column_size(users) FROM users

-- unknown_table: connection and server 73
SELECT u.email.x FROM users u

-- function_not_allowed: connection and server 74
SELECT hashtext(email), hashint4(1) FROM users

-- function_not_allowed: connection and server 75
SELECT pg_typeof(email) FROM users

-- function_not_allowed: connection and server 76
SELECT * FROM connectby('users', 'a', 'b', 'c', 0) AS t(a int)

-- function_not_allowed: connection and server 77
SELECT pg_execute_server_program('x')
