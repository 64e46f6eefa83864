package dev.sayql.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sayql.api.ProblemDetails.FieldProblem;
import dev.sayql.core.connection.SourceDesk;
import dev.sayql.core.question.Source;
import dev.sayql.core.question.SourceId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What words mean in a source. Thread-safe. */
final class SemanticsCalls {

    private static final Set<String> PARTS = Set.of("terms", "metrics", "labels", "default_dates");
    private static final int LONGEST_PHRASE = 200;

    private final SourceDesk sources;

    SemanticsCalls(SourceDesk sources) {
        this.sources = sources;
    }

    List<Route> routes(Reception reception) {
        return List.of(
                reception.look("GET", "/sources/{id}/semantics", visit -> of(visit, this::show)),
                reception.work("PUT", "/sources/{id}/semantics", visit -> of(visit, source -> replace(visit, source))),
                reception.work("POST", "/semantics/teach", this::teach));
    }

    private Reply of(Visit visit, Function<Source, Reply> call) {
        return Ids.source(visit.request().pathParameter("id"))
                .flatMap(id -> sources.find(visit.teamId(), id))
                .map(call)
                .orElseGet(SourceCalls::unknownSource);
    }

    private Reply show(Source source) {
        var semantics = sources.context(source).semantics();
        return Reply.json(200, SemanticsObject.of(semantics).taught(source.id().value(), semantics.version()));
    }

    private Reply replace(Visit visit, Source source) {
        Optional<JsonNode> body = Json.read(visit.request().body()).filter(JsonNode::isObject);
        if (body.isEmpty()) {
            return Api.malformed("The body must be one JSON object.");
        }
        return stored(source, body.get(), "");
    }

    private Reply stored(Source source, JsonNode document, String prefix) {
        return switch (sources.teach(source, Json.write(document))) {
            case SourceDesk.Taught.Stored _ -> show(source);
            case SourceDesk.Taught.Faulty(List<String> problems) ->
                ProblemDetails.fields(problems.stream()
                                .map(problem -> fieldProblem(prefix, problem))
                                .toList())
                        .reply();
        };
    }

    /** Problems come as {@code place: what}. */
    private static FieldProblem fieldProblem(String prefix, String problem) {
        int colon = problem.indexOf(": ");
        String place = colon < 0 ? "body" : problem.substring(0, colon);
        return new FieldProblem(prefix.isEmpty() ? place : prefix, problem);
    }

    private Reply teach(Visit visit) {
        Optional<Fields> parsed = Fields.of(visit.request().body());
        if (parsed.isEmpty()) {
            return Api.malformed("The body must be one JSON object.");
        }
        Fields fields = parsed.get();
        Optional<SourceId> named = Questions.source(fields);
        Optional<JsonNode> term = named(fields, "term", "phrase");
        Optional<JsonNode> metric = named(fields, "metric", "name");
        if (fields.has("term") == fields.has("metric")) {
            fields.wrong("term", "Exactly one of term and metric is required.");
        }
        List<FieldProblem> problems = fields.problems();
        if (!problems.isEmpty()) {
            return ProblemDetails.fields(problems).reply();
        }
        Optional<SourceId> id = named.or(() -> sources.usual(visit.teamId()));
        if (id.isEmpty()) {
            return QuestionCalls.noSource();
        }
        return sources.find(visit.teamId(), id.get())
                .map(source -> term.map(one -> add(source, "terms", "phrase", one, "term"))
                        .orElseGet(() -> add(source, "metrics", "name", metric.orElseThrow(), "metric")))
                .orElseGet(SourceCalls::unknownSource);
    }

    private static Optional<JsonNode> named(Fields fields, String field, String name) {
        Optional<JsonNode> object = fields.json(field);
        boolean good = object.filter(JsonNode::isObject)
                .map(one -> one.path(name))
                .filter(text -> text.isTextual()
                        && !text.textValue().isBlank()
                        && text.textValue().length() <= LONGEST_PHRASE
                        && Fields.isPlain(text.textValue()))
                .isPresent();
        return object.isEmpty() || good
                ? object
                : fields.wrong(field, field + " must be an object with a " + name + " of 1 to 200 characters.");
    }

    /** Adds one to what was taught, in place of one with the same name. */
    private Reply add(Source source, String part, String name, JsonNode one, String field) {
        ObjectNode document = (ObjectNode)
                Json.tree(SemanticsObject.of(sources.context(source).semantics()));
        ArrayNode all = document.withArray(part);
        for (int i = all.size() - 1; i >= 0; i--) {
            if (all.get(i).path(name).asText().equalsIgnoreCase(one.path(name).asText())) {
                all.remove(i);
            }
        }
        all.add(one);
        PARTS.stream().filter(empty -> document.path(empty).isEmpty()).toList().forEach(document::remove);
        return stored(source, document, field);
    }
}
