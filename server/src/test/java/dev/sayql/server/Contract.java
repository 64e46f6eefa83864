package dev.sayql.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.sayql.api.Api;
import dev.sayql.api.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The OpenAPI file, and whether replies are as it says. */
final class Contract {

    /** Replies that the web server gives before a route is reached. */
    private static final Set<Integer> OF_ANY_CALL = Set.of(405, 413, 421);

    private final JsonNode file;
    private final JsonSchemaFactory schemas = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private final Map<JsonNode, JsonSchema> known = new HashMap<>();

    /** One call of the file. */
    record Operation(String method, String path, JsonNode node) {

        String id() {
            return node.get("operationId").textValue();
        }
    }

    Contract() {
        try {
            file = new YAMLMapper().readTree(Api.class.getResourceAsStream("openapi.yaml"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        file.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> operations.add(new Operation(
                                method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()))));
        return operations;
    }

    Operation operation(String method, String path) {
        return operations().stream()
                .filter(one -> one.method().equals(method) && one.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    /** What a reference points to, or the node itself. */
    JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? file.at(node.get("$ref").textValue().substring(1)) : node;
    }

    /** Fails unless the file says that this call may be replied to so. */
    void check(Operation operation, int status, String contentType, String body) {
        if (OF_ANY_CALL.contains(status)) {
            return;
        }
        String what = operation.method() + " " + operation.path() + " → " + status + " " + body;
        JsonNode response = operation.node().get("responses").get(Integer.toString(status));
        assertThat(response).as("the file says nothing of " + what).isNotNull();
        JsonNode content = resolved(response).path("content");
        String type = contentType.replaceFirst(";.*", "");
        if (content.isMissingNode()) {
            assertThat(body).as(what).isEmpty();
            return;
        }
        assertThat(content.has(type))
                .as("the file does not say " + type + " of " + what)
                .isTrue();
        if ((type.endsWith("/json") || type.endsWith("+json"))
                && content.get(type).has("schema")) {
            checkBody(content.get(type).get("schema"), body, what);
        }
    }

    private void checkBody(JsonNode schema, String body, String what) {
        JsonNode read = Json.read(body).orElseThrow(() -> new AssertionError("no JSON: " + what));
        Set<ValidationMessage> wrong =
                known.computeIfAbsent(schema, this::compiled).validate(read);
        assertThat(wrong).as(what).isEmpty();
    }

    private JsonSchema compiled(JsonNode schema) {
        ObjectNode whole = ((ObjectNode) file).objectNode();
        whole.putArray("allOf").add(schema);
        whole.set("components", file.get("components"));
        return schemas.getSchema(whole);
    }
}
