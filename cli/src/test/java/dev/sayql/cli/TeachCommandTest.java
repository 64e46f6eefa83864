package dev.sayql.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TeachCommandTest {

    @Test
    void aWordIsTaughtUnderstoodAndTakenBack(@TempDir Path home) {
        try (Cli cli = new Cli().with("SAYQL_HOME", home.toString())) {
            Cli.Ended declined = cli.run("ask", "How many patrons are there?");
            assertThat(declined.code()).isEqualTo(3);
            assertThat(declined.out()).contains("./sayql teach patrons --means TABLE");
            assertThat(cli.run("teach", "patrons", "--means", "TABLE").code()).isEqualTo(2);
            assertThat(cli.run("teach", "patron", "--means", "users").code()).isZero();
            assertThat(cli.run("ask", "How many patrons are there?").code()).isZero();
            assertThat(cli.run("teach", "average basket", "--metric", "average(orders.total_amount)")
                            .code())
                    .isZero();
            assertThat(cli.run("semantics", "show").out()).contains("patron", "average basket");

            assertThat(cli.run("teach", "--undo").code()).isZero();
            assertThat(cli.run("semantics", "show").out()).contains("patron").doesNotContain("average basket");
            assertThat(cli.run("teach", "--undo").code()).isZero();
            assertThat(cli.run("ask", "How many patrons are there?").code()).isEqualTo(3);
            assertThat(cli.run("teach", "patron", "--means", "nowhere").err()).contains("nowhere");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "patron",
                "--undo patron",
                "--undo --means users",
                "patron --means users --column users.email",
                "patron --means users --value x",
                "patron --metric total",
            })
    void whatTeachesNothingOrTwoThingsIsRefused(String arguments) {
        try (Cli cli = new Cli()) {
            assertThat(cli.run(("teach " + arguments).strip().split(" ")).code())
                    .isEqualTo(2);
        }
    }
}
