package dev.sayql.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sayql.embedded.Endpoint;
import dev.sayql.server.Service.Answered;
import dev.sayql.testkit.TestDatabase;
import java.net.Socket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Taking back an upload whose database keeps it waiting: somebody changes a table. */
class UploadTakenBackTest {

    private static final String WAITING = "wait_event_type = 'Lock'";
    /** The server gives up waiting by itself after two seconds. */
    private static final Duration SOONER = Duration.ofMillis(1_500);

    /** Of each test alone: what is prepared for a source that was connected would wait for the lock too. */
    private final TestDatabase database = TestDatabase.create("taken_back", """
            CREATE TABLE free AS SELECT 1 AS n;
            CREATE TABLE locked (n int CHECK (n > 0));
            """);

    private final SourceActivity activity = new SourceActivity(database);
    private final Connection owner;

    private static Service service;
    private static Server second;
    private static String key;

    UploadTakenBackTest() throws SQLException {
        owner = TestDatabase.connect(database.owner());
        owner.setAutoCommit(false);
    }

    @BeforeAll
    static void serve(@TempDir Path home) {
        service = new Service("taking_back", home, Map.of("SAYQL_ALLOW_CIDRS", "127.0.0.0/8"));
        second = service.start();
        key = service.key();
    }

    @AfterAll
    static void stop() {
        second.close();
        service.close();
    }

    @AfterEach
    void drop() throws SQLException {
        owner.close();
        database.close();
    }

    private void lock() throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute("LOCK TABLE locked IN ACCESS EXCLUSIVE MODE");
        }
    }

    private String upload(String source) {
        Endpoint reader = database.reader();
        return "{\"source\": \"" + source + "\", \"connection_string\": \"postgresql://" + reader.user() + ":"
                + reader.password() + "@" + reader.host() + ":" + reader.port() + "/" + reader.database() + "\"}";
    }

    @Test
    void anUploadIsTakenBackThroughAnyServerAndNothingOfItStays() throws Exception {
        lock();
        String id = begun("first");
        activity.await(WAITING, 1);

        long asked = System.nanoTime();
        Answered stopped = on(second, "POST", "/schema/upload/{id}/cancel", id);
        assertThat(stopped.status()).as(stopped.body()).isEqualTo(202);
        assertThat(stopped.text("state")).isEqualTo("stopping");
        activity.await(WAITING, 0);
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(SOONER);

        JsonNode ended = awaitEnded(id);
        assertThat(ended.at("/result/type").textValue()).isEqualTo("/problems/cancelled");
        assertThat(on(second, "POST", "/schema/upload/{id}/cancel", id).status())
                .isEqualTo(409);
        assertThat(sources()).doesNotContain("\"first\"");
    }

    @Test
    void whatWasConnectedBeforeStaysAsItWas() throws Exception {
        assertThat(service.call(key, "POST", "/schema/upload", Map.of(), upload("second"))
                        .status())
                .isEqualTo(200);
        String before = source("second");
        lock();
        String id = begun("second");
        while (on(second, "GET", "/schema/upload/{id}", id).json().get("steps").isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(20);
        }

        assertThat(on(service.server(), "POST", "/schema/upload/{id}/cancel", id)
                        .status())
                .isEqualTo(202);

        assertThat(awaitEnded(id).at("/result/type").textValue()).isEqualTo("/problems/cancelled");
        assertThat(source("second")).isEqualTo(before);
    }

    @Test
    void whoeverLeavesTakesTheUploadBack() throws Exception {
        lock();
        Socket socket = RawCall.post(
                service.server().port(), RawCall.request(key, "/schema/upload", upload("third"), "application/json"));
        activity.await(WAITING, 1);

        long left = System.nanoTime();
        socket.close();
        activity.await(WAITING, 0);

        assertThat(Duration.ofNanos(System.nanoTime() - left)).isLessThan(SOONER);
        assertThat(sources()).doesNotContain("\"third\"");
    }

    @Test
    void whoeverLeavesWhileWatchingDoesSoTooAndItsStateSaysSo() throws Exception {
        lock();
        Socket socket = RawCall.post(
                service.server().port(), RawCall.request(key, "/schema/upload", upload("fourth"), "text/event-stream"));
        String id = RawCall.idIn(socket, "upload_id");
        activity.await(WAITING, 1);

        long left = System.nanoTime();
        socket.close();
        activity.await(WAITING, 0);

        assertThat(Duration.ofNanos(System.nanoTime() - left)).isLessThan(SOONER);
        assertThat(awaitEnded(id).at("/result/type").textValue()).isEqualTo("/problems/cancelled");
        assertThat(sources()).doesNotContain("\"fourth\"");
    }

    @Test
    void theSameRequestMayBeTriedAgainUnderItsKeyAfterItWasTakenBack() throws Exception {
        lock();
        String request = RawCall.request(key, "/schema/upload", upload("fifth"), "application/json")
                .replace("\r\nAccept", "\r\nIdempotency-Key: again-1\r\nAccept");
        Socket socket = RawCall.post(service.server().port(), request);
        activity.await(WAITING, 1);
        socket.close();
        activity.await(WAITING, 0);
        owner.rollback();

        Answered again = service.call(
                service.server().port(),
                "POST",
                "/schema/upload",
                Map.of(),
                "",
                upload("fifth"),
                Map.of("x-api-key", key, "Idempotency-Key", "again-1"));
        assertThat(again.status()).as(again.body()).isEqualTo(200);
    }

    private String begun(String source) {
        Answered begun = service.call(
                service.server().port(),
                "POST",
                "/schema/upload",
                Map.of(),
                "",
                upload(source),
                Map.of("x-api-key", key, "Prefer", "respond-async"));
        assertThat(begun.status()).as(begun.body()).isEqualTo(202);
        return begun.text("upload_id");
    }

    private Answered on(Server server, String method, String path, String id) {
        return service.call(server.port(), method, path, Map.of("id", id), "", "", Map.of("x-api-key", key));
    }

    private JsonNode awaitEnded(String id) throws InterruptedException {
        JsonNode seen = on(second, "GET", "/schema/upload/{id}", id).json();
        while (!seen.get("state").textValue().equals("ended")) {
            TimeUnit.MILLISECONDS.sleep(20);
            seen = on(second, "GET", "/schema/upload/{id}", id).json();
        }
        return seen;
    }

    private String sources() {
        return service.get(key, "/sources", Map.of(), "").body();
    }

    private String source(String id) {
        for (JsonNode source : service.get(key, "/sources", Map.of(), "").json().get("sources")) {
            if (source.get("id").textValue().equals(id)) {
                return source.toString();
            }
        }
        throw new AssertionError("no source " + id);
    }
}
