package dev.sayql.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What the documents say of the command line is what it does. */
class DocumentsTest {

    private static final Console CONSOLE = new Console(System.out, System.err, 120, false, Map.of());
    private static final String DECLINED = "What is the churn rate by region?";

    @Test
    void theArchitectureNamesEveryCommand() throws IOException {
        String row = Files.readAllLines(Path.of("../ARCHITECTURE.md")).stream()
                .filter(line -> line.startsWith("| `cli` |"))
                .findFirst()
                .orElseThrow();
        CommandLine line = new CommandLine(new Main(CONSOLE));
        Commands.addTo(line, CONSOLE);
        List<String> names = line.getSubcommands().entrySet().stream()
                .filter(command ->
                        !command.getValue().getCommandSpec().usageMessage().hidden())
                .map(command -> "`" + command.getKey() + "`")
                .toList();

        assertThat(names).hasSizeGreaterThan(20);
        assertThat(row).contains(names);
    }

    @Test
    void theReadmeShowsADeclineAsItIsPrinted() throws IOException {
        String readme = Files.readString(Path.of("../README.md"));
        int begin = readme.indexOf("$ ./sayql ask \"" + DECLINED + "\"\n");
        String shown = readme.substring(readme.indexOf('\n', begin) + 1, readme.indexOf("```", begin));
        try (Cli cli = new Cli()) {
            Cli.Ended ended = cli.run(
                    "ask",
                    "--semantics=../embedded/src/main/resources/dev/sayql/embedded/ecommerce/semantics.yaml",
                    DECLINED);

            assertThat(withoutId(ended.out())).isEqualTo(withoutId(shown));
        }
    }

    private static String withoutId(String text) {
        return text.replaceAll("query [0-9a-f-]{36}", "query …");
    }
}
