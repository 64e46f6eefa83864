package dev.sayql.api;

import dev.sayql.core.history.Ending;
import dev.sayql.core.history.Feedback;
import dev.sayql.core.history.Recorded;
import dev.sayql.core.question.Refinement;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * An exchange of the past as it goes over the wire. Holds no rows: history keeps none. Immutable.
 *
 * @param ending how it ended, in snake_case
 * @param naturalLanguageQuery of a refinement, the question that it all began with
 * @param parentQueryId the exchange that a refinement changes
 * @param userRefinement what was to change; empty when a failure was to be repaired
 * @param askedAt ISO 8601 in UTC
 */
public record ExchangeObject(
        String queryId,
        String source,
        String naturalLanguageQuery,
        @Nullable List<String> selectedTables,
        String askedAt,
        long executionTimeMs,
        String ending,
        boolean success,
        @Nullable ErrorType errorType,
        @Nullable String generatedSql,
        String explanation,
        @Nullable Integer rowsReturned,
        boolean truncated,
        boolean cacheHit,
        @Nullable String answeredBy,
        @Nullable Double confidence,
        String trust,
        List<String> caveats,
        @Nullable Integer complexityScore,
        @Nullable String parentQueryId,
        int attemptNumber,
        @Nullable String userRefinement,
        BigDecimal costUsd,
        AnswerObject.Tokens tokens,
        @Nullable Integer userRating,
        @Nullable String userFeedbackType,
        List<String> userFeedbackReasons,
        @Nullable String userFeedbackText,
        @Nullable String correctedSql) {

    public ExchangeObject {
        caveats = List.copyOf(caveats);
        userFeedbackReasons = List.copyOf(userFeedbackReasons);
    }

    /** What history kept. */
    public static ExchangeObject of(Recorded recorded) {
        String answeredBy = recorded.answeredBy().flatMap(AnswerObjects::by).orElse(null);
        Optional<Feedback> feedback = recorded.feedback();
        return new ExchangeObject(
                recorded.id().toString(),
                recorded.source().value(),
                recorded.question(),
                recorded.tables().orElse(null),
                recorded.started().toString(),
                recorded.took().toMillis(),
                AnswerObjects.id(recorded.ending()),
                recorded.ending() == Ending.ANSWERED,
                Outcome.errorTypeOf(recorded).orElse(null),
                recorded.sql().orElse(null),
                recorded.explanation(),
                orNull(recorded.rowsReturned()),
                recorded.truncated(),
                "cache".equals(answeredBy),
                answeredBy,
                orNull(recorded.confidence()),
                AnswerObjects.id(recorded.trust()),
                recorded.caveats(),
                orNull(recorded.complexity()),
                parent(recorded),
                recorded.attempt(),
                recorded.refinement().map(Refinement::text).orElse(null),
                recorded.spent().cost(),
                new AnswerObject.Tokens(
                        recorded.spent().inputTokens(), recorded.spent().outputTokens()),
                feedback.map(given -> orNull(given.rating())).orElse(null),
                feedback.flatMap(Feedback::thumb)
                        .map(HistoryCalls.ThumbOnTheWire::id)
                        .orElse(null),
                feedback.map(Feedback::reasons).orElse(List.of()).stream()
                        .map(AnswerObjects::id)
                        .toList(),
                feedback.flatMap(Feedback::text).orElse(null),
                feedback.flatMap(Feedback::correctedSql).orElse(null));
    }

    private static @Nullable String parent(Recorded recorded) {
        return recorded.refinement()
                .map(refinement -> refinement.parent().toString())
                .orElse(null);
    }

    /** The names of the fields on the wire, in order. */
    static List<String> fieldNames() {
        return Arrays.stream(ExchangeObject.class.getRecordComponents())
                .map(component -> Json.fieldName(component.getName()))
                .toList();
    }

    private static @Nullable Integer orNull(OptionalInt value) {
        return value.isPresent() ? (Integer) value.getAsInt() : null;
    }

    private static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? (Double) value.getAsDouble() : null;
    }
}
