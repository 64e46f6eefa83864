package dev.sayql.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Health, figures and the contract; open to everybody. Thread-safe. */
final class OperationCalls {

    private final Readiness readiness;
    private final Figures figures;

    OperationCalls(Readiness readiness, Figures figures) {
        this.readiness = readiness;
        this.figures = figures;
    }

    List<Route> routes(Reception reception) {
        return List.of(
                reception.open("/health/live", () -> Reply.json(200, Map.of("status", "live"))),
                reception.open("/health/ready", this::ready),
                reception.open("/metrics", () -> Reply.text(200, Figures.TYPE, figures.text())),
                reception.open("/openapi.yaml", OperationCalls::openApi));
    }

    private Reply ready() {
        Map<String, Boolean> parts = readiness.parts();
        boolean all = parts.values().stream().allMatch(works -> works);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", all ? "ready" : "not_ready");
        Map<String, String> states = new LinkedHashMap<>();
        parts.forEach((part, works) -> states.put(part, works ? "up" : "down"));
        body.put("parts", states);
        body.put("models", readiness.models());
        Reply reply = Reply.json(all ? 200 : 503, body);
        return all ? reply : reply.withHeader("Retry-After", "5");
    }

    private static Reply openApi() {
        try (InputStream file = Api.class.getResourceAsStream("openapi.yaml")) {
            if (file == null) {
                throw new IllegalStateException("openapi.yaml is not packed");
            }
            return Reply.text(200, "application/yaml", new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
