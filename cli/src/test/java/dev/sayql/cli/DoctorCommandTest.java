package dev.sayql.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.testkit.SampleDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {

    @TempDir
    private Path home = Path.of(".");

    private Cli fresh() {
        return new Cli().with("SAYQL_HOME", home.toString());
    }

    @Test
    void whoOnlyAsksNeedsNoKey() {
        try (Cli cli = fresh()) {
            Cli.Ended ended = cli.run("doctor");

            assertThat(ended.out())
                    .contains("note     keys             No team has a key yet")
                    .contains("./sayql serve")
                    .contains("ok       source")
                    .doesNotContain("problem");
            assertThat(ended.code()).isZero();
        }
    }

    @Test
    void aServerWhoseKeysHaveAllEndedIsAProblem() {
        try (Cli cli = fresh()) {
            cli.run("team", "create", "ops");
            String key = cli.run("key", "create", "ops").out().split("_", -1)[2];
            assertThat(cli.run("doctor").out()).contains("ok       keys");

            cli.run("key", "revoke", "ops", "--key", key);
            Cli.Ended ended = cli.run("doctor");
            assertThat(ended.out()).contains("problem  keys").contains("./sayql key create");
            assertThat(ended.code()).isEqualTo(5);
        }
    }

    @Test
    void aRoleThatMayDoMoreThanReadIsNoted() {
        try (Cli cli = fresh()) {
            Cli.Ended ended = cli.with("SAYQL_SOURCE_URL", Cli.url(SampleDatabase.owner()))
                    .with("SAYQL_TRUST_SOURCE", "true")
                    .run("doctor");

            assertThat(ended.out())
                    .containsPattern("note +source +The database ecommerce can be asked.*is a superuser");
            assertThat(ended.code()).isZero();
        }
    }
}
