package dev.sayql.jdbc;

import static dev.sayql.jdbc.Databases.SOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.Schema;
import dev.sayql.sql.TableName;
import dev.sayql.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ValueReadingTest {
    private final TestDatabase test = TestDatabase.create("values", """
            CREATE TYPE mood AS ENUM ('sad', 'fine');
            CREATE DOMAIN label AS text;
            CREATE TABLE "Things" (id integer, "The Name" text, code char(5), feeling mood, tag label, password_hash text,
                "apiKey" text, amount numeric, empty text);
            INSERT INTO "Things" VALUES (1, 'b''s "x"', 'ab', 'fine', 't1', 'p', 'k', 5, NULL),
                (2, 'a', 'ab', NULL, 't2', 'p', 'k', 6, NULL);
            CREATE TABLE many (id integer, few text, too_many text, too_long text, at_limit text);
            INSERT INTO many SELECT g, 'f' || g % 3, 'm' || g, CASE WHEN g = 1 THEN repeat('l', 101) ELSE 'l' END, 'm' || g % 2000
                FROM generate_series(1, 3000) g;
            CREATE TABLE analysed AS SELECT * FROM many;
            ANALYZE analysed;
            CREATE VIEW seen AS SELECT few FROM many;
            CREATE TABLE dropped (word text);
            INSERT INTO dropped VALUES ('w');
            """);
    private final SourcePools pools = Databases.pools(test.reader());
    private final CatalogReader reader = new CatalogReader(pools);

    @AfterAll
    void close() {
        pools.close();
        test.close();
    }

    private static ColumnName column(String table, String column) {
        return new ColumnName(new TableName("public", table), column);
    }

    private Map<ColumnName, List<String>> values() {
        Schema schema = reader.read(SOURCE);
        return reader.values(SOURCE, schema);
    }

    @Test
    void readsColumnsOfFewShortTexts() {
        assertThat(values())
                .containsEntry(column("Things", "The Name"), List.of("a", "b's \"x\""))
                .containsEntry(column("Things", "code"), List.of("ab"))
                .containsEntry(column("Things", "feeling"), List.of("fine"))
                .containsEntry(column("Things", "tag"), List.of("t1", "t2"))
                .containsEntry(column("many", "few"), List.of("f0", "f1", "f2"));
    }

    @Test
    void leavesOutColumnsAsAWhole() {
        Map<ColumnName, List<String>> values = values();

        assertThat(values.get(column("many", "at_limit"))).hasSize(2_000);
        assertThat(values.keySet())
                .doesNotContain(
                        column("many", "too_many"),
                        column("many", "too_long"),
                        column("analysed", "too_many"),
                        column("Things", "password_hash"),
                        column("Things", "apiKey"),
                        column("Things", "amount"),
                        column("seen", "few"));
    }

    @Test
    void aTableThatCannotBeReadIsLeftOutAndTheOthersAreNot() {
        Schema schema = reader.read(SOURCE);
        TestDatabase.run(test.owner(), "DROP TABLE dropped");
        long start = System.nanoTime();
        Map<ColumnName, List<String>> values = reader.values(SOURCE, schema);
        TestDatabase.run(test.owner(), "CREATE TABLE dropped (word text); INSERT INTO dropped VALUES ('w')");

        assertThat(values).containsKey(column("many", "few")).doesNotContainKey(column("dropped", "word"));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    }
}
