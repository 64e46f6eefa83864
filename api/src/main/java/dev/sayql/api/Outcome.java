package dev.sayql.api;

import dev.sayql.core.answer.Answer;
import dev.sayql.core.history.Recorded;
import dev.sayql.sql.Problem;
import dev.sayql.sql.RejectionCode;
import java.util.List;
import java.util.Optional;

/**
 * What an ending means outside: the one place that turns answers into HTTP status, error type and exit code. Immutable.
 *
 * @param status HTTP
 * @param success whether the question was answered
 * @param errorType empty when nothing went wrong: a decline and a question back are no errors
 * @param exitCode of the command line
 */
public record Outcome(int status, boolean success, Optional<ErrorType> errorType, int exitCode) {

    /** What this answer means to whoever asked. */
    public static Outcome of(Answer answer) {
        return switch (answer) {
            case Answer.Result _ -> new Outcome(200, true, Optional.empty(), ExitCode.ANSWERED);
            case Answer.NeedsClarification _, Answer.Declined _ ->
                new Outcome(200, false, Optional.empty(), ExitCode.DECLINED);
            case Answer.Refused refused ->
                ofRefusal(refused.problems().stream().map(Problem::code).toList());
            case Answer.TooExpensive _ -> failed(403, ErrorType.VALIDATION, ExitCode.REFUSED);
            case Answer.TooSlow _ -> failed(504, ErrorType.TIMEOUT, ExitCode.FAILED);
            case Answer.SourceFailed _, Answer.Cancelled _ -> failed(200, ErrorType.EXECUTION, ExitCode.FAILED);
            case Answer.SourceUnavailable(var reason, var _)
            when reason.isRefusal() -> failed(403, ErrorType.SECURITY, ExitCode.REFUSED);
            case Answer.SourceUnavailable _, Answer.ModelUnavailable _ ->
                failed(503, ErrorType.EXECUTION, ExitCode.FAILED);
            case Answer.UnknownSource _ -> failed(404, ErrorType.VALIDATION, ExitCode.USAGE);
            case Answer.UnknownTables _ -> failed(400, ErrorType.VALIDATION, ExitCode.USAGE);
            case Answer.Failed _ -> failed(500, ErrorType.EXECUTION, ExitCode.INTERNAL);
        };
    }

    /** The error type of an exchange as history keeps it. */
    static Optional<ErrorType> errorTypeOf(Recorded recorded) {
        return switch (recorded.ending()) {
            case ANSWERED, CLARIFICATION, DECLINED -> Optional.empty();
            case REFUSED ->
                recorded.rejections().isEmpty()
                        ? Optional.of(ErrorType.SECURITY)
                        : ofRefusal(recorded.rejections()).errorType();
            case TOO_EXPENSIVE, UNKNOWN_SOURCE, UNKNOWN_TABLES -> Optional.of(ErrorType.VALIDATION);
            case TOO_SLOW -> Optional.of(ErrorType.TIMEOUT);
            case SOURCE_FAILED, SOURCE_UNAVAILABLE, MODEL_UNAVAILABLE, CANCELLED, FAILED ->
                Optional.of(ErrorType.EXECUTION);
        };
    }

    private static Outcome ofRefusal(List<RejectionCode> codes) {
        if (codes.stream().allMatch(RejectionCode::isRetryable)) {
            return failed(503, ErrorType.EXECUTION, ExitCode.FAILED);
        }
        if (codes.stream().anyMatch(code -> errorTypeOf(code) == ErrorType.SECURITY)) {
            return failed(403, ErrorType.SECURITY, ExitCode.REFUSED);
        }
        return failed(403, errorTypeOf(codes.getFirst()), ExitCode.REFUSED);
    }

    /** Whether a refusal protects the data ({@code SECURITY}), or only stops what could not have worked. */
    static ErrorType errorTypeOf(RejectionCode code) {
        return switch (code) {
            case EMPTY, SYNTAX_ERROR -> ErrorType.SYNTAX;
            case UNKNOWN_TABLE,
                    UNKNOWN_COLUMN,
                    AMBIGUOUS_COLUMN,
                    DUPLICATE_NAME,
                    TOO_LARGE,
                    PARAMETER,
                    UNSUPPORTED_SYNTAX,
                    WHOLE_ROW,
                    OPAQUE_COLUMN,
                    PARSER_BUSY,
                    INTERNAL -> ErrorType.VALIDATION;
            case NUL_CHARACTER,
                    MULTIPLE_STATEMENTS,
                    NOT_A_QUERY,
                    WRITES_DATA,
                    SELECT_INTO,
                    LOCKING_CLAUSE,
                    TABLE_NOT_ALLOWED,
                    SYSTEM_RELATION,
                    FOREIGN_TABLE,
                    VIEW_NOT_OPENED,
                    FUNCTION_NOT_ALLOWED,
                    OPERATOR_NOT_ALLOWED,
                    TYPE_NOT_ALLOWED,
                    COLLATION_NOT_ALLOWED,
                    UNSAFE_PATTERN,
                    RESOURCE_LIMIT,
                    COLUMN_DENIED,
                    CROSS_JOIN -> ErrorType.SECURITY;
        };
    }

    private static Outcome failed(int status, ErrorType type, int exitCode) {
        return new Outcome(status, false, Optional.of(type), exitCode);
    }
}
