package dev.sayql.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sayql.embedded.Endpoint;
import dev.sayql.server.Service.Answered;
import dev.sayql.testkit.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    private static final Pattern ID = Pattern.compile("\"query_id\":\"([0-9a-f-]{36})\"");

    private final TestDatabase slow = TestDatabase.create("watched", """
            CREATE TABLE things AS SELECT n, n + 1 AS m FROM generate_series(1, 20000) AS n;
            ANALYZE things;
            """);
    private final Service service;
    private final String key;

    WatchingTest(@TempDir Path home) {
        service = new Service(
                "watching",
                home,
                Map.of("SAYQL_CORS_ORIGINS", "https://app.example.com", "SAYQL_ALLOW_CIDRS", "127.0.0.0/8"));
        key = service.key();
        Endpoint reader = slow.reader();
        String url = "postgresql://" + reader.user() + ":" + reader.password() + "@" + reader.host() + ":"
                + reader.port() + "/" + reader.database();
        Answered connected = service.call(
                key,
                "POST",
                "/schema/upload",
                Map.of(),
                "{\"source\": \"slow\", \"connection_string\": \"" + url + "\"}");
        assertThat(connected.status()).as(connected.body()).isEqualTo(200);
    }

    @AfterAll
    void close() {
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
    void aQuestionThatIsTakenBackIsStoppedInTheSource() throws Exception {
        Answered begun = service.call(
                service.server().port(),
                "POST",
                "/query/run",
                Map.of(),
                "",
                SLOW,
                Map.of("x-api-key", key, "Prefer", "respond-async"));
        assertThat(begun.status()).as(begun.body()).isEqualTo(202);
        String id = begun.text("query_id");
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
        String id = idIn(socket.getInputStream());
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
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nx-api-key: " + key + "\r\nAccept: " + accept
                + "\r\nContent-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
    }

    private Socket post(String path, String body, String accept) throws IOException {
        Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), service.server().port());
        socket.getOutputStream().write(request(path, body, accept).getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        return socket;
    }

    private static String idIn(InputStream stream) throws IOException {
        StringBuilder read = new StringBuilder();
        Matcher id = ID.matcher(read);
        byte[] some = new byte[4_096];
        while (!id.find()) {
            int length = stream.read(some);
            assertThat(length).isPositive();
            read.append(new String(some, 0, length, StandardCharsets.UTF_8));
            id.reset();
        }
        return id.group(1);
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
        CompletableFuture.runAsync(() -> {
                    while (running() != wanted) {
                        sleep();
                    }
                })
                .get(20, TimeUnit.SECONDS);
    }

    private static void sleep() {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int running() {
        try (Connection connection = TestDatabase.connect(slow.reader());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM pg_stat_activity WHERE state = 'active'"
                        + " AND datname = current_database() AND query LIKE '%count(*) AS pairs%'"
                        + " AND query NOT LIKE '%EXPLAIN%' AND pid <> pg_backend_pid()"
                        + " AND backend_type = 'client backend'")) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
