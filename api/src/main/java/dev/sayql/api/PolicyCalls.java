package dev.sayql.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sayql.api.ProblemDetails.FieldProblem;
import dev.sayql.api.ProblemDetails.Kind;
import dev.sayql.core.connection.SourceDesk;
import dev.sayql.core.question.PolicyVersion;
import dev.sayql.core.question.Source;
import dev.sayql.core.question.SourcePolicy;
import dev.sayql.sql.TableName;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** What a team opens of its sources, and what it keeps back. Thread-safe. */
final class PolicyCalls {

    private final SourceDesk sources;

    PolicyCalls(SourceDesk sources) {
        this.sources = sources;
    }

    List<Route> routes(Reception reception) {
        return List.of(
                reception.look("GET", "/sources/{id}/policy", visit -> of(visit, this::show)),
                reception.work("PUT", "/sources/{id}/policy", visit -> of(visit, source -> decide(visit, source))));
    }

    /** On the wire: the form of the YAML document, as JSON, with names in full. */
    record PolicyObject(
            String source,
            int version,
            List<String> tables,
            List<String> views,
            List<String> harmlessViews,
            List<String> functions,
            List<String> extensions,
            Map<String, List<String>> deniedColumns,
            Map<String, List<String>> maskedColumns) {

        static PolicyObject of(Source source, PolicyVersion decided) {
            SourcePolicy policy = decided.policy();
            return new PolicyObject(
                    source.id().value(),
                    decided.version(),
                    sorted(policy.tables()),
                    sorted(policy.views()),
                    sorted(policy.harmlessViews()),
                    policy.functions(),
                    sorted(policy.extensions()),
                    byTable(policy.deniedColumns()),
                    byTable(policy.maskedColumns()));
        }

        private static List<String> sorted(Collection<?> names) {
            return names.stream().map(Object::toString).sorted().toList();
        }

        private static Map<String, List<String>> byTable(Map<TableName, Set<String>> columns) {
            Map<String, List<String>> sorted = new TreeMap<>();
            columns.forEach((table, names) -> sorted.put(table.toString(), List.copyOf(new TreeSet<>(names))));
            return sorted;
        }
    }

    private Reply of(Visit visit, Function<Source, Reply> call) {
        return Ids.source(visit.request().pathParameter("id"))
                .flatMap(id -> sources.find(visit.teamId(), id))
                .map(call)
                .orElseGet(SourceCalls::unknownSource);
    }

    private Reply show(Source source) {
        return Reply.json(200, PolicyObject.of(source, sources.policy(source)));
    }

    private Reply decide(Visit visit, Source source) {
        Optional<JsonNode> body = Json.read(visit.request().body()).filter(JsonNode::isObject);
        if (body.isEmpty()) {
            return Api.malformed("The body must be one JSON object.");
        }
        return switch (sources.decide(source, Json.write(body.get()))) {
            case SourceDesk.Decided.Stored(PolicyVersion decided) -> Reply.json(200, PolicyObject.of(source, decided));
            case SourceDesk.Decided.Faulty(List<String> problems) ->
                ProblemDetails.fields(problems.stream()
                                .map(problem -> new FieldProblem("policy", problem))
                                .toList())
                        .reply();
            case SourceDesk.Decided.NotOurs() ->
                ProblemDetails.of(
                                Kind.FORBIDDEN,
                                "This source is given by the operator of this server, who decides what may be read of it.")
                        .reply();
        };
    }
}
