package dev.sayql.server;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sayql.api.Json;
import dev.sayql.app.AppConfig;
import dev.sayql.embedded.Endpoint;
import dev.sayql.testkit.SampleDatabase;
import dev.sayql.testkit.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server over databases of its own, and a client that holds every reply to the contract. */
final class Service implements AutoCloseable {

    static final String UNKNOWN = "00000000-0000-4000-8000-000000000000";

    private final TestDatabase system;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Contract contract = new Contract();
    private final List<String> notices = new CopyOnWriteArrayList<>();
    private final Map<String, String> settings;
    private final Server server;

    /** A reply that is as the contract says. */
    record Answered(int status, String body, HttpResponse<String> response) {

        JsonNode json() {
            return Json.read(body).orElseThrow(() -> new AssertionError(body));
        }

        String text(String field) {
            return json().get(field).asText();
        }
    }

    Service(String name, Path home) {
        this(name, home, Map.of());
    }

    Service(String name, Path home, Map<String, String> more) {
        system = TestDatabase.create(name);
        Endpoint owner = system.owner();
        settings = new HashMap<>(Map.of(
                "SAYQL_HOME", home.toString(),
                "SAYQL_PORT", "0",
                "SYSTEM_DB_HOST", owner.host(),
                "SYSTEM_DB_PORT", Integer.toString(owner.port()),
                "SYSTEM_DB_NAME", owner.database(),
                "SYSTEM_DB_USER", owner.user(),
                "SYSTEM_DB_PASSWORD", owner.password(),
                "SAYQL_SOURCE_URL", sampleUrl(),
                "SAYQL_ALLOW_CIDRS", "127.0.0.0/8",
                "SAYQL_ALLOW_PORTS", Integer.toString(SampleDatabase.reader().port())));
        settings.putAll(more);
        server = start();
    }

    /** The sample shop as a role that can only read it. */
    static String sampleUrl() {
        Endpoint reader = SampleDatabase.reader();
        return "postgresql://" + reader.user() + ":" + reader.password() + "@" + reader.host() + ":" + reader.port()
                + "/" + reader.database();
    }

    /** One more server over the same system database. */
    Server start() {
        return Server.start(AppConfig.from(settings), notices::add);
    }

    /** The environment of a server over the same system database. */
    Map<String, String> settings() {
        return Map.copyOf(settings);
    }

    Contract contract() {
        return contract;
    }

    Server server() {
        return server;
    }

    TestDatabase system() {
        return system;
    }

    /** The key of the team demo, with limits that are never reached. */
    String key() {
        String key = told("API key of team demo");
        unlimited("demo");
        return key;
    }

    String adminKey() {
        return told("Admin key");
    }

    /** What the operator was told so far. */
    List<String> notices() {
        return List.copyOf(notices);
    }

    private String told(String what) {
        return notices.stream()
                .filter(notice -> notice.startsWith(what))
                .map(notice -> notice.replaceFirst(".*: ", ""))
                .findFirst()
                .orElseThrow();
    }

    /** A new team with limits that are never reached; its key. */
    String team(String id) {
        administer("POST", "/admin/teams", Map.of(), "{\"id\": \"" + id + "\"}");
        unlimited(id);
        return administer("POST", "/admin/teams/{team}/keys", Map.of("team", id), "{\"label\": \"test\"}")
                .text("key");
    }

    void limit(String team, String limits) {
        administer("PUT", "/admin/teams/{team}/limits", Map.of("team", team), limits);
    }

    private void unlimited(String team) {
        limit(team, "{\"per_minute\": 1000000, \"burst\": 1000000, \"monthly\": 1000000, \"running\": 100}");
    }

    Answered administer(String method, String path, Map<String, String> ids, String body) {
        return call(server.port(), method, path, ids, "", body, Map.of("x-admin-key", adminKey()));
    }

    Answered call(String key, String method, String path, Map<String, String> ids, String body) {
        return call(server.port(), method, path, ids, "", body, Map.of("x-api-key", key));
    }

    Answered get(String key, String path, Map<String, String> ids, String query) {
        return call(server.port(), "GET", path, ids, query, "", Map.of("x-api-key", key));
    }

    /** Any call; the reply is held to the contract. */
    Answered call(
            int port,
            String method,
            String path,
            Map<String, String> ids,
            String query,
            String body,
            Map<String, String> headers) {
        HttpResponse<String> response = send(port, method, filled(path, ids) + query, body, headers);
        contract.check(
                contract.operation(method, path),
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse(""),
                response.body());
        return new Answered(response.statusCode(), response.body(), response);
    }

    HttpResponse<String> send(int port, String method, String path, String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        headers.forEach(request::header);
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String filled(String path, Map<String, String> ids) {
        String filled = path;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            String encoded =
                    URLEncoder.encode(id.getValue(), StandardCharsets.UTF_8).replace("+", "%20");
            filled = filled.replace("{" + id.getKey() + "}", encoded);
        }
        return filled;
    }

    @Override
    public void close() {
        server.close();
        client.close();
        system.close();
    }
}
