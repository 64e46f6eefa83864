package dev.sayql.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sayql.core.team.TeamId;
import dev.sayql.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SystemDatabaseTest {
    private static final Migrations.Done NEWEST = new Migrations.Done(Migrations.NEWEST, true);

    @Test
    void bringsAnEmptyDatabaseToTheNewestVersionOnce() {
        try (TestDatabase test = TestDatabase.create("migrate");
                SystemDatabase first = SystemDatabases.open(test);
                SystemDatabase second = SystemDatabases.open(test)) {
            assertThat(new StoredTeams(first).ensure(new TeamId("demo"), "Demo"))
                    .isTrue();
            assertThat(new StoredTeams(second).ensure(new TeamId("demo"), "Demo"))
                    .isFalse();
            assertThat(second.run("look at the version", Migrations::done)).isEqualTo(NEWEST);
        }
    }

    @Test
    void bearsSeveralStartsAtOnce() {
        try (TestDatabase test = TestDatabase.create("migrate at once");
                ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<CompletableFuture<SystemDatabase>> starts = IntStream.range(0, 4)
                    .mapToObj(start -> CompletableFuture.supplyAsync(() -> SystemDatabases.open(test), threads))
                    .toList();
            for (CompletableFuture<SystemDatabase> start : starts) {
                try (SystemDatabase database = start.join()) {
                    assertThat(database.run("look at the version", Migrations::done))
                            .isEqualTo(NEWEST);
                }
            }
        }
    }

    @Test
    void knowsTheNumberOfItsLastScript() throws IOException {
        try (Stream<Path> scripts = Files.list(Path.of("src/main/resources", Migrations.FOLDER))) {
            assertThat(scripts.map(script ->
                                    script.getFileName().toString().replaceFirst("^V([0-9]+)__.*\\.sql$", "$1"))
                            .mapToInt(Integer::parseInt)
                            .max())
                    .hasValue(Migrations.NEWEST);
        }
    }

    @Test
    void scriptsArePlainSqlThatNeedsNoTool() throws IOException {
        try (TestDatabase test = TestDatabase.create("plain")) {
            for (String script : scripts()) {
                TestDatabase.run(test.owner(), script);
            }
            TestDatabase.run(test.owner(), "INSERT INTO teams (team_id, team_name) VALUES ('demo', 'Demo')");

            assertThat(SystemDatabase.migrate(SystemDatabases.settings(test)))
                    .as("what was run by hand is not run again")
                    .isEqualTo(new SystemDatabase.Migrated(Migrations.NEWEST, Migrations.NEWEST));
            try (SystemDatabase database = SystemDatabases.open(test)) {
                assertThat(database.run("look at the version", Migrations::done))
                        .isEqualTo(NEWEST);
                assertThat(new StoredTeams(database).isActive(new TeamId("demo")))
                        .isTrue();
            }
        }
    }

    @Test
    void goesOnWhereSomebodyStoppedByHand() throws IOException {
        try (TestDatabase test = TestDatabase.create("half plain")) {
            for (String script : scripts().subList(0, 2)) {
                TestDatabase.run(test.owner(), script);
            }

            assertThat(SystemDatabase.migrate(SystemDatabases.settings(test)))
                    .isEqualTo(new SystemDatabase.Migrated(2, Migrations.NEWEST));
        }
    }

    @Test
    void refusesADatabaseOfANewerRelease() {
        try (TestDatabase test = TestDatabase.create("newer")) {
            SystemDatabase.migrate(SystemDatabases.settings(test));
            TestDatabase.run(
                    test.owner(),
                    "INSERT INTO flyway_schema_history SELECT 99, '99', 'later', type, 'V99__later.sql', 0, installed_by,"
                            + " now(), 1, true FROM flyway_schema_history WHERE installed_rank = 1");

            assertThatThrownBy(() -> SystemDatabases.open(test))
                    .isInstanceOf(SystemDatabaseException.class)
                    .hasMessageContaining("newer release");
        }
    }

    @Test
    void everyTableAndColumnOfTheContractIsThere() {
        try (TestDatabase test = TestDatabase.create("contract");
                SystemDatabase database = SystemDatabases.open(test)) {
            List<String> relations = database.run(
                    "list relations",
                    connection -> Sql.all(
                            connection,
                            "SELECT relname::text AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace"
                                    + " AND relkind IN ('r', 'v')",
                            row -> {},
                            row -> row.text("name")));

            assertThat(relations)
                    .contains(
                            "teams",
                            "api_keys",
                            "sources",
                            "database_schemas",
                            "tables_metadata",
                            "query_history",
                            "evaluation_metrics",
                            "model_evaluation_tests",
                            "daily_query_stats",
                            "error_analysis",
                            "cache_effectiveness");
        }
    }

    private static List<String> scripts() throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/resources", Migrations.FOLDER))) {
            for (Path file : files.sorted(Comparator.comparingInt(SystemDatabaseTest::number))
                    .toList()) {
                texts.add(Files.readString(file));
            }
        }
        return texts;
    }

    private static int number(Path script) {
        return Integer.parseInt(script.getFileName().toString().replaceFirst("V(\\d+)__.*", "$1"));
    }

    @Test
    void saysWithoutDriverTextThatItCannotBeReached() {
        SystemSettings nowhere = new SystemSettings("127.0.0.1", 1, "sayql", "sayql", "hunter2");

        assertThatThrownBy(() -> SystemDatabase.open(nowhere))
                .isInstanceOf(SystemDatabaseException.class)
                .hasMessage("The system database could not look at the version.");
        assertThat(nowhere).asString().doesNotContain("hunter2");
    }

    @Test
    void replacesAConnectionThatBrokeWhileItWasIdle() {
        try (TestDatabase test = TestDatabase.create("broken");
                SystemDatabase database = SystemDatabases.open(test)) {
            TestDatabase.run(
                    test.owner(),
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                            + " WHERE datname = current_database() AND pid <> pg_backend_pid()");

            assertThat(new StoredTeams(database).isActive(new TeamId("demo"))).isFalse();
        }
    }

    @Test
    void keepsUpdatedAtByItself() {
        try (TestDatabase test = TestDatabase.create("touch");
                SystemDatabase database = SystemDatabases.open(test)) {
            new StoredTeams(database).ensure(new TeamId("demo"), "Demo");
            TestDatabase.run(test.owner(), "UPDATE teams SET team_name = 'New name'");
            TestDatabase.run(
                    test.owner(),
                    "DO $$ BEGIN ASSERT (SELECT updated_at > created_at FROM teams), 'updated_at did not move'; END $$");
        }
    }
}
