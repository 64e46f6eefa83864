package dev.sayql.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sayql.core.question.QueryId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A problem after RFC 9457. Holds no driver text, host name or stack trace. Immutable.
 *
 * @param type a stable path that names the kind of problem
 * @param errors what is wrong with each field, all at once
 * @param securityIssues why SQL that was handed in is not run
 * @param errorId stands in the log beside the cause
 * @param queryId of the exchange, where one was recorded
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemDetails(
        String type,
        String title,
        int status,
        String detail,
        List<FieldProblem> errors,
        List<String> securityIssues,
        @Nullable String errorId,
        @Nullable String queryId) {

    private static final String PREFIX = "/problems/";

    /** What is wrong with one field. */
    public record FieldProblem(String field, String message) {}

    public ProblemDetails {
        errors = List.copyOf(errors);
        securityIssues = List.copyOf(securityIssues);
    }

    static ProblemDetails of(Kind kind, String detail) {
        return new ProblemDetails(
                PREFIX + kind.type, kind.title, kind.status, detail, List.of(), List.of(), null, null);
    }

    static ProblemDetails fields(List<FieldProblem> problems) {
        String detail = problems.size() == 1
                ? problems.getFirst().message()
                : problems.size() + " fields of the request are wrong.";
        return of(Kind.MALFORMED, detail).withErrors(problems);
    }

    ProblemDetails withQueryId(QueryId id) {
        return new ProblemDetails(type, title, status, detail, errors, securityIssues, errorId, id.toString());
    }

    ProblemDetails withErrorId(String id) {
        return new ProblemDetails(type, title, status, detail, errors, securityIssues, id, queryId);
    }

    ProblemDetails withErrors(List<FieldProblem> problems) {
        return new ProblemDetails(type, title, status, detail, problems, securityIssues, errorId, queryId);
    }

    ProblemDetails withSecurityIssues(List<String> issues) {
        return new ProblemDetails(type, title, status, detail, errors, issues, errorId, queryId);
    }

    /** This problem as a reply. */
    Reply reply() {
        Map<String, String> headers = switch (status) {
            case 401 -> Map.of("WWW-Authenticate", "ApiKey");
            case 429, 503, 504 -> Map.of("Retry-After", "5");
            default -> Map.of();
        };
        return Reply.text(status, "application/problem+json", Json.write(this))
                .withHeaders(headers)
                .withProblem(type.substring(PREFIX.length()));
    }

    /** Whether this replies with a problem of this kind. */
    static boolean is(Reply reply, Kind kind) {
        return reply.problem().filter(kind.type::equals).isPresent();
    }

    /** This problem as a reply that says when to try again. */
    Reply replyAfter(Duration wait) {
        return reply().withHeader("Retry-After", Long.toString(seconds(wait)));
    }

    /** Whole seconds, at least one: a caller who waits so long has waited long enough. */
    static long seconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }

    /** The kinds of problem that the service has. */
    enum Kind {
        MALFORMED("malformed-request", "The request cannot be read", 400),
        UNKNOWN_TABLES("unknown-tables", "A selected table does not exist", 400),
        SOURCE_REFUSED("source-refused", "The database cannot be connected", 400),
        UNAUTHENTICATED("unauthenticated", "The API key is missing or unknown", 401),
        SQL_REFUSED("sql-refused", "The SQL is not one that would be run", 403),
        FORBIDDEN("forbidden", "Refused by policy", 403),
        NOT_FOUND("not-found", "Not found", 404),
        METHOD_NOT_ALLOWED("method-not-allowed", "The method is not allowed here", 405),
        CONFLICT("conflict", "This cannot be done now", 409),
        CANCELLED("cancelled", "The work was taken back", 409),
        IN_PROGRESS("request-in-progress", "The same request is being worked on", 409),
        TOO_LARGE("request-too-large", "The request body is too large", 413),
        MISDIRECTED("misdirected-request", "The Host header names another server", 421),
        KEY_REUSED("idempotency-key-reused", "The Idempotency-Key came with another request", 422),
        RATE_LIMITED("rate-limited", "Too many requests", 429),
        TOO_MANY_BAD_KEYS("too-many-bad-keys", "Too many unknown keys", 429),
        QUOTA_EXHAUSTED("quota-exhausted", "The month's questions are used up", 429),
        TOO_MANY_WAITING("too-many-waiting", "Too many questions wait", 429),
        INTERNAL("internal-error", "Something went wrong on our side", 500),
        HISTORY_UNAVAILABLE("history-unavailable", "The exchange cannot be recorded", 503),
        UNAVAILABLE("unavailable", "A database cannot be used now", 503),
        NO_TURN("busy", "No turn came in time", 503),
        STOPPING("stopping", "The server is stopping", 503);

        private final String type;
        private final String title;
        private final int status;

        Kind(String type, String title, int status) {
            this.type = type;
            this.title = title;
            this.status = status;
        }
    }
}
