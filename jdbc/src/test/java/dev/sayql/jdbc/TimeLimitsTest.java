package dev.sayql.jdbc;

import static dev.sayql.jdbc.Databases.SOURCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.sayql.core.execution.Cancellation;
import dev.sayql.core.execution.Execution;
import dev.sayql.core.execution.Explanation;
import dev.sayql.core.execution.Limits;
import dev.sayql.embedded.Endpoint;
import dev.sayql.testkit.SampleDatabase;
import dev.sayql.testkit.TestDatabase;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Statements that no validator has seen, run as the most powerful role there is: each ends in time all the same, and
 * leaves nothing running.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TimeLimitsTest {
    private static final Duration LIMIT = Duration.ofMillis(600);
    private static final Duration LATEST = LIMIT.plusSeconds(1);
    private static final Duration GONE_WITHIN = Duration.ofSeconds(2);
    private static final String CATCHES_ITS_CANCELLATION = """
            DO $$ BEGIN LOOP
              BEGIN PERFORM pg_sleep(20); EXCEPTION WHEN query_canceled THEN NULL; END;
            END LOOP; END $$
            """;

    private final TestDatabase test = TestDatabase.create("time");
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

    private static Limits limits() {
        Limits usual = Limits.defaults();
        return new Limits(1_000, LIMIT, usual.resultBytes(), usual.cellBytes(), 200, 1e12, 1e12);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT pg_sleep(20)",
                "WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n FROM r) SELECT count(*) FROM r",
                "SELECT count(*) FROM generate_series(1, 1000000000) AS a, generate_series(1, 1000000000) AS b",
                "SELECT n, pg_sleep(0.1) FROM generate_series(1, 1000) AS n",
                "SELECT set_config('statement_timeout', '0', false), pg_sleep(20)",
                "SELECT set_config('statement_timeout', '0', true), n, pg_sleep(0.1) FROM generate_series(1, 1000) AS n",
                "SELECT set_config('client_connection_check_interval', '0', false), pg_sleep(20)",
                "EXPLAIN ANALYZE SELECT pg_sleep(20)",
                "SELECT count(*) FROM generate_series(1, 3000000) AS n WHERE repeat('a', 3000) ~ ('(a+)+' || n)",
                "DO $$ BEGIN PERFORM set_config('statement_timeout', '0', false); PERFORM pg_sleep(20); END $$",
                CATCHES_ITS_CANCELLATION
            })
    void whateverRunsEndsSoonAfterItsLimit(String text) throws SQLException, InterruptedException {
        executor.executeText(SOURCE, "SELECT 1", limits(), Cancellation.never());
        long start = System.nanoTime();
        Execution execution = executor.executeText(SOURCE, text, limits(), Cancellation.never());

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LATEST);
        assertThat(execution).isInstanceOf(Execution.TimedOut.class);
        assertThatNothingRunsSoon();
    }

    @Test
    void planningEndsSoonAfterItsLimitToo() throws SQLException, InterruptedException {
        TestDatabase.run(superuser, """
                CREATE OR REPLACE FUNCTION public.for_ever() RETURNS integer IMMUTABLE LANGUAGE plpgsql
                  AS 'BEGIN LOOP BEGIN PERFORM pg_sleep(20); EXCEPTION WHEN query_canceled THEN NULL; END; END LOOP; END'
                """);
        executor.executeText(SOURCE, "SELECT 1", limits(), Cancellation.never());
        long start = System.nanoTime();
        assertThat(catchThrowable(
                        () -> executor.explainText(SOURCE, "SELECT public.for_ever()", limits(), Cancellation.never())))
                .isNotNull();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LATEST);
        assertThatNothingRunsSoon();
    }

    @Test
    void planningThatIsTakenBackIsGoneSoon() throws SQLException, InterruptedException {
        TestDatabase.run(superuser, """
                CREATE OR REPLACE FUNCTION public.for_long() RETURNS integer IMMUTABLE LANGUAGE plpgsql
                  AS 'BEGIN PERFORM pg_sleep(20); RETURN 1; END'
                """);
        Cancellation cancellation = new Cancellation();
        Thread.ofVirtual().start(() -> {
            awaitRunning();
            cancellation.request();
        });
        long start = System.nanoTime();
        Explanation explanation =
                executor.explainText(SOURCE, "SELECT public.for_long()", Limits.defaults(), cancellation);

        assertThat(explanation).isEqualTo(new Explanation.Cancelled());
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        assertThatNothingRunsSoon();
        assertThat(executor.explainText(SOURCE, "SELECT 1", Limits.defaults(), cancellation))
                .as("once taken back nothing is begun")
                .isEqualTo(new Explanation.Cancelled());
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT pg_sleep(20)", CATCHES_ITS_CANCELLATION})
    void aCancelledStatementIsGoneSoon(String text) throws SQLException, InterruptedException {
        Cancellation cancellation = new Cancellation();
        Thread.ofVirtual().start(() -> {
            awaitRunning();
            cancellation.request();
        });
        Execution execution = executor.executeText(SOURCE, text, Limits.defaults(), cancellation);

        assertThat(execution).isInstanceOf(Execution.Cancelled.class);
        assertThatNothingRunsSoon();
    }

    @Test
    void aServerThatFallsSilentWhileItWorksIsNotWaitedFor() throws IOException {
        try (Gate gate = Gate.to(superuser, "fall silent")) {
            ConnectionSettings through = ConnectionSettings.of(
                    "127.0.0.1", gate.port(), superuser.database(), superuser.user(), superuser.password());
            JdbcSource source = JdbcSource.ofOperator(through, true);
            try (SourcePools gated = new SourcePools(any -> Optional.of(source));
                    ReadOnlyExecutor gatedExecutor = new ReadOnlyExecutor(gated)) {
                gatedExecutor.executeText(SOURCE, "SELECT 1", limits(), Cancellation.never());
                long start = System.nanoTime();
                Execution execution =
                        gatedExecutor.executeText(SOURCE, "SELECT 'fall silent'", limits(), Cancellation.never());

                assertThat(execution).isInstanceOf(Execution.TimedOut.class);
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LATEST);
                assertThat(gatedExecutor.executeText(SOURCE, "SELECT 2", limits(), Cancellation.never()))
                        .isInstanceOf(Execution.Done.class);
            }
        }
    }

    private void assertThatNothingRunsSoon() throws SQLException, InterruptedException {
        long until = System.nanoTime() + GONE_WITHIN.toNanos();
        while (running() > 0 && System.nanoTime() < until) {
            Thread.sleep(Duration.ofMillis(50));
        }
        assertThat(running()).isZero();
    }

    private void awaitRunning() {
        try {
            while (running() == 0) {
                Thread.sleep(Duration.ofMillis(20));
            }
        } catch (SQLException | InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }

    private int running() throws SQLException {
        try (Connection connection = TestDatabase.connect(SampleDatabase.server());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM pg_stat_activity WHERE state = 'active'"
                        + " AND application_name = 'sayql' AND datname = '" + superuser.database() + "'")) {
            row.next();
            return row.getInt(1);
        }
    }
}
