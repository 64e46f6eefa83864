package dev.sayql.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sayql.core.answer.Answer;
import dev.sayql.core.execution.Cell;
import dev.sayql.core.execution.Execution;
import dev.sayql.core.execution.Explanation;
import dev.sayql.core.execution.Rows;
import dev.sayql.core.execution.SourceError;
import dev.sayql.core.generation.Clarification;
import dev.sayql.core.generation.Decline;
import dev.sayql.core.generation.Generator;
import dev.sayql.core.generation.Proposal;
import dev.sayql.core.schema.SourceUnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every ending on the wire, held to the files beside this test; the query id differs from run to run. */
class AnswerObjectTest {

    private static final String SELECT = "SELECT count(*) AS n FROM orders";
    private static final Execution ONE_ROW = new Execution.Done(new Rows(
            List.of(new Rows.Column("n", "bigint")),
            List.of(List.of(new Cell.Decimal(BigDecimal.valueOf(42)))),
            false,
            Duration.ofMillis(3)));

    @Test
    void answered() throws IOException {
        Reply reply = ask(FakeFlow.proposing(SELECT), ONE_ROW);
        assertGolden("answered", 200, reply);
    }

    @Test
    void truncatedWithACaveat() throws IOException {
        Execution cut = new Execution.Done(new Rows(
                List.of(new Rows.Column("status", "text")),
                List.of(List.of(new Cell.Text("open"))),
                true,
                Duration.ofMillis(3)));
        assertGolden("truncated", 200, ask(FakeFlow.proposing("SELECT status FROM orders LIMIT 9"), cut));
    }

    @Test
    void declined() throws IOException {
        Generator declines = (question, context, trials) -> new Proposal.Declined(
                new Decline(
                        Decline.Reason.UNKNOWN_WORDS,
                        "I do not know 'weather'.",
                        List.of("weather"),
                        List.of("orders", "status")),
                Optional.empty());
        assertGolden("declined", 200, ask(declines, ONE_ROW));
    }

    @Test
    void askedBack() throws IOException {
        Generator unclear = (question, context, trials) -> new Proposal.Unclear(
                new Clarification("Which date is meant?", List.of("order date", "payment date")), Optional.empty());
        assertGolden("asked-back", 200, ask(unclear, ONE_ROW));
    }

    @Test
    void refusedForSecurity() throws IOException {
        assertGolden("refused-security", 403, ask(FakeFlow.proposing("DELETE FROM orders"), ONE_ROW));
    }

    @Test
    void refusedAsInvalid() throws IOException {
        assertGolden("refused-validation", 403, ask(FakeFlow.proposing("SELECT colour FROM orders"), ONE_ROW));
    }

    @Test
    void refusedForSyntax() {
        Reply reply = ask(FakeFlow.proposing("SELECT FROM WHERE"), ONE_ROW);
        assertThat(reply.status()).isEqualTo(403);
        assertThat(body(reply).get("error_type").textValue()).isEqualTo("syntax");
    }

    @Test
    void tooExpensive() {
        Reply reply = askWith(new Explanation.TooExpensive(1e9, 1e9), ONE_ROW);
        assertThat(reply.status()).isEqualTo(403);
        assertThat(body(reply).get("error_type").textValue()).isEqualTo("validation");
        assertThat(body(reply).get("generated_sql").textValue()).contains("count");
    }

    @Test
    void tooSlow() throws IOException {
        Reply reply = ask(FakeFlow.proposing(SELECT), new Execution.TimedOut(Duration.ofSeconds(30)));
        assertGolden("too-slow", 504, reply);
        assertThat(reply.headers()).containsEntry("Retry-After", "5");
    }

    @Test
    void failedInTheSource() throws IOException {
        Execution failed = new Execution.Failed(new SourceError("22012", "Division by zero."));
        assertGolden("failed-in-source", 200, ask(FakeFlow.proposing(SELECT), failed));
    }

    @Test
    void cancelled() {
        Reply reply = ask(FakeFlow.proposing(SELECT), new Execution.Cancelled());
        assertThat(reply.status()).isEqualTo(200);
        assertThat(body(reply).get("success").booleanValue()).isFalse();
        assertThat(body(reply).get("error_type").textValue()).isEqualTo("execution");
    }

    @Test
    void sourceDown() {
        Generator down = (question, context, trials) -> {
            throw new SourceUnavailableException(
                    SourceUnavailableException.Reason.UNREACHABLE, "The database cannot be reached.");
        };
        Reply reply = ask(down, ONE_ROW);
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.headers()).containsEntry("Retry-After", "5");
        assertThat(body(reply).get("error_type").textValue()).isEqualTo("execution");
        assertThat(body(reply).get("explanation").textValue()).isEqualTo("The database cannot be reached.");
    }

    @Test
    void aRoleThatMayDoMoreThanReadIsRefused() {
        Generator powerful = (question, context, trials) -> {
            throw new SourceUnavailableException(
                    SourceUnavailableException.Reason.TOO_POWERFUL_ROLE, "The role may write.");
        };
        Reply reply = ask(powerful, ONE_ROW);
        assertThat(reply.status()).isEqualTo(403);
        assertThat(body(reply).get("error_type").textValue()).isEqualTo("security");
        assertThat(body(reply).get("explanation").textValue()).isEqualTo("The role may write.");
    }

    @Test
    void unknownTables() {
        Reply reply = askFor("{\"natural_language_query\": \"orders\", \"selected_tables\": [\"ordes\"]}");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(body(reply).get("detail").textValue()).contains("ordes").contains("orders");
        assertThat(body(reply).get("query_id").textValue()).isNotBlank();
    }

    @Test
    void unknownSource() {
        Reply reply = askFor("{\"natural_language_query\": \"orders\", \"source\": \"theirs\"}");
        assertThat(reply.status()).isEqualTo(404);
        assertThat(body(reply).get("type").textValue()).isEqualTo("/problems/not-found");
    }

    @Test
    void withoutExecutionThereAreNoRows() {
        Reply reply = askFor("{\"natural_language_query\": \"orders\", \"execute\": false}");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(body(reply).get("success").booleanValue()).isTrue();
        assertThat(body(reply).get("results").isEmpty()).isTrue();
        assertThat(body(reply).get("checks").get("truncation").textValue()).isEqualTo("not_checked");
    }

    @Test
    void everyEndingHasItsExitCode() {
        assertThat(Outcome.of(new Answer.Failed("id")).exitCode()).isEqualTo(1);
        assertThat(Outcome.of(new Answer.UnknownTables(List.of("a"), List.of())).exitCode())
                .isEqualTo(2);
        assertThat(Outcome.of(new Answer.NeedsClarification(new Clarification("?", List.of())))
                        .exitCode())
                .isEqualTo(3);
        assertThat(Outcome.of(new Answer.SourceUnavailable(SourceUnavailableException.Reason.OVERLOADED, "busy"))
                        .exitCode())
                .isEqualTo(5);
    }

    @Test
    void cellsKeepEveryDigitAndEveryMeaning() {
        List<Cell> cells = List.of(
                new Cell.Null(),
                new Cell.Bool(true),
                number("9007199254740992"),
                number("9007199254740993"),
                number("-9007199254740993.5"),
                number("1200.50"),
                number("1E+3"),
                new Cell.Real(0.1),
                new Cell.Real(Double.NaN),
                new Cell.Real(Double.NEGATIVE_INFINITY),
                new Cell.Text("2026-03-15T09:00:00+00:00"),
                new Cell.Text("\\x00ff"),
                new Cell.Text("\"quoted\" </script> \u2028"),
                new Cell.Json("[1, null, {\"a\": 2}]"));
        List<String> names =
                IntStream.range(0, cells.size()).mapToObj(i -> "c" + i).toList();

        assertThat(Json.write(new Results(names, List.of(cells))))
                .isEqualTo("[{\"c0\":null,\"c1\":true,\"c2\":9007199254740992,\"c3\":\"9007199254740993\","
                        + "\"c4\":\"-9007199254740993.5\",\"c5\":1200.50,\"c6\":1000,\"c7\":0.1,\"c8\":\"NaN\","
                        + "\"c9\":\"-Infinity\",\"c10\":\"2026-03-15T09:00:00+00:00\",\"c11\":\"\\\\x00ff\","
                        + "\"c12\":\"\\\"quoted\\\" </script> \u2028\",\"c13\":[1, null, {\"a\": 2}]}]");
    }

    private static Cell number(String digits) {
        return new Cell.Decimal(new BigDecimal(digits));
    }

    private static Reply ask(Generator generator, Execution ending) {
        try (FakeFlow flow = new FakeFlow(generator, ending)) {
            return flow.call("POST", "/query/generate", "{\"natural_language_query\": \"How many orders?\"}");
        }
    }

    private static Reply askWith(Explanation explanation, Execution ending) {
        try (FakeFlow flow = new FakeFlow(FakeFlow.proposing(SELECT), new FakeFlow.FakeExecutor(explanation, ending))) {
            return flow.call("POST", "/query/generate", "{\"natural_language_query\": \"How many orders?\"}");
        }
    }

    private static Reply askFor(String body) {
        try (FakeFlow flow = new FakeFlow(FakeFlow.proposing(SELECT), ONE_ROW)) {
            return flow.call("POST", "/query/generate", body);
        }
    }

    private static JsonNode body(Reply reply) {
        return Json.read(reply.body()).orElseThrow();
    }

    private static void assertGolden(String name, int status, Reply reply) throws IOException {
        assertThat(reply.status()).isEqualTo(status);
        String written =
                Json.writePretty(body(reply)).replaceAll("\"query_id\" : \"[0-9a-f-]{36}\"", "\"query_id\" : \"…\"")
                        + "\n";
        if (Boolean.getBoolean("sayql.golden.write")) {
            Files.writeString(Path.of("src/test/resources/dev/sayql/api", name + ".json"), written);
        }
        try (InputStream golden = AnswerObjectTest.class.getResourceAsStream(name + ".json")) {
            assertThat(golden).as("golden file %s", name).isNotNull();
            assertThat(written).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
