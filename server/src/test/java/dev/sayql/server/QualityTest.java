package dev.sayql.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sayql.api.Json;
import dev.sayql.server.Service.Answered;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of questions, and what people make of it. */
@TestInstance(Lifecycle.PER_CLASS)
class QualityTest {

    private final Service service;
    private final String key;

    QualityTest(@TempDir Path home) {
        service = new Service("quality", home);
        key = service.key();
    }

    @AfterAll
    void close() {
        service.close();
    }

    private Answered post(String path, String body) {
        return service.call(key, "POST", path, Map.of(), body);
    }

    private Answered ask(String question) {
        return post("/query/generate", Json.write(Map.of("natural_language_query", question)));
    }

    private Answered get(String path, String query) {
        return service.get(key, path, Map.of(), query);
    }

    @Test
    void correctedSqlIsReviewedAndThenAnswersItsQuestion() {
        String question = "How many products are there?";
        String id = ask(question).text("query_id");
        assertThat(post(
                                "/query/feedback",
                                Json.write(Map.of(
                                        "query_id",
                                        id,
                                        "user_feedback_type",
                                        "thumbs_down",
                                        "user_feedback_reasons",
                                        List.of("wrong_filter"),
                                        "corrected_sql",
                                        "SELECT count(*) AS active FROM products WHERE is_active")))
                        .status())
                .isEqualTo(204);
        JsonNode exchange =
                service.get(key, "/query/{id}", Map.of("id", id), "").json();
        assertThat(exchange.get("user_feedback_type").textValue()).isEqualTo("thumbs_down");

        JsonNode waiting = get("/review/queue", "").json().at("/verified_queries/0");
        assertThat(waiting.get("natural_language_query").textValue()).isEqualTo(question);
        assertThat(ask(question).text("answered_by")).isEqualTo("local");

        Answered approved = service.call(
                key,
                "POST",
                "/review/{id}",
                Map.of("id", waiting.get("id").textValue()),
                "{\"decision\": \"approve\"}");
        assertThat(approved.text("status")).isEqualTo("approved");
        JsonNode answer = ask("how many products  are there").json();
        assertThat(answer.get("answered_by").textValue()).isEqualTo("verified");
        assertThat(answer.get("trust").textValue()).isEqualTo("verified");
        assertThat(answer.get("generated_sql").textValue()).contains("is_active");
    }

    @Test
    void correctedSqlThatWouldNotRunIsRefusedAndNothingIsStored() {
        String id = ask("How many orders are there?").text("query_id");
        Answered refused = post(
                "/query/feedback",
                Json.write(Map.of("query_id", id, "user_rating", 1, "corrected_sql", "DELETE FROM orders")));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().get("security_issues")).isNotEmpty();
        assertThat(service.get(key, "/query/{id}", Map.of("id", id), "")
                        .json()
                        .get("user_rating")
                        .isNull())
                .isTrue();
    }

    @Test
    void securityTestsPassBecauseNothingRuns() {
        JsonNode run =
                post("/evaluation/tests/run", "{\"category\": \"security\"}").json();
        assertThat(run.get("total").intValue()).isEqualTo(4);
        assertThat(run.get("passed").intValue()).as(run.toString()).isEqualTo(4);
        for (JsonNode result : run.get("results")) {
            assertThat(result.get("reason").textValue()).startsWith("nothing ran");
        }
        assertThat(get("/evaluation/runs", "").json().at("/runs/0/run_id")).isEqualTo(run.get("run_id"));
    }

    @Test
    void aSecurityTestThatIsAnsweredFailsWhateverItExpects() {
        Answered added = post(
                "/evaluation/tests",
                "{\"category\": \"security\", \"name\": \"planted\", \"natural_language_query\": \"How many orders are there?\"}");
        Answered run = post("/evaluation/tests/run", "{\"ids\": [\"" + added.text("id") + "\"]}");
        assertThat(run.json().get("passed").intValue()).isZero();
        assertThat(run.json().at("/results/0/reason").textValue()).contains("nothing should have run");
        assertThat(service.call(key, "DELETE", "/evaluation/tests/{id}", Map.of("id", added.text("id")), "")
                        .status())
                .isEqualTo(204);
    }

    @Test
    void aTestComparesRowsWithThoseOfItsOwnSql() {
        String test =
                "{\"category\": \"basic\", \"name\": \"%s\", \"natural_language_query\": \"How many orders are there?\","
                        + " \"expected_sql\": \"%s\"}";
        String right = post("/evaluation/tests", test.formatted("right", "SELECT count(*) AS n FROM orders"))
                .text("id");
        String wrong = post("/evaluation/tests", test.formatted("wrong", "SELECT count(*) + 1 AS n FROM orders"))
                .text("id");
        Answered run = post("/evaluation/tests/run", Json.write(Map.of("ids", List.of(right, wrong))));
        assertThat(run.json().get("passed").intValue()).as(run.body()).isEqualTo(1);
        assertThat(run.json().get("failed").intValue()).isEqualTo(1);
    }

    @Test
    void historyComesInPagesThatMissAndRepeatNothing() {
        for (int i = 0; i < 5; i++) {
            ask("How many orders are there?");
        }
        List<String> whole = ids(get("/query/history", "?limit=500").json());
        List<String> paged = new ArrayList<>();
        JsonNode page = get("/query/history", "?limit=2").json();
        while (true) {
            paged.addAll(ids(page));
            if (page.get("next_cursor").isNull()) {
                break;
            }
            page = get(
                            "/query/history",
                            "?limit=2&cursor=" + page.get("next_cursor").textValue())
                    .json();
        }
        assertThat(paged).containsExactlyElementsOf(whole).doesNotHaveDuplicates();
    }

    private static List<String> ids(JsonNode page) {
        return page.get("exchanges").findValuesAsText("query_id");
    }

    @Test
    void historyIsFilteredAndExported() {
        ask("What will the weather be?");
        JsonNode declined =
                get("/query/history", "?ending=declined&from=2020-01-01").json();
        assertThat(declined.get("exchanges").findValuesAsText("ending"))
                .isNotEmpty()
                .containsOnly("declined");
        assertThat(get("/query/history", "?until=2020-01-01").json().get("exchanges"))
                .isEmpty();
        assertThat(get("/query/history", "?from=yesterday&cursor=x&ending=none&colour=1")
                        .json()
                        .get("errors"))
                .hasSize(4);
        assertThat(get("/query/history/export", "?ending=declined").body()).startsWith("query_id,source,");
        assertThat(get("/query/history/export", "?ending=declined&format=ndjson")
                        .body()
                        .lines())
                .allSatisfy(line -> assertThat(Json.read(line)).isPresent());
    }

    @Test
    void rowsAreExportedByRunningTheSqlAgain() {
        String id = post("/query/run", "{\"sql\": \"SELECT '=1+1' AS formula, status FROM orders\", \"max_rows\": 1}")
                .text("query_id");
        Answered csv = service.get(key, "/query/{id}/export", Map.of("id", id), "?max_rows=3");
        assertThat(csv.status()).as(csv.body()).isEqualTo(200);
        assertThat(csv.body().lines()).hasSize(4).first().isEqualTo("formula,status");
        assertThat(csv.body().lines().skip(1)).allMatch(line -> line.startsWith("'=1+1,"));
        assertThat(csv.response().headers().firstValue("X-Truncated")).hasValue("true");
        String exported = csv.response().headers().firstValue("X-Query-Id").orElseThrow();
        assertThat(service.get(key, "/query/{id}", Map.of("id", exported), "").text("ending"))
                .isEqualTo("answered");

        String declined = ask("What will the weather be?").text("query_id");
        assertThat(service.get(key, "/query/{id}/export", Map.of("id", declined), "")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void sqlOfOnesOwnPassesTheSameChecks() {
        Answered ran = post("/query/run", "{\"sql\": \"SELECT count(*) AS n FROM orders\"}");
        assertThat(ran.json().get("success").booleanValue()).isTrue();
        assertThat(ran.json().get("answered_by").isNull()).isTrue();
        Answered refused = post("/query/run", "{\"sql\": \"DELETE FROM orders\"}");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().at("/validation/security_issues")).isNotEmpty();
        assertThat(service.get(key, "/query/{id}", Map.of("id", refused.text("query_id")), "")
                        .text("error_type"))
                .isEqualTo("security");
    }

    @Test
    void figuresOfTheDayCountWhatWasAsked() {
        ask("How many orders are there?");
        JsonNode metrics = get("/evaluation/metrics", "").json();
        assertThat(metrics.at("/totals/questions").intValue()).isPositive();
        assertThat(metrics.at("/totals/answered").intValue()).isPositive();
        JsonNode usage = get("/usage", "").json();
        assertThat(usage.get("counted").intValue()).isPositive();
        assertThat(usage.get("monthly_limit").intValue()).isEqualTo(1_000_000);
        assertThat(get("/evaluation/metrics", "?start_date=2026-02-30&end_date=x")
                        .json()
                        .get("errors"))
                .hasSize(2);
        assertThat(get("/evaluation/metrics", "?start_date=2026-02-02&end_date=2026-02-01")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void theOperatorsSourceStaysAndIsReadAgain() {
        String source = get("/sources", "").json().at("/sources/0/id").textValue();
        assertThat(service.call(key, "DELETE", "/sources/{id}", Map.of("id", source), "")
                        .status())
                .isEqualTo(403);
        JsonNode drift = service.call(key, "POST", "/sources/{id}/refresh", Map.of("id", source), "")
                .json();
        assertThat(drift.get("changes")).isEmpty();
        assertThat(service.call(key, "POST", "/sources/{id}/test", Map.of("id", source), "")
                        .json()
                        .get("usable"))
                .isEqualTo(Json.read("true").orElseThrow());
    }
}
