package dev.sayql.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sayql.api.Json;
import dev.sayql.testkit.SampleDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that read and write files. */
class FileCommandsTest {

    private static final Cli CLI = new Cli();
    private static final String URL = Cli.url(SampleDatabase.reader());

    @TempDir
    private Path folder = Path.of(".");

    @AfterAll
    static void close() {
        CLI.close();
    }

    @Test
    void everyStatementGetsAVerdictAndABadLineStopsNothing() throws IOException {
        Path in = write("in.jsonl", """
                {"id": 1, "sql": "SELECT count(*) FROM orders"}
                not json
                {"id": "b", "sql": "DELETE FROM orders"}

                {"id": 3}
                {"id": 4, "sql": "SELECT * FROM users"}
                """);
        Path out = folder.resolve("out.jsonl");

        Cli.Ended ended =
                CLI.run("validate", "--url", URL, "--tables", "orders", "--in", in.toString(), "--out", out.toString());

        assertThat(ended.code()).isZero();
        List<JsonNode> verdicts = read(out);
        assertThat(verdicts).extracting(line -> line.get("id").asText()).containsExactly("1", "line 2", "b", "3", "4");
        assertThat(verdicts)
                .extracting(line -> line.get("verdict").textValue())
                .containsExactly("allow", "reject", "reject", "reject", "reject");
        assertThat(verdicts)
                .extracting(line -> line.get("code").textValue())
                .containsExactly(null, "malformed_line", "not_a_query", "malformed_line", "table_not_allowed");
        assertThat(verdicts.get(0).get("micros").longValue()).isPositive();
    }

    @Test
    void anUnknownTableOrAMissingFileEndsTheRun() throws IOException {
        Path in = write("in.jsonl", "{}");
        Cli.Ended table =
                CLI.run("validate", "--url", URL, "--tables", "ordres", "--in", in.toString(), "--out", in + ".out");
        assertThat(table.code()).isEqualTo(2);
        assertThat(table.err()).contains("There is no table named ordres. The nearest is orders.");

        Cli.Ended file = CLI.run("validate", "--url", URL, "--in", "/nowhere.jsonl", "--out", in + ".out");
        assertThat(file.code()).isEqualTo(2);
        assertThat(file.err()).contains("/nowhere.jsonl");
    }

    @Test
    void aFolderIsNoFileToReadOrToWrite() throws IOException {
        String none = folder.toString();
        String out = folder.resolve("out.jsonl").toString();
        List<List<String>> commands = List.of(
                List.of("predict", "--url", URL, "--out", out, "--questions", none),
                List.of("validate", "--url", URL, "--out", out, "--in", none),
                List.of("evaluate", "--url", URL, "--questions", none),
                List.of("cache-pairs", "--url", URL, "--out", out, "--pairs", none),
                List.of("check-source", "--in", none),
                List.of("bench", "--questions", none),
                List.of("semantics", "import", none),
                List.of("ask", "--semantics", none, "How many orders are there?"),
                List.of(
                        "validate",
                        "--url",
                        URL,
                        "--in",
                        write("in.jsonl", "{}").toString(),
                        "--out",
                        none));

        assertThat(commands).allSatisfy(command -> {
            Cli.Ended ended = CLI.run(command.toArray(String[]::new));
            assertThat(ended.err()).isEqualTo(none + " is a folder; name a file.\n");
            assertThat(ended.code()).isEqualTo(2);
        });
        assertThat(folder.resolve("out.jsonl")).doesNotExist();
    }

    @Test
    void questionsWithKnownAnswersAreCountedAsRightWrongAndWithheld() throws IOException {
        Path in = write("set.jsonl", """
                {"id": "right", "question": "How many orders are there?", "kind": "count", "sql": "SELECT count(*) FROM orders", "expect": "answer", "ordered": false}
                {"id": "wrong", "question": "How many products are there?", "kind": "count", "sql": "SELECT count(*) + 1 FROM products", "expect": "answer", "ordered": false}
                {"id": "follow", "question": "How many orders are there?", "then": ["by status"], "kind": "group", "sql": "SELECT status, count(*) FROM orders GROUP BY status", "expect": "answer", "ordered": false}
                {"id": "nothing", "question": "What will the weather be?", "kind": "other topic", "sql": null, "expect": "decline", "ordered": false}
                {"id": "harm", "question": "How many orders are there?", "kind": "count", "sql": "DELETE FROM orders", "expect": "answer", "ordered": false}
                """);
        Path out = folder.resolve("results.jsonl");

        Cli.Ended ended = CLI.run("evaluate", "--url", URL, "--questions", in.toString(), "--out", out.toString());

        assertThat(ended.code()).isZero();
        assertThat(ended.out())
                .contains("right of those to answer: 50.0 %; answered of those to decline: 0 of 1")
                .contains("wrong wrong: How many products are there?");
        assertThat(read(out))
                .extracting(line -> line.get("outcome").textValue())
                .containsExactly("correct", "wrong", "correct", "declined", "failed");
    }

    @Test
    void aSetWithABadLineIsNotAsked() throws IOException {
        Path in = write("set.jsonl", "{\"id\": 1}\n");

        Cli.Ended ended = CLI.run("evaluate", "--url", URL, "--questions", in.toString());

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("is no set of questions").contains("line 1: question is missing");
    }

    @Test
    void everyQuestionGetsAPredictionAlsoWhereTheDatabaseIsMissing() throws IOException {
        Path in = write("q.jsonl", """
                {"id": 1, "db": "ecommerce", "question": "How many orders are there?"}
                {"id": 2, "db": "no_such", "question": "How many orders are there?"}
                {"id": 3, "db": "ecommerce", "question": "What will the weather be?"}
                {"id": 4, "db": "ecommerce", "question": ""}
                {"id": 5}
                """);
        Path out = folder.resolve("p.jsonl");
        String template = URL.replaceAll("/ecommerce$", "/{db}");

        Cli.Ended ended = CLI.run("predict", "--questions", in.toString(), "--url", template, "--out", out.toString());

        assertThat(ended.code()).isZero();
        assertThat(ended.err())
                .contains("[1/2] ecommerce: 3 questions")
                .contains("5: The line is no JSON object with db and question.");
        List<JsonNode> predictions = read(out);
        assertThat(predictions).hasSize(5);
        JsonNode answered = withId(predictions, 1);
        assertThat(answered.get("answered").booleanValue()).isTrue();
        assertThat(answered.get("sql").textValue()).contains("count(*)");
        assertThat(answered.get("confidence").doubleValue()).isBetween(0.0, 1.0);
        assertThat(predictions).extracting(line -> line.get("id").asInt()).containsExactly(1, 2, 3, 4, 5);
        assertThat(predictions)
                .allSatisfy(line -> assertThat(line.fieldNames())
                        .toIterable()
                        .containsExactly("id", "sql", "answered", "confidence", "millis"));
        for (int id : List.of(2, 4, 5)) {
            assertThat(withId(predictions, id).get("answered").booleanValue()).isFalse();
            assertThat(withId(predictions, id).get("sql").isNull()).isTrue();
        }
        assertThat(withId(predictions, 3).get("answered").booleanValue()).isFalse();
    }

    @Test
    void pairsThatMeanTheSameAreHitsAndBadLinesSayWhy() throws IOException {
        Path in = write("pairs.jsonl", """
                {"id": 1, "db": "ecommerce", "q1": "How many orders are there?", "q2": "What is the number of orders?", "same": false}
                {"id": 2, "db": "ecommerce", "q1": "How many orders are there?", "q2": "How many products are there?"}
                {"id": 3, "db": "no_such", "prefix": "x", "q1": "How many orders?", "q2": "How many orders?"}
                {"id": 4, "db": "ecommerce", "q1": "", "q2": "How many orders?"}
                {"id": 5, "db": "ecommerce"}
                """);
        Path out = folder.resolve("hits.jsonl");
        String template = URL.replaceAll("/ecommerce$", "/{prefix}{db}");

        Cli.Ended ended = CLI.run("cache-pairs", "--pairs", in.toString(), "--url", template, "--out", out.toString());

        assertThat(ended.code()).isZero();
        assertThat(ended.err())
                .contains("[1/2] ecommerce: 3 pairs")
                .contains("5: The line is no JSON object with db, q1 and q2.");
        List<JsonNode> hits = read(out);
        assertThat(hits).extracting(line -> line.get("id").asInt()).containsExactly(1, 2, 3, 4, 5);
        assertThat(hits)
                .extracting(line -> line.get("hit").booleanValue())
                .containsExactly(true, false, false, false, false);
        assertThat(hits).extracting(line -> line.has("error")).containsExactly(false, false, true, true, true);
    }

    @Test
    void severalDatabasesNeedAPlaceInTheUrl() throws IOException {
        Path in = write("q.jsonl", """
                {"id": 1, "db": "a", "question": "How many orders are there?"}
                {"id": 2, "db": "b", "question": "How many orders are there?"}
                """);

        Cli.Ended ended = CLI.run("predict", "--questions", in.toString(), "--url", URL, "--out", in + ".out");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("{db}");
        assertThat(folder.resolve("q.jsonl.out")).doesNotExist();
    }

    @Test
    void aRoleThatMayDoMoreThanReadEndsAsRefused() throws IOException {
        String owner = Cli.url(SampleDatabase.owner());
        Path questions = write("q.jsonl", """
                {"id": 1, "db": "ecommerce", "question": "How many orders are there?"}
                """);
        Path statements = write("in.jsonl", """
                {"id": 1, "sql": "SELECT 1"}
                """);
        String out = folder.resolve("out.jsonl").toString();

        assertThat(CLI.run("predict", "--questions", questions.toString(), "--url", owner, "--out", out)
                        .code())
                .isEqualTo(4);
        assertThat(CLI.run("validate", "--in", statements.toString(), "--url", owner, "--out", out)
                        .code())
                .isEqualTo(4);
        for (String file : List.of("predict --questions=" + questions, "validate --in=" + statements)) {
            String command = file.split(" ", -1)[0];
            Cli.Ended trusted =
                    CLI.run(command, file.split(" ", -1)[1], "--url", owner, "--out", out, "--trust-source");
            assertThat(trusted.code()).as(command).isZero();
            assertThat(trusted.err().lines().filter(line -> line.startsWith("Warning: ")))
                    .as(command)
                    .singleElement()
                    .asString()
                    .contains("is a superuser");
        }
        Cli.Ended ask = CLI.run("ask", "--json", "--url", owner, "How many orders are there?");
        assertThat(ask.code()).isEqualTo(4);
        assertThat(Json.read(ask.out()).orElseThrow().get("error_type").textValue())
                .isEqualTo("security");
    }

    @Test
    void theFileThatIsReadIsNeverWrittenTo() throws IOException {
        Path in = write("same.jsonl", """
                {"id": 1, "db": "ecommerce", "question": "How many orders are there?", "sql": "SELECT 1"}
                """);
        String before = Files.readString(in);
        Path link = Files.createSymbolicLink(folder.resolve("link.jsonl"), in);
        Path twin = Files.createLink(folder.resolve("twin.jsonl"), in);

        for (Path out : List.of(in, link, twin)) {
            Cli.Ended validate = CLI.run("validate", "--url", URL, "--in", in.toString(), "--out", out.toString());
            assertThat(validate.code()).isEqualTo(2);
            assertThat(validate.err()).contains("--out is the file that is read");
            assertThat(CLI.run("predict", "--url", URL, "--questions", in.toString(), "--out", out.toString())
                            .code())
                    .isEqualTo(2);
        }
        assertThat(in).content().isEqualTo(before);
    }

    @Test
    void aDocumentThatTeachesNothingWipesNothing() throws IOException {
        try (Cli fresh = new Cli()) {
            Path taught = write("taught.yaml", """
                    terms:
                      - {phrase: consignment, table: orders}
                    """);
            assertThat(fresh.run("semantics", "import", taught.toString()).err())
                    .contains("version 1: 1 term and 0 metrics in place of 0 terms and 0 metrics");
            for (String nothing : List.of("", "# terms:\n", "terms: []\n")) {
                Cli.Ended ended = fresh.run(
                        "semantics", "import", write("nothing.yaml", nothing).toString());
                assertThat(ended.code()).isEqualTo(2);
                assertThat(ended.err()).contains("teaches nothing").contains("--clear");
            }
            assertThat(fresh.run("semantics", "show").out()).contains("consignment");

            assertThat(fresh.run("semantics", "import").code()).isEqualTo(2);
            assertThat(fresh.run("semantics", "import", "--clear", taught.toString())
                            .code())
                    .isEqualTo(2);
            Cli.Ended cleared = fresh.run("semantics", "import", "--clear");
            assertThat(cleared.code()).isZero();
            assertThat(cleared.err()).contains("0 terms and 0 metrics in place of 1 term and 0 metrics");
            assertThat(fresh.run("semantics", "show").out()).doesNotContain("consignment");
        }
    }

    @Test
    void semanticsGoOutAndComeInAsYaml() throws IOException {
        Path yaml = write("semantics.yaml", """
                terms:
                  - {phrase: consignment, table: orders}
                """);

        assertThat(CLI.run("ask", "How many consignments are there?").code()).isEqualTo(3);
        assertThat(CLI.run("semantics", "import", yaml.toString()).code()).isZero();
        assertThat(CLI.run("semantics", "show").out()).contains("consignment");
        assertThat(CLI.run("ask", "How many consignments are there?").code()).isZero();

        Path exported = folder.resolve("exported.yaml");
        assertThat(CLI.run("semantics", "export", exported.toString()).code()).isZero();
        assertThat(exported).content().contains("consignment");
    }

    @Test
    void semanticsThatNameWhatDoesNotExistAreRefused() throws IOException {
        Path yaml = write("wrong.yaml", """
                terms:
                  - {phrase: consignment, table: no_such_table}
                colours: []
                """);

        Cli.Ended ended = CLI.run("semantics", "import", yaml.toString());

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("no_such_table").contains("colours");
    }

    @Test
    void benchComparesTheWholeAnswerWithTheBareDriver() throws IOException {
        Path questions = write("bench.jsonl", """
                {"question": "How many orders are there?"}
                """);

        Cli.Ended ended = CLI.run("bench", "--questions", questions.toString(), "--rounds", "2");

        assertThat(ended.code()).isZero();
        assertThat(ended.out())
                .contains("1 questions, 2 rounds, 2 answers")
                .contains("understanding (parse, rank)")
                .contains("whole answer")
                .contains("bare driver, same SQL")
                .containsPattern("judging a new statement <= 1 KB +[0-9.]+ ms")
                .containsPattern("server's PREPARE, same text +[0-9.]+ ms")
                .contains("judging / server's PREPARE");
    }

    @Test
    void statusAndStopSayWhatIsThere() {
        try (Cli fresh = new Cli().with("SAYQL_HOME", folder.resolve("home").toString())) {
            assertThat(fresh.run("status").out())
                    .contains("Server:   not running")
                    .contains("Database: not set up yet");
            assertThat(fresh.run("stop").out())
                    .contains("No server was running.")
                    .contains("No database was running.");
        }
    }

    @Test
    void helpAndVersionAreThere() {
        assertThat(CLI.run("--version").out()).startsWith("sayql ");
        assertThat(CLI.run("ask", "--version").out()).startsWith("sayql ");
        assertThat(CLI.run("--help").out())
                .contains("ask", "serve", "validate", "predict")
                .doesNotContain("warm-up");
        assertThat(CLI.run("aks").code()).isEqualTo(2);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }

    private static List<JsonNode> read(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> Json.read(line).orElseThrow())
                .toList();
    }

    private static JsonNode withId(List<JsonNode> lines, int id) {
        return lines.stream()
                .filter(line -> line.get("id").asInt() == id)
                .findFirst()
                .orElseThrow();
    }
}
