package dev.sayql.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sayql.api.Json;
import dev.sayql.server.Contract.Operation;
import dev.sayql.server.Service.Answered;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every example of the contract is sent, and works; every list and every open call works without one. */
class ExamplesTest {

    @Test
    void theExamplesOfTheContractWork(@TempDir Path home) {
        List<String> sent = new ArrayList<>();
        try (Service service = new Service("examples", home)) {
            String key = service.key();
            service.administer("POST", "/admin/teams", Map.of(), "{\"id\": \"example\"}");
            for (Operation operation : service.contract().operations()) {
                JsonNode example = operation.node().at("/requestBody/content/application~1json/example");
                boolean plain =
                        operation.method().equals("GET") && !operation.path().contains("{");
                if (plain || !example.isMissingNode()) {
                    sent.add(operation.id());
                    Answered answered =
                            send(service, key, operation, example.isMissingNode() ? "" : Json.write(example));
                    assertThat(answered.status())
                            .as(operation.id() + " " + answered.body())
                            .isBetween(200, 299);
                }
            }
        }
        assertThat(sent).hasSizeGreaterThan(25);
    }

    private static Answered send(Service service, String key, Operation operation, String body) {
        Map<String, String> ids = new HashMap<>(Map.of("team", "example", "id", usual(service, key)));
        Map<String, String> headers = new HashMap<>(Map.of("x-api-key", key));
        if (operation.path().startsWith("/admin")) {
            headers.put("x-admin-key", service.adminKey());
        }
        ids.keySet().removeIf(name -> !operation.path().contains("{" + name + "}"));
        if (operation.id().equals("changeTest")) {
            ids.put(
                    "id",
                    service.get(key, "/evaluation/tests", Map.of(), "")
                            .json()
                            .at("/tests/0/id")
                            .textValue());
        }
        return service.call(service.server().port(), operation.method(), operation.path(), ids, "", body, headers);
    }

    private static String usual(Service service, String key) {
        return service.get(key, "/sources", Map.of(), "")
                .json()
                .at("/sources/0/id")
                .textValue();
    }
}
