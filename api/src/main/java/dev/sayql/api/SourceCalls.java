package dev.sayql.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.sayql.api.ProblemDetails.Kind;
import dev.sayql.core.connection.SourceDesk;
import dev.sayql.core.question.Source;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The databases that a team may ask: connecting them, looking whether they changed, taking them away. Thread-safe. */
final class SourceCalls {

    private final SourceDesk sources;

    SourceCalls(SourceDesk sources) {
        this.sources = sources;
    }

    List<Route> routes(Reception reception) {
        return List.of(
                reception.look("GET", "/sources", this::list),
                reception.work("DELETE", "/sources/{id}", this::remove),
                reception.work("POST", "/sources/{id}/test", visit -> of(visit, this::test)),
                reception.work("POST", "/sources/{id}/refresh", visit -> of(visit, this::refresh)));
    }

    static Reply unknownSource() {
        return ProblemDetails.of(Kind.NOT_FOUND, "There is no such source.").reply();
    }

    private Reply of(Visit visit, Function<Source, Reply> call) {
        return Ids.source(visit.request().pathParameter("id"))
                .flatMap(id -> sources.find(visit.teamId(), id))
                .map(call)
                .orElseGet(SourceCalls::unknownSource);
    }

    /** A source in a list. */
    record SourceObject(
            String id,
            String database,
            String origin,
            String state,
            @Nullable Integer tables,
            @Nullable Long sizeBytes,
            @Nullable String fingerprint,
            @Nullable String lastRead,
            @Nullable String problem,
            @JsonProperty("default") boolean usual) {

        static SourceObject of(SourceDesk.Listed listed) {
            OptionalInt tables = listed.tables();
            OptionalLong bytes = listed.bytes();
            return new SourceObject(
                    listed.source().id().value(),
                    listed.source().database(),
                    listed.ofOperator() ? "operator" : "team",
                    listed.state(),
                    tables.isPresent() ? (Integer) tables.getAsInt() : null,
                    bytes.isPresent() ? (Long) bytes.getAsLong() : null,
                    listed.fingerprint().orElse(null),
                    listed.lastRead().map(Object::toString).orElse(null),
                    listed.problem().orElse(null),
                    listed.usual());
        }
    }

    /** All of a team's sources. */
    record ListObject(List<SourceObject> sources) {}

    private Reply list(Visit visit) {
        return Reply.json(
                200,
                new ListObject(sources.list(visit.teamId()).stream()
                        .map(SourceObject::of)
                        .toList()));
    }

    private Reply remove(Visit visit) {
        SourceDesk.Removed removed = Ids.source(visit.request().pathParameter("id"))
                .map(id -> sources.remove(visit.teamId(), id))
                .orElse(SourceDesk.Removed.UNKNOWN);
        return switch (removed) {
            case GONE -> Reply.nothing();
            case UNKNOWN -> unknownSource();
            case NOT_OURS ->
                ProblemDetails.of(Kind.FORBIDDEN, "This source is given by the operator of this server and stays.")
                        .reply();
        };
    }

    /** Whether a source can be used. */
    record TestObject(
            String source, boolean usable, @Nullable String reason, String message, long tookMs) {}

    private Reply test(Source source) {
        SourceDesk.Tested tested = sources.test(source);
        return Reply.json(
                200,
                new TestObject(
                        source.id().value(),
                        tested.usable(),
                        tested.reason().map(AnswerObjects::id).orElse(null),
                        tested.sentence(),
                        tested.took().toMillis()));
    }

    /** What changed. */
    record DriftObject(
            String source,
            boolean changed,
            @Nullable String fingerprintBefore,
            String fingerprint,
            List<SourceDesk.Drift.Change> changes,
            List<SourceDesk.Drift.Touched> verifiedQueries,
            List<SourceDesk.Drift.Touched> tests) {}

    private Reply refresh(Source source) {
        SourceDesk.Drift drift = sources.refresh(source);
        return Reply.json(
                200,
                new DriftObject(
                        source.id().value(),
                        !drift.before().equals(Optional.of(drift.fingerprint())),
                        drift.before().orElse(null),
                        drift.fingerprint(),
                        drift.changes(),
                        drift.queries(),
                        drift.tests()));
    }
}
