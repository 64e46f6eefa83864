package dev.sayql.jdbc;

import static dev.sayql.jdbc.Databases.SOURCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.sayql.core.execution.Cancellation;
import dev.sayql.core.execution.Cell;
import dev.sayql.core.execution.Execution;
import dev.sayql.core.execution.Limits;
import dev.sayql.embedded.Endpoint;
import dev.sayql.jdbc.GrantScript.Written;
import dev.sayql.testkit.SampleDatabase;
import dev.sayql.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The role of the script on a real server: it reads, and it alone is a lock. The statements below run in transactions that
 * may write, over a plain connection, unseen by any validator.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GrantScriptTest {
    private static final String ROLE =
            "reader \"of\" " + ProcessHandle.current().pid() + " ; DROP";
    private static final String FINGERPRINT = """
            SELECT (SELECT count(*) || '/' || sum(n) FROM public.t) || ' ' || (SELECT count(*) FROM "Odd One".u) || ' '
              || (SELECT count(*) FROM pg_class WHERE relpersistence <> 't') || ' ' || (SELECT count(*) FROM pg_proc) || ' '
              || (SELECT count(*) FROM pg_largeobject_metadata) || ' ' || (SELECT last_value FROM public.s) || ' '
              || (SELECT count(*) FROM pg_roles) || ' ' || (SELECT count(*) FROM pg_namespace) || ' '
              || (SELECT count(*) FROM pg_extension) || ' '
              || (SELECT count(*) FROM pg_database WHERE datname NOT LIKE 'test\\_%') -- others' tests make and drop theirs
              || ' ' || (SELECT string_agg(c.relacl::text, ',' ORDER BY c.oid) FROM pg_class c)
            """;

    private final TestDatabase test = TestDatabase.create("grants", """
            CREATE TABLE t (n integer);
            INSERT INTO t VALUES (1);
            CREATE SEQUENCE s;
            CREATE SCHEMA "Odd One";
            CREATE TABLE "Odd One".u (n integer);
            CREATE SCHEMA closed;
            CREATE TABLE closed.v (n integer);
            CREATE FUNCTION write_it() RETURNS integer LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.t VALUES (2); RETURN 1; END';
            """);
    private final Endpoint owner = as(test.owner().user(), test.owner().password());
    private final Endpoint superuser =
            as(SampleDatabase.server().user(), SampleDatabase.server().password());
    private final Endpoint role = as(ROLE, "hunter2");

    private Endpoint as(String user, String password) {
        Endpoint database = test.owner();
        return new Endpoint(database.host(), database.port(), database.database(), user, password);
    }

    @BeforeAll
    void runTheScript() {
        String script = script(Optional.of(owner.database()), ROLE, List.of("public", "Odd One"));
        String withoutPsql =
                script.lines().filter(line -> !line.startsWith("\\")).collect(Collectors.joining("\n"));
        TestDatabase.run(superuser, withoutPsql);
        TestDatabase.run(superuser, "ALTER ROLE " + quoted() + " PASSWORD 'hunter2'");
    }

    @AfterAll
    void close() {
        TestDatabase.run(superuser, "DROP OWNED BY " + quoted());
        TestDatabase.run(superuser, "DROP ROLE " + quoted());
        test.close();
    }

    private static String quoted() {
        return '"' + ROLE.replace("\"", "\"\"") + '"';
    }

    private static String script(Optional<String> database, String role, List<String> schemas) {
        Written written = GrantScript.write(database, role, schemas);
        assertThat(written).isInstanceOf(Written.Script.class);
        return ((Written.Script) written).text();
    }

    @Test
    void theRoleIsAcceptedAndReadsWhatItMayAndNothingElse() {
        try (SourcePools pools = Databases.pools(Databases.settings(role), false);
                ReadOnlyExecutor executor = new ReadOnlyExecutor(pools)) {
            assertThat(pools.check(SOURCE)).isEmpty();
            assertThat(read(executor, "SELECT n FROM public.t")).isEqualTo("[[1]]");
            assertThat(read(executor, "SELECT count(*) FROM \"Odd One\".u")).isEqualTo("[[0]]");
            assertThat(read(executor, "SELECT count(*) FROM closed.v")).isEqualTo("42501");
        }
    }

    @Test
    void theRoleReadsTablesThatAreMadeLaterByWhoeverRanTheScript() {
        TestDatabase.run(superuser, "CREATE TABLE public.later (n integer)");
        try (SourcePools pools = Databases.pools(Databases.settings(role), false);
                ReadOnlyExecutor executor = new ReadOnlyExecutor(pools)) {
            assertThat(read(executor, "SELECT count(*) FROM public.later")).isEqualTo("[[0]]");
        } finally {
            TestDatabase.run(superuser, "DROP TABLE public.later");
        }
    }

    private static String read(ReadOnlyExecutor executor, String text) {
        return switch (executor.executeText(SOURCE, text, Limits.defaults(), Cancellation.never())) {
            case Execution.Done(var rows) ->
                rows.values().stream()
                        .map(row -> row.stream().map(GrantScriptTest::shown).toList())
                        .toList()
                        .toString();
            case Execution.Failed(var error) -> error.sqlState();
            case Execution.TimedOut _, Execution.Cancelled _ -> "late";
        };
    }

    private static String shown(Cell cell) {
        return cell instanceof Cell.Decimal(var value) ? value.toPlainString() : cell.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO public.t VALUES (9)",
                "UPDATE public.t SET n = 9",
                "DELETE FROM public.t",
                "TRUNCATE public.t",
                "MERGE INTO public.t USING (SELECT 1 AS n) v ON false WHEN NOT MATCHED THEN INSERT VALUES (9)",
                "WITH w AS (DELETE FROM public.t RETURNING n) SELECT * FROM w",
                "SELECT * INTO public.copied FROM public.t",
                "CREATE TABLE public.made (n integer)",
                "CREATE SCHEMA made",
                "CREATE FUNCTION public.made() RETURNS integer LANGUAGE sql AS 'SELECT 1'",
                "CREATE EXTENSION dblink",
                "CREATE EXTENSION file_fdw",
                "DROP TABLE public.t",
                "ALTER TABLE public.t ADD COLUMN m integer",
                "CREATE ROLE intruder",
                "ALTER ROLE CURRENT_USER SUPERUSER",
                "ALTER ROLE CURRENT_USER CREATEROLE",
                "SET ROLE postgres",
                "SET SESSION AUTHORIZATION postgres",
                "CREATE DATABASE intruder",
                "ALTER SYSTEM SET work_mem = '1GB'",
                "SELECT pg_reload_conf()",
                "SELECT nextval('public.s')",
                "SELECT setval('public.s', 99)",
                "SELECT public.write_it()",
                "DO $$ BEGIN INSERT INTO public.t VALUES (9); END $$",
                "SELECT query_to_xml('INSERT INTO public.t VALUES (9) RETURNING 1', true, false, '')",
                "SELECT * FROM public.t FOR UPDATE",
                "LOCK TABLE public.t IN ACCESS EXCLUSIVE MODE",
                "REINDEX TABLE public.t",
                "COPY public.t FROM PROGRAM 'echo 9'",
                "COPY (SELECT 1) TO PROGRAM 'cat > /tmp/sayql-intruder'",
                "COPY (SELECT 1) TO '/tmp/sayql-intruder'",
                "COPY public.t FROM '/etc/passwd'",
                "SELECT pg_read_file('/etc/passwd')",
                "SELECT pg_ls_dir('/')",
                "SELECT lo_import('/etc/passwd')",
                "SELECT lo_export(1, '/tmp/sayql-intruder')",
                "SELECT * FROM closed.v",
                "SELECT rolpassword FROM pg_authid",
                "INSERT INTO public.t VALUES (8); COMMIT"
            })
    void theRoleAloneStopsWhatChangesOrReachesBeyond(String text) throws SQLException {
        String before = fingerprint();
        try (Connection connection = TestDatabase.connect(role);
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute("SET SESSION CHARACTERISTICS AS TRANSACTION READ WRITE");
            assertThat(catchThrowable(() -> statement.execute(text))).isInstanceOf(SQLException.class);
        }
        assertThat(fingerprint()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                ALTER ROLE %s CREATEDB                                 | ALTER ROLE %s NOCREATEDB              | roles or databases
                GRANT pg_write_server_files TO %s                      | REVOKE pg_write_server_files FROM %s  | pg_write_server_files
                GRANT pg_execute_server_program TO %s                  | REVOKE pg_execute_server_program FROM %s | pg_execute_server_program
                GRANT EXECUTE ON FUNCTION pg_read_file(text) TO %s     | REVOKE EXECUTE ON FUNCTION pg_read_file(text) FROM %s | pg_read_file
                GRANT pg_read_all_data TO %s                           | REVOKE pg_read_all_data FROM %s       | -
                ALTER ROLE %s BYPASSRLS                                | ALTER ROLE %s NOBYPASSRLS             | -
                """)
    void aRightThatGoesBeyondReadingIsFoundAndOneThatOnlyWidensItIsNot(String give, String take, String found)
            throws SQLException {
        if (give.contains("pg_read_all_data") && Databases.majorVersion(superuser) < 14) {
            return; // the role came with 14
        }
        TestDatabase.run(superuser, give.formatted(quoted()));
        try (SourcePools pools = Databases.pools(Databases.settings(role), true)) {
            String warning = pools.check(SOURCE).orElse("-");
            assertThat(warning).contains(found);
            assertThat(warning.equals("-")).isEqualTo(found.equals("-"));
        } finally {
            TestDatabase.run(superuser, take.formatted(quoted()));
        }
    }

    @Test
    void itsTransactionsBeginReadOnlyAndItsStatementsHaveALimit() throws SQLException {
        try (Connection connection = TestDatabase.connect(role);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT current_setting('transaction_read_only'), current_setting('statement_timeout'),"
                                + " (SELECT rolconnlimit FROM pg_roles WHERE rolname = current_user)")) {
            row.next();
            assertThat(row.getString(1)).isEqualTo("on");
            assertThat(row.getString(2)).isEqualTo("1min");
            assertThat(row.getInt(3)).isEqualTo(8);
        }
    }

    @Test
    void withoutADatabasePsqlNamesItsOwn() {
        assertThat(script(Optional.empty(), "sayql_reader", List.of("public")))
                .contains("GRANT CONNECT ON DATABASE :\"DBNAME\" TO sayql_reader;", "\\password sayql_reader")
                .doesNotContain("PASSWORD '");
    }

    @Test
    void namesThatAreNoneAreRefused() {
        assertThat(GrantScript.write(Optional.empty(), "", List.of("public"))).isInstanceOf(Written.Refused.class);
        assertThat(GrantScript.write(Optional.empty(), "pg_x", List.of("public")))
                .isInstanceOf(Written.Refused.class);
        assertThat(GrantScript.write(Optional.empty(), "r", List.of())).isInstanceOf(Written.Refused.class);
        assertThat(GrantScript.write(Optional.empty(), "r", List.of("a\nDROP TABLE t; --")))
                .isInstanceOf(Written.Refused.class);
        assertThat(GrantScript.write(Optional.of("d".repeat(64)), "r", List.of("public")))
                .isInstanceOf(Written.Refused.class);
    }

    private String fingerprint() throws SQLException {
        try (Connection connection = TestDatabase.connect(superuser);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(FINGERPRINT)) {
            row.next();
            return row.getString(1);
        }
    }
}
