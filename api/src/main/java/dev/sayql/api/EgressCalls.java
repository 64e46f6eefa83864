package dev.sayql.api;

import dev.sayql.api.ProblemDetails.FieldProblem;
import dev.sayql.core.generation.Spending;
import dev.sayql.core.history.EgressLog;
import dev.sayql.core.question.QueryId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What left for language models on behalf of a team, byte for byte. Thread-safe. */
final class EgressCalls {

    private static final int USUAL = 20;

    private final EgressLog log;

    EgressCalls(EgressLog log) {
        this.log = log;
    }

    List<Route> routes(Reception reception) {
        return List.of(reception.look("GET", "/egress", this::list));
    }

    /** The latest calls first. */
    record ListObject(List<CallObject> calls) {}

    /** A call on the wire; what came of it is null while it runs, and when the server died over it. */
    record CallObject(
            String id,
            @Nullable String queryId,
            String sentAt,
            String model,
            String requestHead,
            String requestBody,
            @Nullable String outcome,
            @Nullable Integer status,
            AnswerObject.Tokens tokens,
            BigDecimal costUsd,
            @Nullable Long tookMs) {

        static CallObject of(EgressLog.Entry entry) {
            EgressLog.Call call = entry.call();
            Spending spent = entry.end().map(EgressLog.End::spent).orElseGet(Spending::none);
            OptionalInt status = entry.end().map(EgressLog.End::status).orElse(OptionalInt.empty());
            return new CallObject(
                    call.id().toString(),
                    call.query().map(QueryId::toString).orElse(null),
                    call.at().toString(),
                    call.model(),
                    call.head(),
                    call.body(),
                    entry.end().map(EgressLog.End::outcome).orElse(null),
                    status.isPresent() ? (Integer) status.getAsInt() : null,
                    new AnswerObject.Tokens(spent.inputTokens(), spent.outputTokens()),
                    spent.cost(),
                    entry.end().map(EgressLog.End::took).map(Duration::toMillis).orElse(null));
        }
    }

    private Reply list(Visit visit) {
        QueryFields fields = new QueryFields(visit.request());
        int limit = fields.number("limit", 1, EgressLog.MOST, USUAL);
        Optional<QueryId> query = fields.id("query_id").map(QueryId::new);
        List<FieldProblem> problems = fields.problems();
        return Reception.wrong(problems)
                .orElseGet(() -> Reply.json(
                        200,
                        new ListObject(log.latest(visit.teamId(), query, limit).stream()
                                .map(CallObject::of)
                                .toList())));
    }
}
