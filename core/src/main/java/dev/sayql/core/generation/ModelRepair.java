package dev.sayql.core.generation;

import dev.sayql.sql.Problem;
import dev.sayql.sql.RejectionCode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a language model is told of a statement that did not pass, so that it can mend it. */
final class ModelRepair {

    private ModelRepair() {}

    /** Exactly what is wrong; empty when nothing is, or when it is nothing that a model is to try again. */
    static Optional<String> problem(Draft draft) {
        return switch (draft) {
            case Draft.Refused(String _, List<Problem> problems)
            when problems.stream().allMatch(problem -> isSlip(problem.code())) ->
                Optional.of(problems.stream().map(ModelRepair::sentence).collect(Collectors.joining(" ")));
            case Draft.Failed(var _, var error) ->
                Optional.of("PostgreSQL does not plan it (" + error.sqlState() + "): " + error.message());
            case Draft.TooExpensive(var _, double _, double rows) ->
                Optional.of(String.format(
                        Locale.ROOT, "PostgreSQL estimates that it takes too much: %.0f rows. Ask for less.", rows));
            case Draft.Refused _,
                    Draft.Proven _,
                    Draft.Unclear _,
                    Draft.Declined _,
                    Draft.Cancelled _,
                    Draft.SourceUnavailable _,
                    Draft.ModelUnavailable _ -> Optional.empty();
        };
    }

    private static String sentence(Problem problem) {
        return problem.code().sentence() + " (" + problem.detail() + ")";
    }

    /** Whether it may be a slip; what changes data or reaches for what is closed ends in a refusal at once. */
    private static boolean isSlip(RejectionCode code) {
        return switch (code) {
            case EMPTY,
                    TOO_LARGE,
                    SYNTAX_ERROR,
                    PARAMETER,
                    UNSUPPORTED_SYNTAX,
                    UNKNOWN_TABLE,
                    UNKNOWN_COLUMN,
                    AMBIGUOUS_COLUMN,
                    DUPLICATE_NAME,
                    WHOLE_ROW,
                    FUNCTION_NOT_ALLOWED,
                    OPERATOR_NOT_ALLOWED,
                    TYPE_NOT_ALLOWED,
                    OPAQUE_COLUMN,
                    UNSAFE_PATTERN,
                    RESOURCE_LIMIT,
                    CROSS_JOIN -> true;
            case NUL_CHARACTER,
                    MULTIPLE_STATEMENTS,
                    NOT_A_QUERY,
                    WRITES_DATA,
                    SELECT_INTO,
                    LOCKING_CLAUSE,
                    COLUMN_DENIED,
                    TABLE_NOT_ALLOWED,
                    SYSTEM_RELATION,
                    FOREIGN_TABLE,
                    VIEW_NOT_OPENED,
                    COLLATION_NOT_ALLOWED,
                    PARSER_BUSY,
                    INTERNAL -> false;
        };
    }
}
