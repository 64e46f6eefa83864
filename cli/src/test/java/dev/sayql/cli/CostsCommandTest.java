package dev.sayql.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CostsCommandTest {

    @TempDir
    private Path folder = Path.of("");

    private Cli.Ended costs(Cli cli, String... lines) throws IOException {
        Path file = folder.resolve("q.jsonl");
        Files.write(file, List.of(lines));
        return cli.run("costs", "--count", "60", "--questions", file.toString());
    }

    @Test
    void tellsWhatEachWayCostsAndSaves() throws IOException {
        try (Cli cli = new Cli()) {
            Cli.Ended ended = costs(
                    cli,
                    "{\"question\": \"How many orders are there?\", \"sql\": \"SELECT count(*) FROM orders\"}",
                    "{\"question\": \"Which frobs are glorp?\", \"sql\": \"SELECT product_name FROM products\"}");

            assertThat(ended.code()).as(ended.err()).isZero();
            assertThat(ended.out())
                    .containsPattern("model alone, no cache +60 +0 +0 .* 0\\.0%")
                    .containsPattern("model and exact cache +[0-9]+ +[1-9][0-9]* +0 ")
                    .containsPattern("model and paraphrase cache +[0-9]+ +[1-9][0-9]* +0 ")
                    .containsPattern("local engine first, paraphrase cache +[0-9]+ +[1-9][0-9]* +[1-9][0-9]* ")
                    .containsPattern("local engine first, no cache +[1-9][0-9]* +0 +[1-9][0-9]* ")
                    .containsPattern("local engine first, exact cache +[0-9]+ +[1-9][0-9]* +[1-9][0-9]* ")
                    .contains("60 questions, seed 1");
        }
    }

    @Test
    void refusesAMonthOfNothing() throws IOException {
        try (Cli cli = new Cli()) {
            assertThat(costs(cli, "{\"question\": \"How many orders are there?\"}")
                            .code())
                    .isEqualTo(2);
            assertThat(cli.run("costs", "--count", "0").code()).isEqualTo(2);
        }
    }
}
