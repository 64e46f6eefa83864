package dev.sayql.jdbc;

import static dev.sayql.jdbc.Databases.SOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.core.execution.Cancellation;
import dev.sayql.core.execution.Cell;
import dev.sayql.core.execution.Execution;
import dev.sayql.core.execution.Limits;
import dev.sayql.embedded.Endpoint;
import dev.sayql.testkit.SampleDatabase;
import dev.sayql.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the transaction alone stops, with texts that no validator has seen and the most powerful role there is: the other
 * locks are taken away so that this one is seen to hold.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocksTest {
    private static final String FINGERPRINT = """
            SELECT (SELECT count(*) || '/' || coalesce(sum(n), 0) FROM public.t) || ' '
              || (SELECT count(*) FROM pg_class) || ' ' || (SELECT count(*) FROM pg_proc) || ' '
              || (SELECT count(*) FROM pg_largeobject_metadata) || ' ' || (SELECT last_value FROM public.s) || ' '
              || (SELECT count(*) FROM pg_roles)
            """;

    private final TestDatabase test = TestDatabase.create("locks", """
            CREATE TABLE t (n integer);
            INSERT INTO t VALUES (1);
            CREATE SEQUENCE s;
            CREATE FUNCTION write_it() RETURNS integer LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.t VALUES (2); RETURN 1; END';
            CREATE FUNCTION write_as_owner() RETURNS integer SECURITY DEFINER LANGUAGE plpgsql
              AS 'BEGIN INSERT INTO public.t VALUES (2); RETURN 1; END';
            """);
    private final Endpoint superuser = superuser();
    private final SourcePools pools = Databases.pools(Databases.settings(superuser), true);
    private final ReadOnlyExecutor executor = new ReadOnlyExecutor(pools);

    private Endpoint superuser() {
        Endpoint server = SampleDatabase.server();
        return new Endpoint(server.host(), server.port(), test.owner().database(), server.user(), server.password());
    }

    @AfterAll
    void close() {
        executor.close();
        pools.close();
        test.close();
    }

    private String fingerprint() throws SQLException {
        try (Connection connection = TestDatabase.connect(superuser);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(FINGERPRINT)) {
            row.next();
            return row.getString(1);
        }
    }

    private Execution execute(String text) {
        return executor.executeText(SOURCE, text, Limits.defaults(), Cancellation.never());
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
                "CREATE TABLE public.made AS SELECT 1",
                "CREATE TABLE public.made (n integer)",
                "DROP TABLE public.t",
                "ALTER TABLE public.t ADD COLUMN m integer",
                "CREATE ROLE intruder",
                "GRANT ALL ON public.t TO PUBLIC",
                "COPY public.t FROM PROGRAM 'echo 9'",
                "SELECT nextval('public.s')",
                "SELECT setval('public.s', 99)",
                "SELECT public.write_it()",
                "SELECT public.write_as_owner()",
                "SELECT * FROM public.t FOR UPDATE",
                "DO $$ BEGIN INSERT INTO public.t VALUES (9); END $$",
                "EXPLAIN ANALYZE INSERT INTO public.t VALUES (9)",
                "LOCK TABLE public.t",
                "REINDEX TABLE public.t",
                "VACUUM public.t",
                "CREATE DATABASE intruder",
                "SELECT 1; INSERT INTO public.t VALUES (9)",
                "COMMIT; INSERT INTO public.t VALUES (9)",
                "ROLLBACK; INSERT INTO public.t VALUES (9); COMMIT",
                "COPY public.t TO STDOUT",
                "COPY public.t FROM STDIN",
                "PREPARE TRANSACTION 'left'",
                "SET TRANSACTION READ WRITE",
                "SELECT pg_catalog.set_config('transaction_read_only', 'off', false)",
                "SELECT query_to_xml('INSERT INTO public.t VALUES (9) RETURNING 1', true, false, '')"
            })
    void nothingIsWritten(String text) throws SQLException {
        String before = fingerprint();
        Execution execution = execute(text);

        assertThat(execution).isInstanceOf(Execution.Failed.class);
        assertThat(fingerprint()).isEqualTo(before);
        assertThat(execute("SELECT 1")).isInstanceOf(Execution.Done.class);
    }

    /** Before version 16 a read-only transaction lets them be made; then it is the rollback that keeps none. */
    @ParameterizedTest
    @ValueSource(strings = {"SELECT lo_from_bytea(0, 'x')", "SELECT lo_creat(-1)"})
    void noLargeObjectIsKept(String text) throws SQLException {
        String before = fingerprint();
        Execution execution = execute(text);

        assertThat(execution instanceof Execution.Failed).isEqualTo(Databases.majorVersion(superuser) >= 16);
        assertThat(fingerprint()).isEqualTo(before);
        assertThat(execute("SELECT 1")).isInstanceOf(Execution.Done.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COMMIT",
                "ROLLBACK",
                "ROLLBACK AND CHAIN",
                "SET statement_timeout = 0",
                "SET SESSION CHARACTERISTICS AS TRANSACTION READ WRITE",
                "SET ROLE NONE",
                "DISCARD ALL",
                "LISTEN x",
                "CREATE TEMP TABLE kept AS SELECT 1",
                "PREPARE p AS SELECT 1",
                "DECLARE c CURSOR WITH HOLD FOR SELECT 1",
                "SELECT pg_catalog.set_config('statement_timeout', '0', false), set_config('search_path', 'public', false)",
                "SELECT pg_catalog.set_config('default_transaction_read_only', 'off', false)",
                "SELECT pg_advisory_lock(42)",
                "SELECT pg_advisory_lock_shared(42), 1/0"
            })
    void nothingIsLeftBehind(String text) {
        execute(text);
        Execution next = execute("""
                SELECT current_setting('transaction_read_only') = 'on'
                  AND current_setting('statement_timeout') = '30s'
                  AND current_setting('search_path') = 'pg_catalog, pg_temp'
                  AND NOT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory')
                  AND NOT EXISTS (SELECT FROM pg_cursors WHERE is_holdable)
                  AND NOT EXISTS (SELECT FROM pg_class WHERE relname = 'kept')
                """);

        assertThat(next).isInstanceOf(Execution.Done.class);
        assertThat(((Execution.Done) next).rows().values()).isEqualTo(List.of(List.of(new Cell.Bool(true))));
    }

    @Test
    void theOwnersFunctionsAndOperatorsAreOutOfReach() {
        TestDatabase.run(
                test.owner(),
                "CREATE OR REPLACE FUNCTION public.lower(text) RETURNS text LANGUAGE sql AS 'SELECT ''hijacked'''");

        Execution execution = execute("SELECT lower('A')");

        assertThat(((Execution.Done) execution).rows().values()).isEqualTo(List.of(List.of(new Cell.Text("a"))));
    }

    @Test
    void aTableThatIsLockedByOthersIsNotWaitedForLong() throws SQLException {
        try (Connection connection = TestDatabase.connect(superuser);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("LOCK TABLE public.t IN ACCESS EXCLUSIVE MODE");
            long start = System.nanoTime();
            Execution execution = execute("SELECT * FROM public.t");

            assertThat(execution).isInstanceOf(Execution.Failed.class);
            assertThat(((Execution.Failed) execution).error().sqlState()).isEqualTo("55P03");
            assertThat(System.nanoTime() - start).isLessThan(4_000_000_000L);
        }
    }
}
