package dev.sayql.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sayql.core.execution.Cancellation;
import dev.sayql.core.execution.Execution;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CacheCallsTest {

    private static final String SQL = "SELECT 1 AS one";

    private final FakeFlow flow = new FakeFlow(FakeFlow.proposing(SQL), new Execution.Cancelled());

    @AfterEach
    void close() {
        flow.close();
    }

    private static JsonNode body(Reply reply, int status) {
        assertThat(reply.status()).isEqualTo(status);
        return Json.read(reply.body()).orElseThrow();
    }

    @Test
    void tellsATeamWhatItsAnswersAreGoodFor() {
        JsonNode counted = body(flow.call("GET", "/cache", ""), 200);

        assertThat(counted.get("entries").longValue()).isEqualTo(7);
        assertThat(counted.get("hits").longValue()).isEqualTo(3);
        assertThat(counted.get("misses").longValue()).isEqualTo(1);
        assertThat(counted.get("hit_rate").doubleValue()).isEqualTo(0.75);
        assertThat(counted.get("saved_usd").decimalValue()).isEqualByComparingTo("0.0123");
    }

    @Test
    void forgetsATeamsAnswersOrThoseAboutOneSource() {
        assertThat(body(flow.call("DELETE", "/cache", ""), 200).get("cleared").intValue())
                .isEqualTo(7);
        Request aboutOne = new Request(
                Map.of("x-api-key", FakeFlow.KEY),
                Map.of(),
                Map.of("source", List.of("shop")),
                "127.0.0.1",
                "",
                Cancellation.never(),
                Onlooker.nobody());
        assertThat(body(flow.call("DELETE", "/cache", aboutOne), 200)
                        .get("cleared")
                        .intValue())
                .isEqualTo(2);

        assertThat(flow.answers.forgotten).containsExactly("demo", "demo shop");
    }

    private void say(String feedback) {
        JsonNode answer = body(
                flow.call("POST", "/query/generate", "{\"natural_language_query\": \"One?\", \"execute\": false}"),
                200);
        Reply reply = flow.call(
                "POST",
                "/query/feedback",
                "{\"query_id\": \"" + answer.get("query_id").textValue() + "\", " + feedback + "}");
        assertThat(reply.status()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"user_feedback_type\": \"thumbs_down\"", "\"user_rating\": 2"})
    void forgetsAStatementThatSomebodyFoundWrong(String feedback) {
        say(feedback);

        assertThat(flow.answers.forgotten).singleElement().asString().startsWith("demo shop SELECT 1 AS ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"user_feedback_type\": \"thumbs_up\"",
                "\"user_rating\": 3",
                "\"user_feedback_text\": \"Well.\""
            })
    void keepsAStatementThatNobodyFoundWrong(String feedback) {
        say(feedback);

        assertThat(flow.answers.forgotten).isEmpty();
    }
}
