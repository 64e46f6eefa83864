package dev.sayql.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sayql.core.team.TeamId;
import dev.sayql.testkit.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SystemDatabaseTest {

    @Test
    void bringsAnEmptyDatabaseToTheNewestVersionOnce() {
        try (TestDatabase test = TestDatabase.create("migrate");
                SystemDatabase first = SystemDatabases.open(test);
                SystemDatabase second = SystemDatabases.open(test)) {
            assertThat(new StoredTeams(first).ensure(new TeamId("demo"), "Demo"))
                    .isTrue();
            assertThat(new StoredTeams(second).ensure(new TeamId("demo"), "Demo"))
                    .isFalse();
            assertThat(second.<Boolean>run("look at the version", Migrations::areDone))
                    .isTrue();
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
                    assertThat(database.<Boolean>run("look at the version", Migrations::areDone))
                            .isTrue();
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
        try (TestDatabase test = TestDatabase.create("plain");
                InputStream script = SystemDatabase.class.getResourceAsStream(
                        "migrations/V1__teams_keys_sources_semantics_history.sql")) {
            TestDatabase.run(test.owner(), new String(script.readAllBytes(), StandardCharsets.UTF_8));
            TestDatabase.run(test.owner(), "INSERT INTO teams (team_id, team_name) VALUES ('demo', 'Demo')");
        }
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
