package dev.sayql.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.jdbc.PgConnection;

/**
 * What the role of a connection may do beyond reading.
 *
 * @param serverVersion as PostgreSQL counts: 130004
 * @param noticesLeaving whether the server can look, while it runs a statement, if its client is still there
 * @param powers one phrase each, what and how to take it away; empty when the role may only read
 */
record RoleReport(int serverVersion, boolean noticesLeaving, List<String> powers) {
    static final int OLDEST_SERVER = 130_000;

    // Membership counts although it may not be inherited: SET ROLE is enough to use it.
    private static final String QUERY = """
            SELECT pg_catalog.current_setting('server_version_num')::pg_catalog.int4,
              EXISTS (SELECT FROM pg_catalog.pg_roles r
                WHERE r.rolsuper AND pg_catalog.pg_has_role(r.oid, 'MEMBER')),
              EXISTS (SELECT FROM pg_catalog.pg_roles r
                WHERE (r.rolcreaterole OR r.rolcreatedb OR r.rolreplication) AND pg_catalog.pg_has_role(r.oid, 'MEMBER')),
              (SELECT min(r.rolname::pg_catalog.text) FROM pg_catalog.pg_roles r
                WHERE r.rolname IN ('pg_read_server_files', 'pg_write_server_files', 'pg_execute_server_program',
                  'pg_signal_backend', 'pg_write_all_data', 'pg_maintain', 'pg_checkpoint', 'pg_create_subscription')
                AND pg_catalog.pg_has_role(r.oid, 'MEMBER')),
              pg_catalog.has_database_privilege(pg_catalog.current_database(), 'CREATE'),
              (SELECT min(n.nspname::pg_catalog.text) FROM pg_catalog.pg_namespace n
                WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
                AND pg_catalog.has_schema_privilege(n.oid, 'CREATE')),
              (SELECT n.nspname || '.' || c.relname
                FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
                AND (pg_catalog.pg_has_role(c.relowner, 'MEMBER')
                  OR pg_catalog.has_table_privilege(c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE')
                  OR pg_catalog.has_any_column_privilege(c.oid, 'INSERT, UPDATE'))
                LIMIT 1),
              (SELECT min(p.proname::pg_catalog.text) FROM pg_catalog.pg_proc p
                WHERE p.pronamespace = 'pg_catalog'::pg_catalog.regnamespace
                AND p.proname IN ('pg_read_file', 'pg_read_binary_file', 'pg_ls_dir', 'pg_stat_file', 'lo_import', 'lo_export',
                  'pg_file_write', 'pg_reload_conf', 'pg_promote', 'pg_switch_wal')
                AND pg_catalog.has_function_privilege(p.oid, 'EXECUTE')),
              pg_catalog.current_setting('server_version_num')::pg_catalog.int4 >= 140000
                AND pg_catalog.version() !~ 'Visual C|mingw|windows'
            """;

    RoleReport {
        powers = List.copyOf(powers);
    }

    static RoleReport read(PgConnection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(QUERY)) {
            row.next();
            List<String> powers = new ArrayList<>();
            if (row.getBoolean(2)) {
                powers.add("is a superuser, or can become one");
            }
            if (row.getBoolean(3)) {
                powers.add("may create roles or databases, or replicate");
            }
            addNamed(powers, "is a member of ", row.getString(4));
            if (row.getBoolean(5)) {
                powers.add("may create schemas in the database");
            }
            addNamed(powers, "may create objects in schema ", row.getString(6));
            addNamed(powers, "owns or may change table ", row.getString(7));
            addNamed(powers, "may reach the server's files or settings with ", row.getString(8));
            return new RoleReport(row.getInt(1), row.getBoolean(9), powers);
        }
    }

    private static void addNamed(List<String> powers, String what, @Nullable String name) {
        if (name != null) {
            powers.add(what + name);
        }
    }

    /** A sentence for the source's owner; empty when the role may only read. */
    Optional<String> tooPowerful() {
        if (powers.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of("The role of this source may do more than read: it " + String.join("; it ", powers)
                + ". Use a role that may only connect, use schemas and select"
                + (mayCreateInPublic() ? " (and REVOKE CREATE ON SCHEMA public FROM PUBLIC)." : "."));
    }

    private boolean mayCreateInPublic() {
        return powers.stream().anyMatch(power -> power.endsWith("objects in schema public"));
    }
}
