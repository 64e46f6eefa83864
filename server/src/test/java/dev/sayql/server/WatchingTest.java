package dev.sayql.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sayql.embedded.Endpoint;
import dev.sayql.server.Service.Answered;
import dev.sayql.testkit.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Watching a question, and taking it back, over real HTTP and with a statement that would take long. */
@TestInstance(Lifecycle.PER_CLASS)
class WatchingTest {

    private static final String QUESTION = "{\"natural_language_query\": \"How many orders are there?\"}";
    private static final String SLOW = "{\"source\": \"slow\", \"sql\":"
            + " \"SELECT count(*) AS pairs FROM things AS a JOIN things AS b ON a.n <> b.n AND a.m <> b.m\"}";
    private static final String RUNNING = "query LIKE '%count(*) AS pairs%' AND query NOT LIKE '%EXPLAIN%'";
    private static final String PLANNED = "query LIKE '%EXPLAIN%locked%'";

    private final TestDatabase slow = TestDatabase.create("watched", """
            CREATE TABLE things AS SELECT n, n + 1 AS m FROM generate_series(1, 20000) AS n;
            CREATE TABLE locked AS SELECT 1 AS n;
            ANALYZE;
            """);
    private final SourceActivity activity = new SourceActivity(slow);
    private final Service service;
    private final Server second;
    private final String key;

    WatchingTest(@TempDir Path home) {
        service = new Service(
                "watching",
                home,
                Map.of("SAYQL_CORS_ORIGINS", "https://app.example.com", "SAYQL_ALLOW_CIDRS", "127.0.0.0/8"));
        second = service.start();
        key = service.key();
        Answered connected = service.call(
                key,
                "POST",
                "/schema/upload",
                Map.of(),
                "{\"source\": \"slow\", \"connection_string\": \"" + url() + "\"}");
        assertThat(connected.status()).as(connected.body()).isEqualTo(200);
    }

    private String url() {
        Endpoint reader = slow.reader();
        return "postgresql://" + reader.user() + ":" + reader.password() + "@" + reader.host() + ":" + reader.port()
                + "/" + reader.database();
    }

    @AfterAll
    void close() {
        second.close();
        service.close();
        slow.close();
    }

    @Test
    void theStepsComeAsTheyAreReachedAndTheAnswerLast() {
        HttpResponse<String> reply = service.send(
                service.server().port(),
                "POST",
                "/query/generate",
                QUESTION,
                Map.of("x-api-key", key, "Accept", "text/event-stream"));

        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
        assertThat(reply.body())
                .containsSubsequence(
                        "event: started",
                        "\"step\":\"reading_schema\"",
                        "\"step\":\"understanding\"",
                        "\"step\":\"running\"",
                        "\"step\":\"checking\"",
                        "event: answer",
                        "\"success\":true");
    }

    @Test
    void whatIsRefusedBeforeItBeginsIsAnOrdinaryReply() {
        HttpResponse<String> reply = service.send(
                service.server().port(),
                "POST",
                "/query/generate",
                "{}",
                Map.of("x-api-key", key, "Accept", "text/event-stream"));

        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(reply.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    }

    @Test
    void aQuestionCanBeLookedAfterAndTakenBackThroughAnyServer() throws Exception {
        String id = begun(SLOW);
        awaitRunning(1);
        while (on(second, "GET", "/query/{id}/progress", id).json().at("/steps").size() < 3) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertThat(on(second, "GET", "/query/{id}/progress", id).text("state")).isEqualTo("running");

        long asked = System.nanoTime();
        Answered stopped = on(second, "POST", "/query/{id}/cancel", id);
        assertThat(stopped.status()).as(stopped.body()).isEqualTo(202);
        assertThat(stopped.text("state")).isEqualTo("stopping");
        awaitRunning(0);
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(2));

        awaitEnded(id);
        JsonNode seen = on(second, "GET", "/query/{id}/progress", id).json();
        assertThat(seen.get("state").textValue()).isEqualTo("ended");
        assertThat(seen.at("/answer/query_id").textValue()).isEqualTo(id);
        assertThat(seen.at("/answer/success").booleanValue()).isFalse();
        assertThat(on(second, "POST", "/query/{id}/cancel", id).status()).isEqualTo(409);
    }

    @Test
    void aQuestionThatIsTakenBackWhileTheServerPlansItIsStoppedToo() throws Exception {
        try (Connection owner = TestDatabase.connect(slow.owner());
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("LOCK TABLE locked IN ACCESS EXCLUSIVE MODE");
            String id = begun("{\"source\": \"slow\", \"sql\": \"SELECT n FROM locked\"}");
            awaitPlanning(1);

            long asked = System.nanoTime();
            assertThat(on(service.server(), "POST", "/query/{id}/cancel", id).status())
                    .isEqualTo(202);
            awaitPlanning(0);
            assertThat(Duration.ofNanos(System.nanoTime() - asked))
                    .as("sooner than the server gives up waiting by itself")
                    .isLessThan(Duration.ofMillis(1_500));
            awaitEnded(id);
            assertThat(service.get(key, "/query/{id}", Map.of("id", id), "").text("ending"))
                    .isEqualTo("cancelled");
            owner.rollback();
        }
    }

    @Test
    void readingADatabaseShowsItsSteps() throws Exception {
        String upload = "{\"source\": \"again\", \"connection_string\": \"" + url() + "\"}";
        HttpResponse<String> watched = service.send(
                service.server().port(),
                "POST",
                "/schema/upload",
                upload,
                Map.of("x-api-key", key, "Accept", "text/event-stream"));
        assertThat(watched.body())
                .containsSubsequence(
                        "event: started",
                        "upload_id",
                        "\"step\":\"tables\",\"rows\":2,",
                        "\"step\":\"columns\",\"rows\":3,",
                        "\"step\":\"done\",\"rows\":2,",
                        "event: answer",
                        "\"table_count\":2");

        Answered begun = service.call(
                service.server().port(),
                "POST",
                "/schema/upload",
                Map.of(),
                "",
                upload,
                Map.of("x-api-key", key, "Prefer", "respond-async"));
        assertThat(begun.status()).as(begun.body()).isEqualTo(202);
        String id = begun.text("upload_id");
        assertThat(begun.response().headers().firstValue("Location")).hasValue("/schema/upload/" + id);
        JsonNode seen = on(second, "GET", "/schema/upload/{id}", id).json();
        while (!seen.get("state").textValue().equals("ended")) {
            TimeUnit.MILLISECONDS.sleep(20);
            seen = on(second, "GET", "/schema/upload/{id}", id).json();
        }
        assertThat(seen.at("/result/source").textValue()).isEqualTo("again");
        assertThat(seen.at("/result/table_count").intValue()).isEqualTo(2);
        assertThat(seen.get("steps").findValuesAsText("step")).contains("tables", "columns", "done");
    }

    @Test
    void theFirstSuggestionsAreThereAtOnceAndTheOthersAMomentLater() throws Exception {
        String source = "{\"source\": \"shop\", \"connection_string\": \"" + Service.sampleUrl() + "\"}";
        String team = service.team("suggesting");
        assertThat(service.call(team, "POST", "/schema/upload", Map.of(), source)
                        .status())
                .isEqualTo(200);
        long asked = System.nanoTime();
        service.get(team, "/suggest", Map.of(), "?prefix=how%20many");
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(1));

        CompletableFuture.runAsync(() -> {
                    while (!service.get(team, "/suggest", Map.of(), "?prefix=how%20many")
                            .body()
                            .contains("How many orders are there?")) {
                        sleep();
                    }
                })
                .get(20, TimeUnit.SECONDS);
    }

    private String begun(String body) {
        Answered begun = service.call(
                service.server().port(),
                "POST",
                "/query/run",
                Map.of(),
                "",
                body,
                Map.of("x-api-key", key, "Prefer", "respond-async"));
        assertThat(begun.status()).as(begun.body()).isEqualTo(202);
        return begun.text("query_id");
    }

    private Answered on(Server server, String method, String path, String id) {
        return service.call(server.port(), method, path, Map.of("id", id), "", "", Map.of("x-api-key", key));
    }

    @Test
    void aQuestionThatIsTakenBackIsStoppedInTheSource() throws Exception {
        String id = begun(SLOW);
        awaitRunning(1);

        long asked = System.nanoTime();
        assertThat(service.call(key, "POST", "/query/{id}/cancel", Map.of("id", id), "")
                        .status())
                .isEqualTo(202);
        awaitRunning(0);
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(2));

        JsonNode answer = awaitEnded(id).get("answer");
        assertThat(answer.get("success").booleanValue()).isFalse();
        assertThat(service.get(key, "/query/{id}", Map.of("id", id), "").text("ending"))
                .isEqualTo("cancelled");
    }

    @Test
    void whoeverLeavesTakesTheQuestionAlong() throws Exception {
        Socket socket = post("/query/run", SLOW, "application/json");
        awaitRunning(1);
        long left = System.nanoTime();
        socket.close();
        awaitRunning(0);
        assertThat(Duration.ofNanos(System.nanoTime() - left)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void whoeverLeavesWhileWatchingDoesSoToo() throws Exception {
        Socket socket = post("/query/run", SLOW, "text/event-stream");
        String id = RawCall.idIn(socket, "query_id");
        awaitRunning(1);
        long left = System.nanoTime();
        socket.close();
        awaitRunning(0);
        assertThat(Duration.ofNanos(System.nanoTime() - left)).isLessThan(Duration.ofSeconds(2));
        awaitEnded(id);
        assertThat(service.get(key, "/query/{id}", Map.of("id", id), "").text("ending"))
                .isEqualTo("cancelled");
    }

    @Test
    void aSecondRequestThatComesTooEarlyDoesNotBreakTheFirst() throws Exception {
        String one = request("/query/generate", QUESTION, "application/json");
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), service.server().port())) {
            socket.getOutputStream().write((one + one).getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            socket.setSoTimeout(20_000);
            StringBuilder read = new StringBuilder();
            byte[] some = new byte[4_096];
            while (!read.toString().contains("\"success\":true")) {
                int length = socket.getInputStream().read(some);
                assertThat(length).isPositive();
                read.append(new String(some, 0, length, StandardCharsets.UTF_8));
            }
            assertThat(read.toString()).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void onlyPagesOfConfiguredOriginsMayCall() {
        HttpResponse<String> allowed = preflight("https://app.example.com");
        assertThat(allowed.statusCode()).isEqualTo(204);
        assertThat(allowed.headers().firstValue("Access-Control-Allow-Origin")).hasValue("https://app.example.com");
        assertThat(allowed.headers().firstValue("Access-Control-Allow-Methods")).hasValue("POST");

        HttpResponse<String> other = preflight("https://evil.example.com");
        assertThat(other.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();

        HttpResponse<String> reply = service.send(
                service.server().port(), "GET", "/health/live", "", Map.of("Origin", "https://app.example.com"));
        assertThat(reply.headers().firstValue("Access-Control-Allow-Origin")).hasValue("https://app.example.com");
    }

    private HttpResponse<String> preflight(String origin) {
        return service.send(service.server().port(), "OPTIONS", "/query/generate", "", Map.of("Origin", origin));
    }

    private String request(String path, String body, String accept) {
        return RawCall.request(key, path, body, accept);
    }

    private Socket post(String path, String body, String accept) throws IOException {
        return RawCall.post(service.server().port(), request(path, body, accept));
    }

    private JsonNode awaitEnded(String id) throws InterruptedException {
        while (true) {
            JsonNode progress = service.get(key, "/query/{id}/progress", Map.of("id", id), "")
                    .json();
            if (progress.get("state").textValue().equals("ended")) {
                return progress;
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** Waits until so many statements run in the source. */
    private void awaitRunning(int wanted) throws Exception {
        activity.await(RUNNING, wanted);
    }

    /** Waits until so many statements are planned in the source. */
    private void awaitPlanning(int wanted) throws Exception {
        activity.await(PLANNED, wanted);
    }

    private static void sleep() {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
