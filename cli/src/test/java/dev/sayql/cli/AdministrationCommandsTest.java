package dev.sayql.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.embedded.Endpoint;
import dev.sayql.testkit.SampleDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdministrationCommandsTest {

    private final Cli cli = new Cli();

    @AfterAll
    void close() {
        cli.close();
    }

    @Test
    void migratesOnceAndSaysSo() {
        try (Cli fresh = new Cli()) {
            assertThat(fresh.run("migrate").out()).containsPattern("went from version 0 to version [0-9]+");
            assertThat(fresh.run("migrate").out()).contains("already");
        }
    }

    @Test
    void changesTheKeyInTheHomeFolderAndLeavesNoOldOne(@TempDir Path home) throws IOException {
        try (Cli fresh = new Cli().with("SAYQL_HOME", home.toString())) {
            fresh.run("master-key", "rotate");
            String before = Files.readString(home.resolve("master.key"));
            Cli.Ended ended = fresh.run("master-key", "rotate");

            assertThat(ended.code()).as(ended.err()).isZero();
            assertThat(ended.out()).contains("0 records stand under the new key now.");
            assertThat(Files.readString(home.resolve("master.key"))).isNotEqualTo(before);
            assertThat(home.resolve("master.key.old")).doesNotExist();
            assertThat(fresh.run("master-key").err()).contains("master-key rotate");
            assertThat(fresh.with("SAYQL_FORMER_MASTER_KEYS", before.strip())
                            .run("master-key", "rotate")
                            .err())
                    .contains("goes with SAYQL_MASTER_KEY");
        }
    }

    @Test
    void thePolicyOfASourceIsAskedForByTeamAndSource(@TempDir Path home) throws IOException {
        assertThat(cli.run("policy").err()).contains("Say what to do: show or import.");
        assertThat(cli.run("policy", "show", "demo", "nothing").err()).contains("Team demo has no source nothing.");
        assertThat(cli.run("policy", "show", "demo", "a b").code()).isEqualTo(2);
        assertThat(cli.run("policy", "import", "demo", "nothing").err()).contains("Name one file to import");
        String file = Files.writeString(home.resolve("p.yaml"), "views: []").toString();
        assertThat(cli.run("policy", "import", "demo", "nothing", file, "--clear")
                        .code())
                .isEqualTo(2);
        Endpoint reader = SampleDatabase.reader();
        String operators = reader.database() + "." + reader.host() + "." + reader.port();
        Cli.Ended refused = cli.run("policy", "import", "demo", operators, file);
        assertThat(refused.err()).contains("SAYQL_POLICY");
        assertThat(cli.run("policy", "show", "demo", operators).out()).isEqualTo("{}\n");
    }

    @Test
    void tellsWhatIsRememberedAndForgetsIt() {
        cli.run("team", "create", "thrifty");

        assertThat(cli.run("cache", "stats", "--team", "thrifty").out())
                .contains("Answers remembered: 0", "0 of 0 (0.0 %)", "Saved: $0");
        assertThat(cli.run("cache", "clear", "--team", "thrifty", "--source", "shop")
                        .out())
                .contains("Forgotten: 0");
        assertThat(cli.run("cache", "clear", "--team", "nobody").code()).isEqualTo(2);
        assertThat(cli.run("cache", "clear", "--team", "thrifty", "--source", "a b")
                        .code())
                .isEqualTo(2);
        assertThat(cli.run("cache").err()).contains("stats or clear");
    }

    @Test
    void makesTeamsWithLimitsAndChangesThem() {
        Cli.Ended made =
                cli.run("team", "create", "sales", "--name", "Sales people", "--per-minute", "30", "--queued", "0");
        assertThat(made.code()).isZero();
        assertThat(cli.run("team", "list").out()).containsPattern("sales +yes +30 +20 +1000 +4 +0 +Sales people");

        assertThat(cli.run("team", "create", "sales").err()).contains("already");
        assertThat(cli.run("team", "limits", "sales", "--monthly", "5").code()).isZero();
        assertThat(cli.run("team", "deactivate", "sales").code()).isZero();
        assertThat(cli.run("team", "list").out()).containsPattern("sales +no +30 +20 +5 +4 +0 +Sales people");
        assertThat(cli.run("team", "activate", "sales").code()).isZero();
    }

    @Test
    void refusesWhatIsNoTeamOrNoLimit() {
        assertThat(cli.run("team", "create", "Not A Team").code()).isEqualTo(2);
        assertThat(cli.run("team", "create", "fine", "--per-minute", "0").err()).contains("per_minute");
        assertThat(cli.run("team", "limits", "nobody", "--burst", "5").err()).contains("There is no team nobody.");
        assertThat(cli.run("team").err()).contains("create, list");
        assertThat(cli.run("key").err()).contains("create, list");
        assertThat(cli.run("key", "create", "nobody").err()).contains("There is no team nobody.");
        assertThat(cli.run("key", "create").err()).contains("--admin");
        assertThat(cli.run("key", "create", "sales", "--admin").code()).isEqualTo(2);
    }

    @Test
    void makesReplacesAndRevokesKeysAndShowsEachOnce() {
        cli.run("team", "create", "ops");
        Cli.Ended made = cli.run("key", "create", "ops", "--label", "server");
        assertThat(made.code()).isZero();
        assertThat(made.out()).matches("sayql_dev_[0-9A-Za-z]{12}_[0-9A-Za-z]{38}\\R");
        String id = made.out().split("_")[2];
        String secret = made.out().strip().split("_")[3];
        assertThat(cli.run("key", "list", "ops").out())
                .containsPattern(id + " +dev +valid .*server")
                .doesNotContain(secret);

        Cli.Ended next = cli.run("key", "rotate", "ops", id, "--overlap-hours", "0");
        assertThat(next.out()).startsWith("sayql_dev_");
        assertThat(cli.run("key", "list", "ops").out())
                .containsPattern(id + " +dev +expired")
                .containsPattern(next.out().split("_")[2] + " +dev +valid");

        String last = next.out().split("_")[2];
        assertThat(cli.run("key", "revoke", "ops", "--key", last).code()).isZero();
        assertThat(cli.run("key", "revoke", "ops", "--key", last).code()).isEqualTo(2);
        assertThat(cli.run("key", "rotate", "ops", last).code()).isEqualTo(2);
    }

    @Test
    void makesKeysOfAdministrators() {
        Cli.Ended made = cli.run("key", "create", "--admin");
        assertThat(made.out()).startsWith("sayql_admin_");
        String id = made.out().split("_")[2];

        assertThat(cli.run("key", "list", "--admin").out()).containsPattern(id + " +admin +valid");
        assertThat(cli.run("key", "revoke", "--admin", "--key", id).code()).isZero();
        assertThat(cli.run("key", "list", "--admin").out()).containsPattern(id + " +admin +revoked");
    }

    @Test
    void saysWhenTheSystemDatabaseCannotBeReached() {
        try (Cli nowhere = new Cli().with("SYSTEM_DB_PORT", "1")) {
            Cli.Ended ended = nowhere.run("team", "list");

            assertThat(ended.code()).isEqualTo(5);
            assertThat(ended.err()).contains("SYSTEM_DB_HOST");
        }
    }
}
