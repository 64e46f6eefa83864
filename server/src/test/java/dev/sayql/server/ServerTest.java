package dev.sayql.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sayql.api.Json;
import dev.sayql.app.AppConfig;
import dev.sayql.embedded.Endpoint;
import dev.sayql.testkit.SampleDatabase;
import dev.sayql.testkit.TestDatabase;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The whole service over real HTTP, against the real database. */
@TestInstance(Lifecycle.PER_CLASS)
class ServerTest {

    private static final String DEMO_KEY = "demo-api-key-12345";

    private final List<String> notices = new ArrayList<>();
    private final TestDatabase system = TestDatabase.create("server");
    private final HttpClient client = HttpClient.newHttpClient();
    private final AppConfig config;
    private final Server server;
    private final String key;

    ServerTest(@TempDir Path home) {
        Endpoint owner = system.owner();
        Endpoint reader = SampleDatabase.reader();
        config = AppConfig.from(Map.of(
                "SAYQL_HOME", home.toString(),
                "SAYQL_PORT", "0",
                "SYSTEM_DB_HOST", owner.host(),
                "SYSTEM_DB_PORT", Integer.toString(owner.port()),
                "SYSTEM_DB_NAME", owner.database(),
                "SYSTEM_DB_USER", owner.user(),
                "SYSTEM_DB_PASSWORD", owner.password(),
                "SAYQL_SOURCE_URL",
                        "postgresql://" + reader.user() + ":" + reader.password() + "@" + reader.host() + ":"
                                + reader.port() + "/" + reader.database()));
        server = Server.start(config, notices::add);
        key = notices.getFirst().replaceFirst(".*: ", "");
    }

    @AfterAll
    void close() {
        server.close();
        client.close();
        system.close();
    }

    @Test
    void aQuestionIsAnsweredAndFoundAgain() throws Exception {
        HttpResponse<String> reply = ask("{\"natural_language_query\": \"How many orders are there?\"}");

        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
        JsonNode answer = body(reply);
        assertThat(answer.get("success").booleanValue()).isTrue();
        assertThat(answer.get("results").get(0).elements().next().intValue()).isEqualTo(100);

        JsonNode exchange =
                body(send("GET", "/query/" + answer.get("query_id").textValue(), "", Map.of("x-api-key", key)));
        assertThat(exchange.get("ending").textValue()).isEqualTo("answered");
        assertThat(exchange.get("rows_returned").intValue()).isEqualTo(1);
        assertThat(exchange.get("generated_sql")).isEqualTo(answer.get("generated_sql"));
    }

    @Test
    void headIsAnsweredAsGetAndOptionsSayWhatIsAllowed() throws Exception {
        assertThat(send("HEAD", "/health/ready", "", Map.of()).statusCode()).isEqualTo(200);
        HttpResponse<String> unknown = send("HEAD", "/query/history", "", Map.of());
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(unknown.body()).isEmpty();
        assertThat(send("HEAD", "/nothing", "", Map.of()).statusCode()).isEqualTo(404);
        assertThat(send("OPTIONS", "/query/history", "", Map.of()).headers().firstValue("Allow"))
                .hasValue("GET, HEAD, OPTIONS");
    }

    @Test
    void aDeclineIsNoError() throws Exception {
        HttpResponse<String> reply = ask("{\"natural_language_query\": \"What will the weather be?\"}");

        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(body(reply).get("success").booleanValue()).isFalse();
        assertThat(body(reply).get("declined_because").get("message").textValue())
                .isNotBlank();
        assertThat(body(reply).get("error_type").isNull()).isTrue();
    }

    @Test
    void theFirstKeyIsToldOnce() {
        assertThat(notices).hasSize(2);
        assertThat(key).startsWith("sayql_dev_");
        assertThat(notices.getLast()).startsWith("Admin key, shown only now: sayql_admin_");
        List<String> second = new ArrayList<>();
        Server.start(config, second::add).close();
        assertThat(second).isEmpty();
    }

    @Test
    void withoutAKeyOnlyHealthAndTheContractAreOpen() throws Exception {
        assertThat(send("POST", "/query/generate", "{}", Map.of()).statusCode()).isEqualTo(401);
        assertThat(send("POST", "/query/generate", "{}", Map.of("x-api-key", key + "x"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(send("GET", "/health/live", "", Map.of()).statusCode()).isEqualTo(200);
        assertThat(send("GET", "/health/ready", "", Map.of()).statusCode()).isEqualTo(200);
        assertThat(send("GET", "/openapi.yaml", "", Map.of()).body()).startsWith("openapi: 3.1.0");
    }

    @Test
    void theDemoKeyOpensOnlyOnesOwnMachineWhereDevelopmentWasSaid() throws Exception {
        String question = "{\"natural_language_query\": \"How many orders are there?\"}";
        assertThat(send("POST", "/query/generate", question, Map.of("x-api-key", DEMO_KEY))
                        .statusCode())
                .isEqualTo(401);
        assertThat(Server.opensHere(DEMO_KEY, AppConfig.from(Map.of()))).isFalse();
        assertThat(Server.opensHere(DEMO_KEY, AppConfig.from(Map.of("ENVIRONMENT", "dev"))))
                .isTrue();
        Map<String, String> production = Map.of(
                "ENVIRONMENT", "prod",
                "SYSTEM_DB_HOST", "db",
                "SYSTEM_DB_NAME", "sayql",
                "SYSTEM_DB_USER", "sayql",
                "SYSTEM_DB_PASSWORD", "hush",
                "SAYQL_MASTER_KEY", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "SAYQL_SOURCE_URL", "postgresql://reader@shop/shop");
        assertThat(Server.opensHere(DEMO_KEY, AppConfig.from(production))).isFalse();
        assertThat(Server.opensHere(DEMO_KEY, AppConfig.from(Map.of("ENVIRONMENT", "dev", "SAYQL_BIND", "0.0.0.0"))))
                .isFalse();
    }

    @Test
    void unknownPathsAndMethodsAreProblems() throws Exception {
        HttpResponse<String> path = send("GET", "/nothing/here", "", Map.of());
        assertThat(path.statusCode()).isEqualTo(404);
        assertProblem(path, "/problems/not-found");

        HttpResponse<String> method = send("DELETE", "/health/live", "", Map.of());
        assertThat(method.statusCode()).isEqualTo(405);
        assertProblem(method, "/problems/method-not-allowed");
        assertThat(method.headers().firstValue("Allow")).hasValue("GET");
    }

    @Test
    void aBodyHasAtMostOneMegabyte() throws Exception {
        HttpResponse<String> reply = ask("{\"natural_language_query\": \"" + "a".repeat(1_000_000) + "\"}");

        assertThat(reply.statusCode()).isEqualTo(413);
        assertProblem(reply, "/problems/request-too-large");
    }

    @Test
    void aBodyThatIsNotUtf8IsMalformed() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri("/query/generate"))
                .header("x-api-key", key)
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[] {'"', (byte) 0xff, '"'}))
                .build();

        HttpResponse<String> reply = client.send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(reply.statusCode()).isEqualTo(400);
        assertProblem(reply, "/problems/malformed-request");
    }

    @Test
    void anotherHostsNameIsRefused() throws Exception {
        assertThat(raw("GET /health/live HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 421")
                .contains("/problems/misdirected-request");
        assertThat(raw("GET /health/live HTTP/1.1\r\nHost: localhost:1\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void whatIsNotHttpGetsAPlainProblem() throws Exception {
        String reply = raw("GET /%%% HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(reply).startsWith("HTTP/1.1 400").contains("/problems/malformed-request");
        assertThat(reply.toLowerCase(Locale.ROOT)).doesNotContain("jetty", "javalin", "exception");
    }

    @Test
    void aPortInUseIsSaidInOneSentence() {
        assertThatThrownBy(() -> Server.start(config.withPort(server.port()), notice -> {}))
                .isInstanceOf(CannotListenException.class)
                .hasMessageContaining("127.0.0.1:" + server.port());
    }

    @Test
    void everyServerIsFoundByItsOwnNoteUntilItCloses(@TempDir Path home) throws IOException {
        assertThat(RunningServer.all(home)).isEmpty();
        Files.write(home.resolve("server-1-1.run"), List.of("1", "1970-01-01T00:00:01Z", "1"));
        RunningServer first = RunningServer.register(home, 1234);
        RunningServer second = RunningServer.register(home, 2345);
        assertThat(RunningServer.all(home)).containsExactly(first, second);
        assertThat(home.resolve("server-1-1.run")).doesNotExist();
        second.unregister(home);
        assertThat(RunningServer.all(home)).containsExactly(first);
        first.unregister(home);
        assertThat(RunningServer.all(home)).isEmpty();
    }

    @Test
    void aFixedPathIsNotTakenForTheIdOfAQuery() throws Exception {
        for (String method : List.of("GET", "DELETE")) {
            HttpResponse<String> reply = send(method, "/query/generate", "", Map.of("x-api-key", key));
            assertThat(reply.statusCode()).isEqualTo(405);
            assertThat(reply.headers().firstValue("Allow")).hasValue("POST");
        }
    }

    @Test
    void twoKeysAreNone() throws Exception {
        String request = "POST /query/generate HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nx-api-key: " + key
                + "\r\nx-api-key: " + key + "\r\nContent-Length: 2\r\n\r\n{}";

        assertThat(raw(request)).startsWith("HTTP/1.1 401");
    }

    private HttpResponse<String> ask(String body) throws IOException, InterruptedException {
        return send("POST", "/query/generate", body, Map.of("x-api-key", key));
    }

    private HttpResponse<String> send(String method, String path, String body, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .method(method, HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        headers.forEach(request::header);
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
                OutputStream out = socket.getOutputStream()) {
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static JsonNode body(HttpResponse<String> reply) {
        return Json.read(reply.body()).orElseThrow();
    }

    private static void assertProblem(HttpResponse<String> reply, String type) {
        assertThat(reply.headers().firstValue("Content-Type"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("application/problem+json"));
        assertThat(body(reply).get("type").textValue()).isEqualTo(type);
    }
}
