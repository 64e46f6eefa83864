package dev.sayql.jdbc;

import static dev.sayql.jdbc.Databases.SOURCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.sayql.core.execution.Cancellation;
import dev.sayql.core.execution.Cell;
import dev.sayql.core.execution.Execution;
import dev.sayql.core.execution.Explanation;
import dev.sayql.core.execution.Limits;
import dev.sayql.core.execution.Rows;
import dev.sayql.core.schema.SourceUnavailableException;
import dev.sayql.testkit.SampleDatabase;
import dev.sayql.testkit.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadOnlyExecutorTest {
    private static final Limits LIMITS = Limits.defaults();

    private final TestDatabase test = TestDatabase.create("executor", """
            CREATE TYPE mood AS ENUM ('sad', 'fine');
            CREATE DOMAIN email AS text;
            CREATE TABLE things (id serial PRIMARY KEY, name text, feeling mood, mail email);
            INSERT INTO things (name, feeling, mail) VALUES ('a', 'fine', 'a@b'), (NULL, NULL, NULL);
            """);
    private final SourcePools pools = Databases.pools(test.reader());
    private final ReadOnlyExecutor executor = new ReadOnlyExecutor(pools);

    @AfterAll
    void close() {
        executor.close();
        pools.close();
        test.close();
    }

    private Execution execute(String text, Limits limits) {
        return executor.executeText(SOURCE, text, limits, Cancellation.never());
    }

    private Rows rows(String text, Limits limits) {
        Execution execution = execute(text, limits);
        assertThat(execution).isInstanceOf(Execution.Done.class);
        return ((Execution.Done) execution).rows();
    }

    private static Limits within(Duration timeout) {
        return new Limits(1_000, timeout, 5_000_000, 1_000_000, 200, 1e9, 1e12);
    }

    private static Limits sizes(int rows, long resultBytes, int cellBytes, int columns) {
        return new Limits(rows, Duration.ofSeconds(10), resultBytes, cellBytes, columns, 1e9, 1e12);
    }

    @Test
    void givesEveryTypeItsCell() {
        Rows rows = rows("""
                SELECT true, 1::smallint, 9223372036854775807, 1.50, 0.1::real, 'NaN'::float8, 'x'::char(3),
                  '2024-05-01'::date, '2024-05-01 10:00'::timestamp, '2024-05-01 10:00+02'::timestamptz, '10:00'::time,
                  '1 day'::interval, '{"a":1}'::jsonb, ARRAY[1,NULL], '\\x00ff'::bytea,
                  '00000000-0000-0000-0000-000000000001'::uuid, NULL
                """, LIMITS);

        assertThat(rows.values().getFirst())
                .containsExactly(
                        new Cell.Bool(true),
                        new Cell.Decimal(BigDecimal.ONE),
                        new Cell.Decimal(new BigDecimal("9223372036854775807")),
                        new Cell.Decimal(new BigDecimal("1.50")),
                        new Cell.Real(0.1),
                        new Cell.Real(Double.NaN),
                        new Cell.Text("x  "),
                        new Cell.Text("2024-05-01"),
                        new Cell.Text("2024-05-01T10:00:00"),
                        new Cell.Text("2024-05-01T08:00:00+00:00"),
                        new Cell.Text("10:00:00"),
                        new Cell.Text("1 day"),
                        new Cell.Json("{\"a\": 1}"),
                        new Cell.Json("[1,null]"),
                        new Cell.Text("\\x00ff"),
                        new Cell.Text("00000000-0000-0000-0000-000000000001"),
                        new Cell.Null());
        assertThat(rows.columns().stream().map(Rows.Column::type))
                .startsWith("boolean", "smallint", "bigint", "numeric", "real", "double precision", "character")
                .contains("timestamp with time zone", "jsonb", "integer[]", "bytea", "uuid");
    }

    @Test
    void readsColumnsOfTheOwnersTypes() {
        Rows rows =
                rows("SELECT id, name, feeling, mail, ARRAY[feeling] AS all FROM public.things ORDER BY id", LIMITS);

        assertThat(rows.columns())
                .containsExactly(
                        new Rows.Column("id", "integer"),
                        new Rows.Column("name", "text"),
                        new Rows.Column("feeling", "mood"),
                        new Rows.Column("mail", "text"),
                        new Rows.Column("all", "mood[]"));
        assertThat(rows.values().getFirst())
                .containsExactly(
                        new Cell.Decimal(BigDecimal.ONE),
                        new Cell.Text("a"),
                        new Cell.Text("fine"),
                        new Cell.Text("a@b"),
                        new Cell.Json("[\"fine\"]"));
        assertThat(rows.values().getLast()).contains(new Cell.Null());
    }

    @Test
    void makesColumnNamesUnique() {
        assertThat(rows("SELECT 1 AS name, 2 AS name, 3 AS name_2, 4 AS \"Name\", 5 AS name", LIMITS).columns().stream()
                        .map(Rows.Column::name))
                .containsExactly("name", "name_2", "name_2_2", "Name", "name_3");
    }

    @Test
    void neverReinterpretsOperatorsEscapesAndSemicolons() {
        assertThat(rows("""
                        SELECT '{"a":1}'::jsonb ? 'a', '{"a":1}'::jsonb ?| ARRAY['b'], '{fn now()}', '{d ''2024-01-01''}',
                          'a;b', $x$;$1 ?$x$, E'\\';', '??'
                        """, LIMITS).values().getFirst())
                .containsExactly(
                        new Cell.Bool(true),
                        new Cell.Bool(false),
                        new Cell.Text("{fn now()}"),
                        new Cell.Text("{d '2024-01-01'}"),
                        new Cell.Text("a;b"),
                        new Cell.Text(";$1 ?"),
                        new Cell.Text("';"),
                        new Cell.Text("??"));
    }

    @Test
    void saysWhenThereAreMoreRows() {
        Rows cut = rows("SELECT g FROM generate_series(1, 11) g", LIMITS.withRows(10));
        Rows whole = rows("SELECT g FROM generate_series(1, 10) g", LIMITS.withRows(10));

        assertThat(cut.count()).isEqualTo(10);
        assertThat(cut.truncated()).isTrue();
        assertThat(whole.count()).isEqualTo(10);
        assertThat(whole.truncated()).isFalse();
    }

    @Test
    void endsWhereTheResultBecomesTooLarge() {
        Rows rows = rows("SELECT repeat('x', 1000) FROM generate_series(1, 100)", sizes(1_000, 10_000, 5_000, 10));

        assertThat(rows.count()).isEqualTo(10);
        assertThat(rows.truncated()).isTrue();
    }

    @Test
    void aCutCellNeverLooksWhole() {
        Rows rows = rows("SELECT repeat('ü', 600), to_jsonb(repeat('x', 2000)), 1", sizes(10, 1_000_000, 1_001, 10));

        assertThat(rows.truncated()).isTrue();
        assertThat(rows.values().getFirst())
                .containsExactly(
                        new Cell.Text("ü".repeat(500) + "… [cut: 600 characters in all]"),
                        new Cell.Text("\"" + "x".repeat(1000) + "… [cut: 2,002 characters in all]"),
                        new Cell.Decimal(BigDecimal.ONE));
    }

    @Test
    void refusesMoreColumnsThanAreShown() {
        assertThat(execute("SELECT 1, 2, 3", sizes(10, 1_000, 100, 2)))
                .asInstanceOf(type(Execution.Failed.class))
                .extracting(failed -> failed.error().sqlState())
                .isEqualTo("54011");
    }

    @Test
    void giganticRowsEndTheResultAndNotTheProcess() {
        Rows some = rows(
                "SELECT repeat('x', CASE WHEN g < 60 THEN 1 ELSE 20000000 END) FROM generate_series(1, 100) g", LIMITS);
        Execution none = execute("SELECT repeat('x', 20000000) FROM generate_series(1, 50)", LIMITS);

        assertThat(some.truncated()).isTrue();
        assertThat(some.count()).isBetween(40, 59);
        assertThat(none)
                .asInstanceOf(type(Execution.Failed.class))
                .extracting(failed -> failed.error().sqlState())
                .isEqualTo("54000");
        assertThat(rows("SELECT 1", LIMITS).count()).isEqualTo(1);
    }

    @Test
    void endsAStatementAtItsTimeLimit() {
        long start = System.nanoTime();
        Execution execution = execute("SELECT pg_sleep(20)", within(Duration.ofSeconds(1)));

        assertThat(execution).isInstanceOf(Execution.TimedOut.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(900), Duration.ofSeconds(2));
    }

    @Test
    void endsAStatementThatDripsRowsAtItsTimeLimit() {
        long start = System.nanoTime();
        Execution execution =
                execute("SELECT g, pg_sleep(0.01) FROM generate_series(1, 1000) g", within(Duration.ofSeconds(1)));

        assertThat(execution).isInstanceOf(Execution.TimedOut.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        assertThat(rows("SELECT 1", LIMITS).count()).isEqualTo(1);
    }

    @Test
    void stopsWhenWhoeverAskedTakesItBack() throws Exception {
        Cancellation cancellation = new Cancellation();
        CompletableFuture<Execution> running = CompletableFuture.supplyAsync(
                () -> executor.executeText(SOURCE, "SELECT pg_sleep(20)", LIMITS, cancellation));
        TimeUnit.MILLISECONDS.sleep(300);
        cancellation.request();

        assertThat(running.get(3, TimeUnit.SECONDS)).isEqualTo(new Execution.Cancelled());
        assertThat(executor.executeText(SOURCE, "SELECT 1", LIMITS, cancellation))
                .isEqualTo(new Execution.Cancelled());
        assertThat(rows("SELECT 1", LIMITS).count()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "SELECT 1/0,                           22012",
        "SELECT 'secret'::int,                 22P02",
        "SELECT nothing,                       42703",
        "SELECT * FROM nowhere,                42P01",
        "SELECT * FROM things,                 42P01",
        "SELEC 1,                              42601",
        "SELECT sum('a'),                      42725",
        "SELECT (SELECT 1 UNION SELECT 2),     21000",
        "SELECT * FROM pg_catalog.pg_authid,   42501",
        "SELECT 1; SELECT 2,                   42601"
    })
    void explainsAFailureWithoutTheServersWords(String text, String state) {
        assertThat(execute(text, LIMITS))
                .asInstanceOf(type(Execution.Failed.class))
                .satisfies(failed -> {
                    assertThat(failed.error().sqlState()).isEqualTo(state);
                    assertThat(failed.error().message()).endsWith(".").doesNotContain("secret", "nowhere", "ERROR");
                });
    }

    @Test
    void refusesToStartWhatIsTooExpensive() {
        String product =
                "SELECT count(*) FROM generate_series(1, 100000) a, generate_series(1, 100000) b, generate_series(1, 100000) c";

        assertThat(executor.explainText(SOURCE, product, LIMITS, Cancellation.never()))
                .isInstanceOf(Explanation.TooExpensive.class);
        assertThat(executor.explainText(SOURCE, "SELECT * FROM public.things", LIMITS, Cancellation.never()))
                .isInstanceOf(Explanation.Affordable.class);
        assertThat(executor.explainText(SOURCE, "SELECT nothing", LIMITS, Cancellation.never()))
                .isInstanceOf(Explanation.Failed.class);
    }

    @Test
    void explainingRunsNothing() {
        long start = System.nanoTime();
        executor.explainText(SOURCE, "SELECT pg_sleep(5)", LIMITS, Cancellation.never());

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void tellsThatTheSourceIsGoneWhenItsConnectionIsCut() throws Exception {
        CompletableFuture<Execution> running =
                CompletableFuture.supplyAsync(() -> execute("SELECT pg_sleep(20)", LIMITS));
        TimeUnit.MILLISECONDS.sleep(300);
        TestDatabase.run(
                SampleDatabase.server(),
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query = 'SELECT pg_sleep(20)' AND datname = '"
                        + test.reader().database() + "'");

        assertThatThrownBy(() -> running.get(3, TimeUnit.SECONDS)).hasCauseInstanceOf(SourceUnavailableException.class);
        assertThat(rows("SELECT 1", LIMITS).values()).isEqualTo(List.of(List.of(new Cell.Decimal(BigDecimal.ONE))));
    }
}
