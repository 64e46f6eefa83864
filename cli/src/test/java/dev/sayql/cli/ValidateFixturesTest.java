package dev.sayql.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sayql.testkit.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every fixture of the validator, judged by the command that users have, against the database the fixtures speak of. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ValidateFixturesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FIXTURES = Path.of("..", "sql", "src", "test", "resources");
    private static final String TABLES = "public.users,public.regions,public.categories,public.products,public.orders,"
            + "public.order_items,public.payments,public.reviews,public.customers,public.events,public.Mixed Case,"
            + "sales.targets,sales.orders,public.revenue_by_region,public.top_selling_products,public.daily_sales,"
            + "public.measurements";

    private final Cli cli = new Cli();
    private final TestDatabase database = TestDatabase.create("fixtures", shop());

    private static String shop() {
        try {
            return Files.readString(Path.of("..", "jdbc", "src", "test", "resources", "shop.sql"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    void close() {
        cli.close();
        database.close();
    }

    @Test
    void everyAcceptedStatementIsAllowed(@TempDir Path folder) throws IOException {
        List<JsonNode> verdicts = verdicts("accepted", folder);
        assertThat(verdicts).hasSizeGreaterThan(700);
        assertThat(verdicts)
                .filteredOn(verdict -> !verdict.get("verdict").asText().equals("allow"))
                .isEmpty();
    }

    @Test
    void everyRejectedStatementIsRejectedWithACode(@TempDir Path folder) throws IOException {
        List<JsonNode> verdicts = verdicts("rejected", folder);
        assertThat(verdicts).hasSizeGreaterThan(700);
        assertThat(verdicts)
                .filteredOn(verdict -> !verdict.get("verdict").asText().equals("reject")
                        || verdict.path("code").asText().equals("parser_busy"))
                .isEmpty();
    }

    private List<JsonNode> verdicts(String kind, Path folder) throws IOException {
        Path in = folder.resolve("in.jsonl");
        Path out = folder.resolve("out.jsonl");
        Path policy = Files.writeString(folder.resolve("policy.yaml"), "views: [revenue_by_region]\n");
        List<String> lines = new ArrayList<>();
        for (String statement : statements(kind)) {
            lines.add(JSON.writeValueAsString(
                    JSON.createObjectNode().put("id", lines.size()).put("sql", statement)));
        }
        Files.write(in, lines);
        Cli.Ended ended = cli.run(
                "validate",
                "--url",
                Cli.url(database.reader()),
                "--policy",
                policy.toString(),
                "--tables",
                TABLES,
                "--in",
                in.toString(),
                "--out",
                out.toString());
        assertThat(ended.code()).as(ended.err()).isZero();
        List<JsonNode> verdicts = new ArrayList<>();
        for (String line : Files.readAllLines(out)) {
            verdicts.add(JSON.readTree(line));
        }
        assertThat(verdicts).hasSameSizeAs(lines);
        return verdicts;
    }

    private static List<String> statements(String kind) throws IOException {
        List<String> statements = new ArrayList<>();
        try (Stream<Path> files = Files.list(FIXTURES.resolve(kind))) {
            for (Path file : files.sorted().toList()) {
                statements.addAll(List.of(Files.readString(file).split("\n\n(?=-- )")));
            }
        }
        return statements;
    }
}
