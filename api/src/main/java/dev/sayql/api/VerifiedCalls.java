package dev.sayql.api;

import dev.sayql.api.ProblemDetails.FieldProblem;
import dev.sayql.api.ProblemDetails.Kind;
import dev.sayql.core.connection.SourceDesk;
import dev.sayql.core.history.History;
import dev.sayql.core.history.Recorded;
import dev.sayql.core.history.VerifiedQueries;
import dev.sayql.core.history.VerifiedQuery;
import dev.sayql.core.question.QueryId;
import dev.sayql.core.question.Question;
import dev.sayql.core.question.SourceId;
import dev.sayql.sql.SqlText;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Questions with SQL that a team vouches for, and the queue of those who review it. Thread-safe. */
final class VerifiedCalls {

    private final VerifiedQueries verified;
    private final History history;
    private final SourceDesk sources;
    private final Vouching vouching;

    VerifiedCalls(VerifiedQueries verified, History history, SourceDesk sources, Vouching vouching) {
        this.verified = verified;
        this.history = history;
        this.sources = sources;
        this.vouching = vouching;
    }

    List<Route> routes(Reception reception) {
        return List.of(
                reception.look("GET", "/verified-queries", this::list),
                reception.workOnce("POST", "/verified-queries", this::propose),
                reception.look("GET", "/verified-queries/{id}", this::show),
                reception.work("DELETE", "/verified-queries/{id}", this::remove),
                reception.look("GET", "/review/queue", visit -> list(visit, VerifiedQuery.Status.PROPOSED)),
                reception.work("POST", "/review/{id}", this::review));
    }

    /** A question with SQL, on the wire. */
    record VerifiedObject(
            String id,
            String source,
            String naturalLanguageQuery,
            String sql,
            String explanation,
            @Nullable String queryId,
            String status,
            @Nullable String reviewer,
            String createdAt,
            String updatedAt) {

        static VerifiedObject of(VerifiedQuery query) {
            return new VerifiedObject(
                    query.id().toString(),
                    query.source().value(),
                    query.question(),
                    query.sql(),
                    query.explanation(),
                    query.from().map(QueryId::toString).orElse(null),
                    AnswerObjects.id(query.status()),
                    query.reviewer().orElse(null),
                    query.created().toString(),
                    query.updated().toString());
        }
    }

    /** A list of them. */
    record ListObject(List<VerifiedObject> verifiedQueries) {}

    private Reply list(Visit visit) {
        QueryFields fields = new QueryFields(visit.request());
        VerifiedQuery.Status status =
                fields.choice("status", VerifiedQuery.Status.class).orElse(VerifiedQuery.Status.APPROVED);
        return Reception.wrong(fields.problems()).orElseGet(() -> list(visit, status));
    }

    private Reply list(Visit visit, VerifiedQuery.Status status) {
        return Reply.json(
                200,
                new ListObject(verified.list(visit.teamId(), status).stream()
                        .map(VerifiedObject::of)
                        .toList()));
    }

    private Reply show(Visit visit) {
        return found(visit)
                .map(query -> Reply.json(200, VerifiedObject.of(query)))
                .orElseGet(VerifiedCalls::unknown);
    }

    private Reply remove(Visit visit) {
        return found(visit)
                .filter(query -> verified.remove(visit.teamId(), query.id()))
                .map(gone -> Reply.nothing())
                .orElseGet(VerifiedCalls::unknown);
    }

    private Optional<VerifiedQuery> found(Visit visit) {
        return Ids.uuid(visit.request().pathParameter("id")).flatMap(id -> verified.find(visit.teamId(), id));
    }

    private static Reply unknown() {
        return ProblemDetails.of(Kind.NOT_FOUND, "There is no such verified query.")
                .reply();
    }

    private Reply propose(Visit visit) {
        Optional<Fields> parsed = Fields.of(visit.request().body());
        if (parsed.isEmpty()) {
            return Api.malformed("The body must be one JSON object.");
        }
        Fields fields = parsed.get();
        Optional<UUID> exchange = fields.optionalId("query_id");
        boolean own = !fields.has("query_id");
        Optional<String> question = own
                ? Optional.of(fields.requiredText("natural_language_query", Question.MAX_CHARACTERS))
                : none(fields, "natural_language_query");
        Optional<String> sql =
                own ? Optional.of(fields.requiredText("sql", Questions.LONGEST_SQL)) : none(fields, "sql");
        Optional<SourceId> named =
                own ? Questions.source(fields) : none(fields, "source").flatMap(Ids::source);
        List<FieldProblem> problems = fields.problems();
        if (!problems.isEmpty()) {
            return ProblemDetails.fields(problems).reply();
        }
        if (exchange.isPresent()) {
            return history.find(visit.teamId(), new QueryId(exchange.get()))
                    .map(recorded -> ofExchange(visit, recorded))
                    .orElseGet(HistoryCalls::unknownQuery);
        }
        Optional<SourceId> source = named.or(() -> sources.usual(visit.teamId()));
        return source.map(id -> proposed(
                        visit,
                        new Vouching.Proposed(
                                id,
                                question.orElseThrow(),
                                new SqlText(sql.orElseThrow()),
                                "The SQL as a person wrote it.",
                                Optional.empty())))
                .orElseGet(QuestionCalls::noSource);
    }

    private static Optional<String> none(Fields fields, String name) {
        return fields.has(name) ? fields.wrong(name, name + " does not go with query_id.") : Optional.empty();
    }

    private Reply ofExchange(Visit visit, Recorded recorded) {
        return recorded.sql()
                .map(sql -> proposed(
                        visit,
                        new Vouching.Proposed(
                                recorded.source(),
                                recorded.question(),
                                new SqlText(sql),
                                recorded.explanation(),
                                Optional.of(recorded.id()))))
                .orElseGet(
                        () -> ProblemDetails.of(Kind.CONFLICT, "This exchange brought no SQL that could be approved.")
                                .reply());
    }

    private Reply proposed(Visit visit, Vouching.Proposed proposed) {
        return vouching.refused(visit.teamId(), proposed.source(), "sql", proposed.sql())
                .orElseGet(() -> Reply.json(201, VerifiedObject.of(vouching.propose(visit.teamId(), proposed))));
    }

    private enum Decision {
        APPROVE,
        REJECT
    }

    private Reply review(Visit visit) {
        Optional<Fields> parsed = Fields.of(visit.request().body());
        if (parsed.isEmpty()) {
            return Api.malformed("The body must be one JSON object.");
        }
        Fields fields = parsed.get();
        if (!fields.has("decision")) {
            fields.wrong("decision", "decision is required.");
        }
        Optional<Decision> decision = fields.choice("decision", Decision.class);
        List<FieldProblem> problems = fields.problems();
        if (decision.isEmpty() || !problems.isEmpty()) {
            return ProblemDetails.fields(problems).reply();
        }
        return found(visit).map(query -> reviewed(visit, query, decision.get())).orElseGet(VerifiedCalls::unknown);
    }

    private Reply reviewed(Visit visit, VerifiedQuery query, Decision decision) {
        String reviewer = visit.caller().keyId();
        Optional<Reply> refused = switch (decision) {
            case APPROVE -> vouching.approve(query, reviewer);
            case REJECT -> {
                verified.reject(visit.teamId(), query.id(), reviewer);
                yield Optional.empty();
            }
        };
        return refused.orElseGet(() -> show(visit));
    }
}
