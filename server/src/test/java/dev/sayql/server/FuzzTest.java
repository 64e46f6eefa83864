package dev.sayql.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sayql.api.Json;
import dev.sayql.server.Contract.Operation;
import dev.sayql.server.Service.Answered;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is sent, nothing ends in a 500, and every reply is as the contract says. What is sent is made from the contract's
 * own schemas: right, nearly right and wrong. The seed is printed with a failure; with {@code -Dsayql.long=true} a hundred
 * times as much is sent.
 */
@TestInstance(Lifecycle.PER_CLASS)
class FuzzTest {

    private static final long SEED = Long.getLong("sayql.seed", 20_260_315L);
    private static final int ROUNDS = Boolean.getBoolean("sayql.long") ? 1_000 : 12;
    private static final List<String> ODD_TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\ud800",
            "\ufffd\u202e\u2028",
            "'; DROP TABLE orders; --",
            "../../etc/passwd",
            "%00%ff%2e%2e",
            "null",
            "-1",
            "1e309",
            "9999-99-99",
            "2026-02-30",
            "+1000000000-01-01T00:00:00Z",
            "{\"a\":1}",
            "😀".repeat(60),
            "x".repeat(5_000),
            "postgresql://a:b@127.0.0.1:1/c",
            "postgresql://a:b@[::1]:5432/c?sslmode=disable&options=-c%20x",
            "SELECT",
            "SELECT 1",
            "WITH RECURSIVE a AS (SELECT 1) SELECT * FROM a");

    /** A port that is not dialled: connecting to nothing takes ten seconds by design. */
    private static final Map<String, Object> UNDIALLED = Map.of("host", "127.0.0.1", "port", 1);

    private final Service service;
    private final String key;
    private final Map<String, String> known = new HashMap<>();

    FuzzTest(@TempDir Path home) {
        service = new Service("fuzz", home);
        key = service.key();
        known.put(
                "query",
                service.call(
                                key,
                                "POST",
                                "/query/generate",
                                Map.of(),
                                "{\"natural_language_query\": \"How many orders are there?\"}")
                        .text("query_id"));
        known.put(
                "verified",
                service.call(
                                key,
                                "POST",
                                "/verified-queries",
                                Map.of(),
                                "{\"query_id\": \"" + known.get("query") + "\"}")
                        .text("id"));
    }

    @AfterAll
    void close() {
        service.close();
    }

    @Test
    void nothingThatIsSentEndsInOurFault() {
        Random random = new Random(SEED);
        Map<Integer, Integer> statuses = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (Operation operation : service.contract().operations()) {
                Answered answered = call(operation, random);
                assertThat(answered.status())
                        .as("seed %d round %d %s: %s", SEED, round, operation.id(), answered.body())
                        .isNotEqualTo(500);
                statuses.merge(answered.status(), 1, Integer::sum);
            }
        }
        assertThat(statuses.keySet()).contains(200, 400, 404);
    }

    @Test
    void whatIsNoJsonIsMalformed() {
        Random random = new Random(SEED);
        List<String> bodies = List.of(
                "",
                "[]",
                "null",
                "1",
                "\"a\"",
                "{",
                "{\"a\":",
                "{\"a\":1,}",
                "\u0000",
                "[".repeat(3_000),
                "{\"a\":".repeat(3_000));
        for (Operation operation : service.contract().operations()) {
            if (operation.node().path("requestBody").path("required").asBoolean()) {
                String body = bodies.get(random.nextInt(bodies.size()));
                Answered answered = send(operation, ids(operation, random, false), "", body, Map.of());
                assertThat(answered.status()).as(operation.id() + " " + body).isIn(400, 404);
            }
        }
    }

    private Answered call(Operation operation, Random random) {
        boolean good = random.nextInt(4) > 0;
        JsonNode schema = operation.node().at("/requestBody/content/application~1json/schema");
        String body = schema.isMissingNode() ? "" : Json.write(value(schema, random, good, 0));
        Map<String, String> headers = new HashMap<>();
        if (random.nextInt(6) == 0) {
            headers.put("Idempotency-Key", random.nextBoolean() ? "k" + random.nextInt(3) : "a b");
        }
        if (random.nextInt(8) == 0) {
            headers.put("Prefer", "respond-async");
        }
        return send(operation, ids(operation, random, good), query(operation, random, good), body, headers);
    }

    private Answered send(
            Operation operation, Map<String, String> ids, String query, String body, Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(headers);
        // A key that revokes or limits would end the run.
        boolean admin = operation.path().startsWith("/admin");
        all.put(admin ? "x-admin-key" : "x-api-key", admin ? service.adminKey() : key);
        return service.call(service.server().port(), operation.method(), operation.path(), ids, query, body, all);
    }

    private Map<String, String> ids(Operation operation, Random random, boolean good) {
        Map<String, String> ids = new HashMap<>();
        for (JsonNode each : operation.node().path("parameters")) {
            JsonNode parameter = service.contract().resolved(each);
            if (parameter.get("in").textValue().equals("path")) {
                String name = parameter.get("name").textValue();
                ids.put(name, id(operation.path(), name, random, good));
            }
        }
        return ids;
    }

    private String id(String path, String name, Random random, boolean good) {
        if (!good && random.nextBoolean()) {
            String odd = ODD_TEXTS.get(random.nextInt(ODD_TEXTS.size()));
            // A web server takes these for parts of the path.
            boolean isPath = odd.isBlank()
                    || odd.contains("/")
                    || odd.contains("\u0000")
                    || odd.contains("\ud800")
                    || odd.contains("%")
                    || odd.contains("..");
            return isPath ? "odd" : odd;
        }
        return switch (name) {
            case "team" -> "fuzzed";
            case "key" -> "none";
            case "table" -> "orders";
            default -> path.startsWith("/query/") ? known.getOrDefault("query", "") : Service.UNKNOWN;
        };
    }

    private String query(Operation operation, Random random, boolean good) {
        StringBuilder query = new StringBuilder();
        for (JsonNode each : operation.node().path("parameters")) {
            JsonNode parameter = service.contract().resolved(each);
            if (parameter.get("in").textValue().equals("query") && random.nextInt(3) == 0) {
                JsonNode value = Json.read(Json.write(value(parameter.get("schema"), random, good, 0)))
                        .orElseThrow();
                query.append(query.isEmpty() ? '?' : '&')
                        .append(parameter.get("name").textValue())
                        .append('=')
                        .append(URLEncoder.encode(
                                value.asText().replace("\ud800", "").replace("\u0000", "%"), StandardCharsets.UTF_8));
            }
        }
        return query.toString();
    }

    /** A value of the schema; of what is not good, some part is something else. */
    private Object value(JsonNode given, Random random, boolean good, int depth) {
        JsonNode schema = service.contract().resolved(given);
        if (!good && random.nextInt(4) == 0) {
            return odd(random);
        }
        if (schema.has("enum")) {
            return schema.get("enum")
                    .get(random.nextInt(schema.get("enum").size()))
                    .asText();
        }
        if (schema.has("anyOf")) {
            return value(
                    schema.get("anyOf").get(random.nextInt(schema.get("anyOf").size())), random, good, depth);
        }
        return switch (schema.path("type").asText("object")) {
            case "string" -> text(schema, random, good);
            case "integer" ->
                random.nextInt(
                        schema.path("minimum").asInt(0), schema.path("maximum").asInt(100) + 1);
            case "number" -> random.nextDouble();
            case "boolean" -> random.nextBoolean();
            case "array" -> list(schema, random, good, depth);
            default -> object(schema, random, good, depth);
        };
    }

    private static Object odd(Random random) {
        return switch (random.nextInt(7)) {
            case 0 -> random.nextInt();
            case 1 -> random.nextDouble() * 1e300;
            case 2 -> List.of();
            case 3 -> Map.of("a", 1);
            case 4 -> List.of(List.of("a"), 1, Map.of());
            case 5 -> random.nextBoolean();
            default -> ODD_TEXTS.get(random.nextInt(ODD_TEXTS.size()));
        };
    }

    private String text(JsonNode schema, Random random, boolean good) {
        String format = schema.path("format").asText();
        if (format.equals("uuid")) {
            return random.nextBoolean() ? known.getOrDefault("query", Service.UNKNOWN) : Service.UNKNOWN;
        }
        if (format.equals("date")) {
            return "2026-0" + (1 + random.nextInt(9)) + "-1" + random.nextInt(10);
        }
        if (format.equals("date-time")) {
            return "2026-03-15T10:0" + random.nextInt(10) + ":00Z";
        }
        if (schema.has("pattern")) {
            return "fuzzed";
        }
        if (!good && random.nextBoolean()) {
            return ODD_TEXTS.get(random.nextInt(ODD_TEXTS.size()));
        }
        List<String> usual = List.of(
                "orders",
                "How many orders are there?",
                "SELECT count(*) AS n FROM orders",
                "top 3",
                "public",
                "1",
                "=");
        return usual.get(random.nextInt(usual.size()));
    }

    private List<Object> list(JsonNode schema, Random random, boolean good, int depth) {
        List<Object> list = new ArrayList<>();
        int length = depth > 3 ? 0 : schema.path("minItems").asInt(0) + random.nextInt(2);
        for (int i = 0; i < length; i++) {
            list.add(value(schema.get("items"), random, good, depth + 1));
        }
        return list;
    }

    private Map<String, Object> object(JsonNode schema, Random random, boolean good, int depth) {
        Map<String, Object> object = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.textValue()));
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            boolean wanted =
                    required.contains(property.getKey()) ? good || random.nextInt(5) > 0 : random.nextInt(3) == 0;
            if (wanted && UNDIALLED.containsKey(property.getKey())) {
                object.put(property.getKey(), UNDIALLED.get(property.getKey()));
            } else if (wanted && depth < 5) {
                object.put(property.getKey(), value(property.getValue(), random, good, depth + 1));
            }
        }
        if (!good && random.nextInt(5) == 0) {
            object.put("colour", 1);
        }
        return object;
    }
}
