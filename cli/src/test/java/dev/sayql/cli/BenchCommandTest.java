package dev.sayql.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchCommandTest {

    @Test
    void questionsOverSourcesOfEachSizeAreMeasuredTaughtAndUntaught() {
        try (Cli cli = new Cli()) {
            Cli.Ended ended = cli.run("bench", "--tables", "20,70", "--rounds=1");

            assertThat(ended.code()).as(ended.err()).isZero();
            assertThat(ended.out().lines())
                    .anyMatch(line -> line.matches("20 tables, words taught +[\\d.]+ ms +[\\d.]+ ms +1\\.0 +[\\d.]+ s"))
                    .anyMatch(line ->
                            line.matches("70 tables, nothing taught +[\\d.]+ ms +[\\d.]+ ms +[\\d.]+ +[\\d.]+ s"))
                    .anyMatch(line -> line.contains("Asked: at most 5 times (aim: 3) at 2,000 tables"));
        }
    }

    @Test
    void suggestionsAreMeasuredKeyByKey(@TempDir Path home) {
        try (Cli cli = new Cli().with("SAYQL_HOME", home.toString())) {
            Cli.Ended ended = cli.run("bench", "--typing", "--typed=1");

            assertThat(ended.code()).as(ended.err()).isZero();
            assertThat(ended.out().lines())
                    .anyMatch(line -> line.startsWith("1 questions typed, 25 keys, 80 ms apart, over HTTP"))
                    .anyMatch(line -> line.matches("suggestions for one key +p50 [\\d.]+ ms, p95 [\\d.]+ ms"))
                    .anyMatch(line -> line.startsWith("suggested from the schema and answered"))
                    .anyMatch(line -> line.endsWith("suggestions within 20 ms, median and p95"));
        }
    }

    @Test
    void thereAreAsManyQuestionsToTypeAsAreSaid() {
        assertThat(TypingBench.TYPED).hasSize(TypingBench.MOST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--tables=5", "--tables=20,5000", "--typing --typed=0", "--typing --typed=17", "--rounds=0"})
    void whatCannotBeMeasuredIsRefused(String options) {
        try (Cli cli = new Cli()) {
            List<String> arguments = List.of(("bench " + options).split(" "));

            assertThat(cli.run(arguments.toArray(String[]::new)).code()).isEqualTo(2);
        }
    }
}
