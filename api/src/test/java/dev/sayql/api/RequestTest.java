package dev.sayql.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sayql.core.execution.Execution;
import dev.sayql.core.generation.Decline;
import dev.sayql.core.generation.Generator;
import dev.sayql.core.generation.Proposal;
import dev.sayql.core.history.HistoryUnavailableException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RequestTest {

    private static final Generator DECLINES = (question, context, trials) -> new Proposal.Declined(
            new Decline(
                    Decline.Reason.UNKNOWN_WORDS,
                    "I do not know the word 'weather'.",
                    List.of("weather"),
                    List.of("orders")),
            Optional.empty());

    private final FakeFlow flow = new FakeFlow(DECLINES, new Execution.Cancelled());

    @AfterEach
    void close() {
        flow.close();
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        Reply reply = generate("""
                {"natural_language_query": "", "selected_tables": [], "execute": "yes", "max_rows": 0,
                 "source": "../etc", "colour": 1}
                """);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.contentType()).isEqualTo("application/problem+json");
        assertThat(fieldsOf(reply))
                .containsExactlyInAnyOrder(
                        "natural_language_query", "selected_tables", "execute", "max_rows", "source", "colour");
        assertThat(flow.recorded).isEmpty();
    }

    @Test
    void aMissingQuestionIsNamed() {
        assertThat(fieldsOf(generate("{}"))).containsExactly("natural_language_query");
        assertThat(fieldsOf(generate("{\"natural_language_query\": null}"))).containsExactly("natural_language_query");
    }

    @Test
    void aQuestionHasAtMostFourThousandCharacters() {
        assertThat(generate("{\"natural_language_query\": \"" + "a".repeat(4_000) + "\"}")
                        .status())
                .isEqualTo(200);
        assertThat(fieldsOf(generate("{\"natural_language_query\": \"" + "a".repeat(4_001) + "\"}")))
                .containsExactly("natural_language_query");
    }

    @Test
    void controlCharactersAreRefused() {
        assertThat(fieldsOf(generate("{\"natural_language_query\": \"orders\\u0000\"}")))
                .containsExactly("natural_language_query");
        assertThat(fieldsOf(generate("{\"natural_language_query\": \"orders\\u001b[31m\"}")))
                .containsExactly("natural_language_query");
    }

    @Test
    void whatIsNotOneJsonObjectIsRefused() {
        for (String body : List.of("", "[]", "null", "\"text\"", "{", "{} {}", "{\"a\":1,\"a\":2}", "{'a':1}")) {
            Reply reply = generate(body);
            assertThat(reply.status()).as(body).isEqualTo(400);
            assertThat(Json.read(reply.body()).orElseThrow().get("type").textValue())
                    .isEqualTo("/problems/malformed-request");
        }
    }

    @Test
    void withoutAKnownKeyNobodyGetsIn() {
        for (Map<String, String> headers :
                List.of(Map.<String, String>of(), Map.of("x-api-key", ""), Map.of("x-api-key", "other"))) {
            Reply reply = flow.call(
                    "POST",
                    "/query/generate",
                    Request.of(headers, Map.of(), "{\"natural_language_query\": \"orders\"}"));
            assertThat(reply.status()).isEqualTo(401);
        }
        assertThat(flow.recorded).isEmpty();
    }

    @Test
    void anExchangeIsFoundAgainAndAnUnknownOneIsNot() {
        JsonNode answer = body(generate("{\"natural_language_query\": \"weather\"}"));
        String id = answer.get("query_id").textValue();

        JsonNode exchange = body(flow.call("GET", "/query/{id}", Map.of("id", id), ""));
        assertThat(exchange.get("query_id").textValue()).isEqualTo(id);
        assertThat(exchange.get("natural_language_query").textValue()).isEqualTo("weather");
        assertThat(exchange.get("ending").textValue()).isEqualTo("declined");
        assertThat(exchange.get("success").booleanValue()).isFalse();

        for (String unknown : List.of("00000000-0000-0000-0000-000000000000", "x", "", id + " ")) {
            assertThat(flow.call("GET", "/query/{id}", Map.of("id", unknown), "")
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void anExchangeKeepsTheTypeOfItsRefusal() {
        Map<String, String> types = Map.of(
                "DELETE FROM orders",
                "security",
                "SELECT colour FROM orders",
                "validation",
                "SELECT FROM WHERE",
                "syntax");
        types.forEach((sql, type) -> {
            try (FakeFlow refusing = new FakeFlow(FakeFlow.proposing(sql), new Execution.Cancelled())) {
                JsonNode answer =
                        body(refusing.call("POST", "/query/generate", "{\"natural_language_query\": \"orders\"}"));
                String id = answer.get("query_id").textValue();
                JsonNode exchange = body(refusing.call("GET", "/query/{id}", Map.of("id", id), ""));
                assertThat(answer.get("error_type").textValue()).isEqualTo(type);
                assertThat(exchange.get("error_type").textValue()).isEqualTo(type);
            }
        });
    }

    @Test
    void readinessTellsTheTruth() {
        Reply ready = flow.call("GET", "/health/ready", "");
        assertThat(ready.status()).isEqualTo(200);
        assertThat(ready.body())
                .isEqualTo("{\"status\":\"ready\",\"parts\":{\"system_database\":\"up\"},\"models\":\"absent\"}");
    }

    @Test
    void anUnexpectedFailureIsAProblemWithAnErrorIdAndStillAnExchange() {
        Generator broken = (question, context, trials) -> {
            throw new IllegalStateException("secret detail of db.internal");
        };
        try (FakeFlow failing = new FakeFlow(broken, new Execution.Cancelled())) {
            Reply reply = failing.call("POST", "/query/generate", "{\"natural_language_query\": \"orders\"}");

            assertThat(reply.status()).isEqualTo(500);
            assertThat(reply.body()).doesNotContain("secret", "db.internal", "IllegalState", "Exception");
            assertThat(failing.failures)
                    .containsExactly(body(reply).get("error_id").textValue());
            assertThat(failing.recorded).hasSize(1);
        }
    }

    @Test
    void withoutHistoryThereIsNoAnswer() {
        Generator broken = (question, context, trials) -> {
            throw new HistoryUnavailableException(new IllegalStateException("down"));
        };
        try (FakeFlow failing = new FakeFlow(broken, new Execution.Cancelled())) {
            Reply reply = failing.call("POST", "/query/generate", "{\"natural_language_query\": \"orders\"}");

            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.headers()).containsEntry("Retry-After", "5");
            assertThat(body(reply).get("type").textValue()).isEqualTo("/problems/history-unavailable");
        }
    }

    private Reply generate(String body) {
        return flow.call("POST", "/query/generate", body);
    }

    private static JsonNode body(Reply reply) {
        return Json.read(reply.body()).orElseThrow();
    }

    private static List<String> fieldsOf(Reply reply) {
        assertThat(reply.status()).isEqualTo(400);
        return body(reply).get("errors").findValuesAsText("field");
    }
}
