package dev.sayql.api;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer object: what every question gets back. Component names become snake_case on the wire; a component that does
 * not apply is null there, never left out. Immutable.
 *
 * @param explanation what the question was understood to mean, or why there is no answer
 * @param checks every check of the receipt with what became of it: clean, caveat or not_checked
 * @param executionTimeMs from the question's arrival to the answer, in milliseconds
 * @param model the language model that wrote the SQL
 * @param parentQueryId the exchange that a refinement changes
 * @param attemptNumber which attempt this is in a chain of refinements; 1 for a question of its own
 * @param changed what a refinement changed of the earlier query
 * @param costUsd what model providers charged
 */
public record AnswerObject(
        String queryId,
        String source,
        @Nullable String generatedSql,
        String explanation,
        Results results,
        List<Column> columns,
        boolean success,
        long executionTimeMs,
        int rowsReturned,
        boolean truncated,
        boolean cacheHit,
        @Nullable String answeredBy,
        @Nullable String model,
        @Nullable Double confidence,
        String trust,
        List<CaveatObject> caveats,
        Map<String, String> checks,
        List<UnderstoodObject> understoodAs,
        @Nullable ClarificationObject clarification,
        @Nullable DeclineObject declinedBecause,
        @Nullable String parentQueryId,
        int attemptNumber,
        @Nullable RevisionObject changed,
        BigDecimal costUsd,
        Tokens tokens,
        Validation validation,
        @Nullable ErrorType errorType) {

    public AnswerObject {
        columns = List.copyOf(columns);
        caveats = List.copyOf(caveats);
        understoodAs = List.copyOf(understoodAs);
    }

    /** A column of the result with PostgreSQL's name of its type. */
    public record Column(String name, String type) {}

    /** Something to be careful about. */
    public record CaveatObject(String check, String message) {}

    /** What a phrase was taken to mean; start and end are character indexes in the question. */
    public record UnderstoodObject(String phrase, int start, int end, String meaning) {}

    /** A question back and at most three options. */
    public record ClarificationObject(String question, List<String> options) {}

    /** Why the question is not answered. */
    public record DeclineObject(String reason, String message, List<String> unknownWords, List<String> nearest) {}

    /**
     * What a refinement changed.
     *
     * @param manner changed, new_question, repaired, asked_again or chosen
     * @param sentence all of it for people
     */
    public record RevisionObject(String manner, String sentence, List<ChangeObject> changes) {
        public RevisionObject {
            changes = List.copyOf(changes);
        }
    }

    /** One difference between the earlier query and this one; before is null for what is new, after for what is gone. */
    public record ChangeObject(
            String part,
            String kind,
            @Nullable String before,
            @Nullable String after) {}

    /** Tokens that models read and wrote. */
    public record Tokens(long input, long output) {}

    /**
     * What checking the SQL brought.
     *
     * @param warnings what is to be known of how the source is reached, such as a trusted role that may do more than read
     * @param complexityScore 1 to 10; null when there is no checked SQL
     */
    public record Validation(
            boolean isValid,
            boolean isSafe,
            List<String> errors,
            List<String> warnings,
            List<String> securityIssues,
            @Nullable Integer complexityScore) {}
}
