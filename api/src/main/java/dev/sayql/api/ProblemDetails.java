package dev.sayql.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A problem after RFC 9457. Holds no driver text, host name or stack trace. Immutable.
 *
 * @param type a stable path that names the kind of problem
 * @param errors what is wrong with each field, all at once
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
        @Nullable String errorId,
        @Nullable String queryId) {

    /** What is wrong with one field. */
    public record FieldProblem(String field, String message) {}

    public ProblemDetails {
        errors = List.copyOf(errors);
    }

    static ProblemDetails of(Kind kind, String detail) {
        return new ProblemDetails(kind.type, kind.title, kind.status, detail, List.of(), null, null);
    }

    static ProblemDetails fields(List<FieldProblem> problems) {
        String detail = problems.size() == 1
                ? problems.getFirst().message()
                : problems.size() + " fields of the request are wrong.";
        return new ProblemDetails(
                Kind.MALFORMED.type, Kind.MALFORMED.title, Kind.MALFORMED.status, detail, problems, null, null);
    }

    ProblemDetails withQueryId(String id) {
        return new ProblemDetails(type, title, status, detail, errors, errorId, id);
    }

    ProblemDetails withErrorId(String id) {
        return new ProblemDetails(type, title, status, detail, errors, id, queryId);
    }

    ProblemDetails withErrors(List<FieldProblem> problems) {
        return new ProblemDetails(type, title, status, detail, problems, errorId, queryId);
    }

    /** This problem as a reply. */
    Reply reply() {
        Map<String, String> headers = switch (status) {
            case 401 -> Map.of("WWW-Authenticate", "ApiKey");
            case 503, 504 -> Map.of("Retry-After", "5");
            default -> Map.of();
        };
        return new Reply(status, "application/problem+json", Json.write(this), headers, Optional.empty());
    }

    /** The kinds of problem that the service has. */
    enum Kind {
        MALFORMED("malformed-request", "The request cannot be read", 400),
        UNKNOWN_TABLES("unknown-tables", "A selected table does not exist", 400),
        UNAUTHENTICATED("unauthenticated", "The API key is missing or unknown", 401),
        NOT_FOUND("not-found", "Not found", 404),
        METHOD_NOT_ALLOWED("method-not-allowed", "The method is not allowed here", 405),
        TOO_LARGE("request-too-large", "The request body is too large", 413),
        MISDIRECTED("misdirected-request", "The Host header names another server", 421),
        INTERNAL("internal-error", "Something went wrong on our side", 500),
        HISTORY_UNAVAILABLE("history-unavailable", "The exchange cannot be recorded", 503),
        UNAVAILABLE("unavailable", "A database cannot be used now", 503),
        STOPPING("stopping", "The server is stopping", 503);

        private final String type;
        private final String title;
        private final int status;

        Kind(String type, String title, int status) {
            this.type = "/problems/" + type;
            this.title = title;
            this.status = status;
        }
    }
}
