package dev.sayql.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.server.Service.Answered;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Two servers over one system database behave as one. */
@TestInstance(Lifecycle.PER_CLASS)
class TwoServersTest {

    private static final String QUESTION = "{\"natural_language_query\": \"How many orders are there?\"}";

    private final Service service;
    private final Server second;
    private final String demo;

    TwoServersTest(@TempDir Path home) {
        service = new Service("two_servers", home);
        second = service.start();
        demo = service.key();
    }

    @AfterAll
    void close() {
        second.close();
        service.close();
    }

    private Answered call(Server server, String key, String method, String path, Map<String, String> ids, String body) {
        return service.call(server.port(), method, path, ids, "", body, Map.of("x-api-key", key));
    }

    @Test
    void whatIsAskedOnOneIsHistoryOnBoth() {
        String id = call(service.server(), demo, "POST", "/query/generate", Map.of(), QUESTION)
                .text("query_id");
        assertThat(call(second, demo, "GET", "/query/{id}", Map.of("id", id), "")
                        .text("ending"))
                .isEqualTo("answered");
        assertThat(call(second, demo, "GET", "/query/{id}/progress", Map.of("id", id), "")
                        .text("state"))
                .isEqualTo("ended");
        assertThat(call(
                                second,
                                demo,
                                "POST",
                                "/query/refine",
                                Map.of(),
                                "{\"parent_query_id\": \"" + id + "\", \"user_refinement\": \"by status\"}")
                        .json()
                        .get("attempt_number")
                        .intValue())
                .isEqualTo(2);
    }

    @Test
    void theLimitByTheMinuteIsOneForBoth() {
        String key = service.team("limited");
        service.limit("limited", "{\"per_minute\": 1, \"burst\": 5}");
        int granted = 0;
        for (int i = 0; i < 12; i++) {
            Answered answered =
                    call(i % 2 == 0 ? service.server() : second, key, "POST", "/query/generate", Map.of(), "{}");
            assertThat(answered.status()).isIn(400, 429);
            granted += answered.status() == 400 ? 1 : 0;
            if (answered.status() == 429) {
                assertThat(answered.response().headers().firstValue("Retry-After"))
                        .isPresent();
                assertThat(answered.response().headers().firstValue("RateLimit-Remaining"))
                        .hasValue("0");
            }
        }
        assertThat(granted).isEqualTo(5);
    }

    @Test
    void aRevokedKeyIsUnknownOnBothWithinFiveSeconds() throws Exception {
        String key = service.team("revoked");
        assertThat(call(second, key, "GET", "/usage", Map.of(), "").status()).isEqualTo(200);
        assertThat(call(service.server(), key, "GET", "/usage", Map.of(), "").status())
                .isEqualTo(200);

        String id = service.administer("GET", "/admin/teams/{team}/keys", Map.of("team", "revoked"), "")
                .json()
                .get("keys")
                .get(0)
                .get("id")
                .textValue();
        long revoked = System.nanoTime();
        assertThat(service.administer(
                                "DELETE", "/admin/teams/{team}/keys/{key}", Map.of("team", "revoked", "key", id), "")
                        .status())
                .isEqualTo(204);

        assertThat(call(service.server(), key, "GET", "/usage", Map.of(), "").status())
                .isEqualTo(401);
        while (call(second, key, "GET", "/usage", Map.of(), "").status() == 200) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - revoked)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void aRotatedKeyAndItsSuccessorAreBothValidForAWhile() {
        String old = service.team("rotating");
        String id = service.administer("GET", "/admin/teams/{team}/keys", Map.of("team", "rotating"), "")
                .json()
                .get("keys")
                .get(0)
                .get("id")
                .textValue();
        Answered rotated = service.administer(
                "POST",
                "/admin/teams/{team}/keys/{key}/rotate",
                Map.of("team", "rotating", "key", id),
                "{\"overlap_seconds\": 60}");
        assertThat(rotated.status()).isEqualTo(201);
        assertThat(call(second, old, "GET", "/usage", Map.of(), "").status()).isEqualTo(200);
        assertThat(call(second, rotated.text("key"), "GET", "/usage", Map.of(), "")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theSameIdempotencyKeyIsWorkedOnOnceByBoth() {
        Map<String, String> headers = Map.of("x-api-key", demo, "Idempotency-Key", "both");
        Answered first =
                service.call(service.server().port(), "POST", "/query/generate", Map.of(), "", QUESTION, headers);
        Answered again = service.call(second.port(), "POST", "/query/generate", Map.of(), "", QUESTION, headers);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.response().headers().firstValue("Idempotency-Replayed"))
                .hasValue("true");
    }

    @Test
    void wordsTaughtOnOneAreKnownOnBoth() {
        String key = service.team("teaching");
        service.call(
                key, "POST", "/schema/upload", Map.of(), "{\"connection_string\": \"" + Service.sampleUrl() + "\"}");
        Answered before = call(
                second,
                key,
                "POST",
                "/query/generate",
                Map.of(),
                "{\"natural_language_query\": \"How many zorks are there?\"}");
        assertThat(before.json().get("success").booleanValue()).isFalse();
        call(
                service.server(),
                key,
                "POST",
                "/semantics/teach",
                Map.of(),
                "{\"term\": {\"phrase\": \"zork\", \"table\": \"orders\"}}");
        Answered after = call(
                second,
                key,
                "POST",
                "/query/generate",
                Map.of(),
                "{\"natural_language_query\": \"How many zorks are there?\"}");
        assertThat(after.json().get("success").booleanValue()).as(after.body()).isTrue();
    }
}
