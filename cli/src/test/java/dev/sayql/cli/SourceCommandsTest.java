package dev.sayql.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.testkit.SampleDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands about connecting a database. */
class SourceCommandsTest {

    private static final Cli CLI = new Cli();

    @TempDir
    private Path folder = Path.of(".");

    @AfterAll
    static void close() {
        CLI.close();
    }

    @Test
    void everyLineGetsAVerdictAndNoLineStopsTheRun() throws IOException {
        Path in = folder.resolve("urls.txt");
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        lines.writeBytes("postgresql://ann:pw@8.8.8.8/shop\r\n".getBytes(StandardCharsets.UTF_8));
        lines.writeBytes("\n# a comment\npostgresql://ann:pw@127.0.0.1/a\tb\n".getBytes(StandardCharsets.UTF_8));
        lines.writeBytes(new byte[] {'p', (byte) 0xff, 0, 7, '\n'});
        lines.writeBytes(("postgresql://ann@8.8.8.8/" + "d".repeat(1_000_000) + "\n").getBytes(StandardCharsets.UTF_8));
        lines.writeBytes("postgresql://ann:pw@10.1.2.3:5544/shop".getBytes(StandardCharsets.UTF_8));
        Files.write(in, lines.toByteArray());

        Cli.Ended ended = CLI.run("check-source", "--in", in.toString());

        assertThat(ended.code()).isZero();
        assertThat(ended.err()).contains("1 accepted, 6 refused").doesNotContain("no address");
        List<String> out = List.of(ended.out().split("\n", -1));
        assertThat(out).hasSize(8);
        assertThat(out.get(0)).isEqualTo("accept\tok\tpostgresql://ann:pw@8.8.8.8/shop\r");
        assertThat(out.get(1)).isEqualTo("refuse\tnot_a_postgresql_url\t");
        assertThat(out.get(2)).isEqualTo("refuse\tforbidden_character\t# a comment");
        assertThat(out.get(3)).isEqualTo("refuse\tforbidden_character\tpostgresql://ann:pw@127.0.0.1/a\tb");
        assertThat(out.get(4)).startsWith("refuse\tforbidden_character\tp");
        assertThat(out.get(5))
                .startsWith("refuse\ttoo_long\tpostgresql://ann@8.8.8.8/ddd")
                .hasSizeGreaterThan(1_000_000);
        assertThat(out.get(6)).isEqualTo("refuse\tforbidden_port\tpostgresql://ann:pw@10.1.2.3:5544/shop");
        assertThat(out.get(7)).isEmpty();
    }

    @Test
    void theOperatorOpensRangesAndPorts() throws IOException {
        Path in = Files.writeString(folder.resolve("urls.txt"), "postgresql://ann:pw@10.1.2.3:5544/shop\n");

        assertThat(CLI.run("check-source", "--in", in.toString(), "--allow-cidr", "10.1.0.0/16", "--allow-port=5544")
                        .out())
                .startsWith("accept\tok\t");
        try (Cli configured =
                new Cli().with("SAYQL_ALLOW_CIDRS", "10.0.0.0/8, fd00::/8").with("SAYQL_ALLOW_PORTS", "5544")) {
            assertThat(configured.run("check-source", "--in", in.toString()).out())
                    .startsWith("accept\tok\t");
        }
        Cli.Ended typo = CLI.run("check-source", "--in", in.toString(), "--allow-cidr=10.1.0.0/40");
        assertThat(typo.code()).isEqualTo(2);
        assertThat(typo.err()).contains("--allow-cidr").contains("10.0.0.0/8");
        assertThat(CLI.run("check-source", "--in", "/nowhere.txt").code()).isEqualTo(2);
    }

    @Test
    void theGrantScriptNamesTheDatabaseAndHoldsNoPassword() {
        Cli.Ended ended = CLI.run(
                "grant-script",
                "--url=postgresql://ann:hunter2@127.0.0.1/My%20Shop",
                "--role=viewer",
                "--schemas=public,sales");

        assertThat(ended.code()).isZero();
        assertThat(ended.out())
                .contains("GRANT CONNECT ON DATABASE \"My Shop\" TO viewer;")
                .contains("GRANT USAGE ON SCHEMA sales TO viewer;")
                .contains("\\password viewer")
                .doesNotContain("hunter2");
        assertThat(CLI.run("grant-script").out()).contains("sayql_reader", ":\"DBNAME\"");
        assertThat(CLI.run("grant-script", "--role=pg_x").code()).isEqualTo(2);
        Cli.Ended quoted = CLI.run("grant-script", "--schemas=x\"y,public");
        assertThat(quoted.code()).isZero();
        assertThat(quoted.out()).contains("SCHEMA \"x\"\"y\"").contains("SCHEMA public");
        assertThat(quoted.err()).isEmpty();
        assertThat(CLI.run("grant-script", "--url=mysql://x").code()).isEqualTo(2);
    }

    @Test
    void statementsAreValidatedAgainstTheConfiguredSourceWhenNoUrlIsGiven() throws IOException {
        Path in = Files.writeString(
                folder.resolve("in.jsonl"), "{\"id\": 1, \"sql\": \"SELECT count(*) FROM orders\"}\n");
        Path out = folder.resolve("out.jsonl");

        assertThat(CLI.run("validate", "--in", in.toString(), "--out", out.toString())
                        .code())
                .isZero();
        assertThat(out).content().contains("\"allow\"");
        assertThat(Cli.url(SampleDatabase.reader())).isEqualTo(CLI.environment().get("SAYQL_SOURCE_URL"));
    }

    @Test
    void aMistypedCommandIsToldTheNearest() {
        Cli.Ended typo = CLI.run("aks", "How many orders are there?");
        assertThat(typo.code()).isEqualTo(2);
        assertThat(typo.err())
                .contains("There is no command \"aks\"; the nearest is \"ask\".")
                .doesNotContain("Unmatched");

        assertThat(CLI.run("how", "many", "orders").err())
                .contains("There is no command \"how\"; questions go after ask: sayql ask \"")
                .doesNotContain("Unmatched");
        assertThat(CLI.run("semantics", "shwo").err())
                .contains("There is no command \"shwo\"; the nearest is \"show\".");
        assertThat(CLI.run("warmup").err()).doesNotContain("warm-up");
        assertThat(CLI.run("ask", "How many orders?", "--bogus").err())
                .contains("--bogus")
                .doesNotContain("There is no command");
    }
}
