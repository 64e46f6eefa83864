package dev.sayql.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sayql.api.ProblemDetails.FieldProblem;
import dev.sayql.core.connection.SourceDesk;
import dev.sayql.core.question.SourceId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads how a team says that its database is reached: a connection string, or its parts. */
final class Uploads {

    private static final int USUAL_PORT = 5432;
    private static final int MOST_TABLES = 10_000;
    private static final List<String> PARTS = List.of("host", "port", "database", "user", "password", "sslmode");
    private static final Set<String> SSL_MODES =
            Set.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");

    private Uploads() {}

    /** What became of reading. */
    sealed interface Reading {
        record Good(SourceDesk.Connection connection) implements Reading {}

        record NotAnObject() implements Reading {}

        record Wrong(List<FieldProblem> problems) implements Reading {}
    }

    static Reading read(String body) {
        Optional<Fields> parsed = Fields.of(body);
        if (parsed.isEmpty()) {
            return new Reading.NotAnObject();
        }
        Fields fields = parsed.get();
        Optional<SourceId> id = Questions.source(fields);
        SourceDesk.Address address = fields.has("connection_string") ? text(fields) : parts(fields);
        List<String> schemas =
                fields.optionalText("schema_name", 63).map(List::of).orElse(List.of());
        List<String> tables =
                fields.optionalTexts("include_tables", MOST_TABLES).orElse(List.of());
        Optional<JsonNode> policy = fields.json("policy");
        if (policy.isPresent() && !policy.get().isObject()) {
            fields.wrong("policy", "policy must be an object.");
        }
        List<FieldProblem> problems = fields.problems();
        return problems.isEmpty()
                ? new Reading.Good(new SourceDesk.Connection(id, address, schemas, tables, policy.map(Json::write)))
                : new Reading.Wrong(problems);
    }

    private static SourceDesk.Address text(Fields fields) {
        PARTS.stream()
                .filter(fields::has)
                .forEach(part -> fields.wrong(part, part + " does not go with connection_string."));
        return new SourceDesk.Address.Text(fields.requiredText("connection_string", 2_000));
    }

    private static SourceDesk.Address parts(Fields fields) {
        if (PARTS.stream().noneMatch(fields::has)) {
            fields.wrong(
                    "connection_string", "connection_string is required, or host, database and user in its place.");
            PARTS.forEach(fields::has);
            return new SourceDesk.Address.Text("");
        }
        return new SourceDesk.Address.Parts(
                fields.requiredText("host", 255),
                fields.number("port", 1, 65_535, USUAL_PORT),
                fields.requiredText("database", 255),
                fields.requiredText("user", 255),
                fields.anyText("password", 1_000).orElse(""),
                fields.optionalText("sslmode", 20)
                        .flatMap(mode -> SSL_MODES.contains(mode)
                                ? Optional.of(mode)
                                : fields.wrong(
                                        "sslmode",
                                        "sslmode must be one of disable, allow, prefer, require, verify-ca,"
                                                + " verify-full.")));
    }
}
