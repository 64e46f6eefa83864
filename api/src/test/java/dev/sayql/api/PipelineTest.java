package dev.sayql.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sayql.core.execution.Cancellation;
import dev.sayql.core.execution.Cell;
import dev.sayql.core.execution.Execution;
import dev.sayql.core.execution.Executor;
import dev.sayql.core.execution.Explanation;
import dev.sayql.core.execution.Limits;
import dev.sayql.core.execution.Rows;
import dev.sayql.core.history.AuditEntry;
import dev.sayql.core.question.Source;
import dev.sayql.core.team.BadKeys;
import dev.sayql.core.team.Caller;
import dev.sayql.core.team.TeamId;
import dev.sayql.core.team.TeamLimits;
import dev.sayql.sql.ReadOnlySql;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens to a call before and after it does its work. */
class PipelineTest {

    private static final String SELECT = "SELECT count(*) AS n FROM orders";
    private static final String QUESTION = "{\"natural_language_query\": \"How many orders are there?\"}";
    private static final Execution ONE_ROW = new Execution.Done(new Rows(
            List.of(new Rows.Column("n", "bigint")),
            List.of(List.of(new Cell.Decimal(BigDecimal.valueOf(42)))),
            false,
            Duration.ofMillis(3)));

    private final Gate gate = new Gate();
    private final FakeFlow flow = new FakeFlow(FakeFlow.proposing(SELECT), gate);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void close() {
        gate.open();
        threads.close();
        flow.close();
    }

    /** Holds statements until it is opened or they are taken back, and counts them. */
    private static final class Gate implements Executor {

        private final CountDownLatch opened = new CountDownLatch(1);
        private final AtomicInteger begun = new AtomicInteger();

        void open() {
            opened.countDown();
        }

        @Override
        public Explanation explain(Source source, ReadOnlySql sql, Limits limits, Cancellation cancellation) {
            return new Explanation.Affordable(1, 1);
        }

        @Override
        public Execution execute(Source source, ReadOnlySql sql, Limits limits, Cancellation cancellation) {
            begun.incrementAndGet();
            CountDownLatch ended = new CountDownLatch(1);
            try (Cancellation.Registration _ = cancellation.onRequest(ended::countDown)) {
                while (opened.getCount() > 0 && ended.getCount() > 0) {
                    TimeUnit.MILLISECONDS.sleep(2);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return cancellation.isRequested() ? new Execution.Cancelled() : ONE_ROW;
        }

        void awaitBegun(int number) throws InterruptedException {
            while (begun.get() < number) {
                TimeUnit.MILLISECONDS.sleep(2);
            }
        }
    }

    @Test
    void fiftyDuplicatesWithOneKeyAreWorkedOnOnceAndGetTheSameReply() throws Exception {
        List<Future<Reply>> replies = IntStream.range(0, 50)
                .mapToObj(i -> threads.submit(() -> ask(Map.of("idempotency-key", "one"))))
                .toList();
        gate.awaitBegun(1);
        gate.open();

        List<String> bodies = new ArrayList<>();
        for (Future<Reply> reply : replies) {
            assertThat(reply.get().status()).isEqualTo(200);
            bodies.add(reply.get().body());
        }
        assertThat(bodies).hasSize(50).containsOnly(bodies.getFirst());
        assertThat(gate.begun).hasValue(1);
        assertThat(flow.recorded).hasSize(1);
        assertThat(flow.quota.used()).isEqualTo(1);
    }

    @Test
    void aKeyThatCameWithAnotherBodyIsRefused() {
        gate.open();
        assertThat(ask(Map.of("idempotency-key", "one")).status()).isEqualTo(200);
        Reply other = flow.call(
                "POST",
                "/query/generate",
                Request.of(
                        Map.of("x-api-key", FakeFlow.KEY, "idempotency-key", "one"),
                        Map.of(),
                        "{\"natural_language_query\": \"orders\"}"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(flow.recorded).hasSize(1);
    }

    @Test
    void aKeyOfAnotherTeamIsAnotherKey() {
        gate.open();
        flow.callers.put("theirs", new Caller(FakeFlow.team(new TeamId("theirs"), TeamLimits.defaults()), "k9"));
        ask(Map.of("idempotency-key", "one"));
        Reply theirs = flow.call(
                "POST",
                "/query/generate",
                Request.of(Map.of("x-api-key", "theirs", "idempotency-key", "one"), Map.of(), QUESTION));
        assertThat(theirs.body()).doesNotContain("42");
    }

    @Test
    void fourOfATeamRunSixteenWaitAndTheNextIsRefused() throws Exception {
        List<Future<Reply>> replies = IntStream.range(0, 20)
                .mapToObj(i -> threads.submit(() -> ask(Map.of())))
                .toList();
        gate.awaitBegun(4);
        while (!metrics().contains("sayql_questions_waiting 16")) {
            TimeUnit.MILLISECONDS.sleep(2);
        }
        Reply refused = ask(Map.of());
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.headers()).containsKey("Retry-After");
        assertThat(refused.problem()).hasValue("too-many-waiting");
        assertThat(gate.begun).hasValue(4);
        gate.open();
        int answered = 0;
        for (Future<Reply> reply : replies) {
            // On a busy machine some wait for more than two seconds here.
            assertThat(reply.get().status()).isIn(200, 503);
            answered += reply.get().status() == 200 ? 1 : 0;
        }
        assertThat(answered).isGreaterThanOrEqualTo(4);
        assertThat(flow.quota.used()).isEqualTo(answered);
    }

    @Test
    void whoFindsNoTurnInTwoSecondsIsToldSoAndNotCounted() throws Exception {
        List<Future<Reply>> replies = IntStream.range(0, 5)
                .mapToObj(i -> threads.submit(() -> ask(Map.of())))
                .toList();
        int refused = 0;
        while (refused == 0) {
            refused = (int) replies.stream().filter(Future::isDone).count();
            TimeUnit.MILLISECONDS.sleep(20);
        }
        Reply late = replies.stream()
                .filter(Future::isDone)
                .findFirst()
                .orElseThrow()
                .get();
        assertThat(late.status()).isEqualTo(503);
        assertThat(late.problem()).hasValue("busy");
        assertThat(flow.quota.used()).isEqualTo(4);
    }

    @Test
    void theMonthsQuestionsAreCountedAndRefusedWhenUsedUp() {
        gate.open();
        flow.callers.put("small", new Caller(FakeFlow.team(FakeFlow.TEAM, new TeamLimits(10, 20, 1, 4, 16)), "k2"));
        assertThat(ask("small", Map.of(), QUESTION).status()).isEqualTo(200);
        Reply refused = ask("small", Map.of(), QUESTION);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.problem()).hasValue("quota-exhausted");
        assertThat(flow.recorded).hasSize(1);
    }

    @Test
    void aMalformedQuestionIsNotCounted() {
        assertThat(ask(FakeFlow.KEY, Map.of(), "{}").status()).isEqualTo(400);
        assertThat(flow.quota.used()).isZero();
    }

    @Test
    void repliesTellWhereTheTeamStands() {
        gate.open();
        assertThat(ask(Map.of()).headers())
                .containsEntry("RateLimit-Limit", "20")
                .containsEntry("RateLimit-Remaining", "19")
                .containsEntry("RateLimit-Reset", "6")
                .containsKey("X-Request-Id");
    }

    @Test
    void afterTwentyBadKeysFromAnAddressNoneIsLookedAt() {
        for (int i = 0; i < BadKeys.PER_MINUTE; i++) {
            assertThat(ask("bad-" + i, Map.of(), QUESTION).status()).isEqualTo(401);
        }
        assertThat(ask("bad", Map.of(), QUESTION).status()).isEqualTo(429);
        assertThat(ask(Map.of()).status()).isEqualTo(429);
        Reply elsewhere = flow.call(
                "GET",
                "/sources",
                Request.of(Map.of("x-api-key", FakeFlow.KEY), Map.of(), "").from("10.0.0.2"));
        assertThat(elsewhere.status()).isEqualTo(200);
    }

    @Test
    void everyCallOfATeamLeavesAnEntryWithoutWhatWasAsked() {
        gate.open();
        ask(Map.of());
        ask("unknown", Map.of(), QUESTION);
        flow.call("GET", "/health/live", "");

        assertThat(flow.audit.entries).extracting(AuditEntry::status).containsExactly(200, 401);
        AuditEntry first = flow.audit.entries.getFirst();
        assertThat(first.team()).hasValue(FakeFlow.TEAM);
        assertThat(first.keyId()).hasValue("k1");
        assertThat(first.route()).isEqualTo("/query/generate");
        assertThat(first.query()).hasValue(flow.recorded.getFirst().question().id());
        assertThat(first.toString()).doesNotContain("How many");
    }

    @Test
    void aQuestionThatIsTakenBackEnds() throws Exception {
        Future<Reply> asked = threads.submit(() -> ask(Map.of("prefer", "respond-async")));
        JsonNode begun = body(asked.get());
        assertThat(asked.get().status()).isEqualTo(202);
        String id = begun.get("query_id").textValue();
        gate.awaitBegun(1);
        assertThat(progress(id).get("state").textValue()).isEqualTo("running");
        assertThat(progress(id).get("steps").findValuesAsText("step"))
                .containsExactly("reading_schema", "understanding", "running");

        assertThat(flow.call("POST", "/query/{id}/cancel", Map.of("id", id), "").status())
                .isEqualTo(202);
        while (!progress(id).get("state").textValue().equals("ended")) {
            TimeUnit.MILLISECONDS.sleep(2);
        }
        JsonNode answer = progress(id).get("answer");
        assertThat(answer.get("success").booleanValue()).isFalse();
        assertThat(answer.get("error_type").textValue()).isEqualTo("execution");
        assertThat(flow.call("POST", "/query/{id}/cancel", Map.of("id", id), "").status())
                .isEqualTo(409);
    }

    @Test
    void anotherTeamCanNeitherSeeNorTakeBackWhatRuns() throws Exception {
        flow.callers.put("theirs", new Caller(FakeFlow.team(new TeamId("theirs"), TeamLimits.defaults()), "k9"));
        String id = body(ask(Map.of("prefer", "respond-async"))).get("query_id").textValue();
        gate.awaitBegun(1);
        for (String[] call : new String[][] {{"POST", "/query/{id}/cancel"}, {"GET", "/query/{id}/progress"}}) {
            Reply theirs = flow.call(call[0], call[1], Request.of(Map.of("x-api-key", "theirs"), Map.of("id", id), ""));
            Reply unknown = flow.call(
                    call[0],
                    call[1],
                    Request.of(
                            Map.of("x-api-key", "theirs"), Map.of("id", "00000000-0000-4000-8000-000000000000"), ""));
            assertThat(theirs.status()).isEqualTo(404);
            assertThat(theirs.body()).isEqualTo(unknown.body());
        }
        assertThat(progress(id).get("state").textValue()).isEqualTo("running");
    }

    @Test
    void whoeverGoesAwayTakesTheQuestionBack() throws Exception {
        Cancellation gone = new Cancellation();
        Request request = new Request(
                Map.of("x-api-key", FakeFlow.KEY), Map.of(), Map.of(), "127.0.0.1", QUESTION, gone, Onlooker.nobody());
        Future<Reply> asked = threads.submit(() -> flow.call("POST", "/query/generate", request));
        gate.awaitBegun(1);
        gone.request();
        assertThat(body(asked.get()).get("explanation").textValue()).isEqualTo(Sentences.CANCELLED);
    }

    @Test
    void figuresCountCallsAndEndings() {
        gate.open();
        ask(Map.of());
        assertThat(metrics())
                .contains("sayql_requests_total{method=\"POST\",route=\"/query/generate\",status=\"200\"} 1")
                .contains("sayql_questions_total{ending=\"answered\"} 1")
                .contains("sayql_request_seconds_count{method=\"POST\",route=\"/query/generate\"} 1")
                .contains("sayql_request_seconds_bucket{method=\"POST\",route=\"/query/generate\",le=\"30.0\"} 1")
                .contains("sayql_questions_running 0", "sayql_questions_waiting 0")
                .contains("jvm_memory_used_bytes ", "jvm_memory_max_bytes ", "jvm_threads_live ")
                .contains("process_uptime_seconds ")
                .doesNotContain("demo");
    }

    private String metrics() {
        return flow.call("GET", "/metrics", "").body();
    }

    private JsonNode progress(String id) {
        return body(flow.call("GET", "/query/{id}/progress", Map.of("id", id), ""));
    }

    private Reply ask(Map<String, String> headers) {
        return ask(FakeFlow.KEY, headers, QUESTION);
    }

    private Reply ask(String key, Map<String, String> headers, String body) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("x-api-key", key);
        return flow.call("POST", "/query/generate", Request.of(all, Map.of(), body));
    }

    private static JsonNode body(Reply reply) {
        return Json.read(reply.body()).orElseThrow();
    }
}
