package dev.sayql.jdbc;

import dev.sayql.sql.SqlQuoting;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * SQL for psql that makes the role a database's owner should give us: it may sign in, read the tables of some schemas,
 * and nothing else. It holds no password. What it makes passes {@link RoleReport}.
 */
public final class GrantScript {
    private static final int LONGEST_NAME = 63;

    private GrantScript() {}

    /** How writing the script ended. */
    public sealed interface Written {

        record Script(String text) implements Written {}

        /** A name that cannot be one in PostgreSQL, or that should not be. */
        record Refused(String sentence) implements Written {}
    }

    /**
     * Writes it. Never throws for any names.
     *
     * @param database empty for the one that psql is connected to
     * @param schemas at least one
     */
    public static Written write(Optional<String> database, String role, List<String> schemas) {
        List<String> names = new ArrayList<>(schemas);
        names.add(role);
        database.ifPresent(names::add);
        for (String name : names) {
            if (!isName(name)) {
                return new Written.Refused(
                        "Names of roles, schemas and databases have 1 to 63 bytes" + " and no control characters.");
            }
        }
        if (schemas.isEmpty() || role.startsWith("pg_") || schemas.stream().anyMatch(name -> name.startsWith("pg_"))) {
            return new Written.Refused("Name at least one schema; names that begin with pg_ belong to PostgreSQL.");
        }
        String databaseName = database.map(SqlQuoting::identifier).orElse(":\"DBNAME\"");
        StringBuilder script = new StringBuilder(beginning(databaseName, SqlQuoting.identifier(role)));
        schemas.stream()
                .distinct()
                .forEach(
                        schema -> script.append(forSchema(SqlQuoting.identifier(schema), SqlQuoting.identifier(role))));
        return new Written.Script(
                script.append(end(databaseName, SqlQuoting.identifier(role))).toString());
    }

    private static boolean isName(String name) {
        return !name.isBlank()
                && name.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME
                && ConnectionSettings.isPlain(name);
    }

    private static String beginning(String database, String role) {
        return """
                -- Makes a role that can only read, for SayQL. Run it with psql in the database that is to be asked, as the
                -- owner of its tables with the right to create roles, or as a superuser. PostgreSQL 13 or newer.
                BEGIN;

                -- A role of its own: it may sign in. It can neither change other roles nor see past row-level security, and
                -- takes over no rights of roles it may be put into. SayQL uses at most 4 connections; 8 leave room for a restart.
                CREATE ROLE %1$s LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS NOINHERIT CONNECTION LIMIT 8;

                -- A second lock beside the rights: its transactions begin read-only.
                ALTER ROLE %1$s SET default_transaction_read_only = on;

                -- No statement of it runs longer than this. SayQL's own limit, 30 seconds, comes first.
                ALTER ROLE %1$s SET statement_timeout = '60s';

                -- It waits for no lock for long, and holds none: an idle transaction is ended.
                ALTER ROLE %1$s SET lock_timeout = '5s';
                ALTER ROLE %1$s SET idle_in_transaction_session_timeout = '60s';

                -- It may enter this database.
                GRANT CONNECT ON DATABASE %2$s TO %1$s;

                -- Up to PostgreSQL 14 everybody may create tables in the schema public, this role included. This takes the right
                -- from all roles but its owner, as PostgreSQL 15 does by itself; if other roles need it, grant it to them.
                DO $$ BEGIN
                  IF to_regnamespace('public') IS NOT NULL THEN REVOKE CREATE ON SCHEMA public FROM PUBLIC; END IF;
                END $$;
                """.formatted(role, database);
    }

    private static String forSchema(String schema, String role) {
        return """

                -- It may look into this schema, and read its tables and views. Grant single tables or columns instead to
                -- keep others from it: what it cannot read, SayQL does not see.
                GRANT USAGE ON SCHEMA %2$s TO %1$s;
                GRANT SELECT ON ALL TABLES IN SCHEMA %2$s TO %1$s;

                -- Also those that you create later. If another role creates them, run this as that role too.
                ALTER DEFAULT PRIVILEGES IN SCHEMA %2$s GRANT SELECT ON TABLES TO %1$s;
                """.formatted(role, schema);
    }

    private static String end(String database, String role) {
        return """

                COMMIT;

                -- Optional: everybody may make temporary tables in a database. To take that from all roles but its owner:
                -- REVOKE TEMPORARY ON DATABASE %2$s FROM PUBLIC;

                -- To undo everything: DROP OWNED BY %1$s; DROP ROLE %1$s;

                -- Asks for the password; it is sent only as a hash and stands in no file.
                \\password %1$s
                """.formatted(role, database);
    }
}
