package dev.sayql.api;

import dev.sayql.core.question.QueryId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What goes back to a caller, whatever carries it. Immutable.
 *
 * @param headers beside the content type
 * @param query the exchange that the call made or concerned, for the audit
 * @param problem the stable name of what was wrong, for the audit
 */
public record Reply(
        int status,
        String contentType,
        String body,
        Map<String, String> headers,
        Optional<QueryId> query,
        Optional<String> problem) {

    static final String JSON = "application/json";

    public Reply {
        headers = Map.copyOf(headers);
    }

    static Reply json(int status, Object body) {
        return text(status, JSON, Json.write(body));
    }

    static Reply text(int status, String contentType, String body) {
        return new Reply(status, contentType, body, Map.of(), Optional.empty(), Optional.empty());
    }

    static Reply nothing() {
        return text(204, JSON, "");
    }

    /** The same with one more header. */
    Reply withHeader(String name, String value) {
        return withHeaders(Map.of(name, value));
    }

    /** The same with further headers; of two with one name the new one counts. */
    Reply withHeaders(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(headers);
        all.putAll(more);
        return new Reply(status, contentType, body, all, query, problem);
    }

    Reply about(QueryId id) {
        return new Reply(status, contentType, body, headers, Optional.of(id), problem);
    }

    Reply withProblem(String name) {
        return new Reply(status, contentType, body, headers, query, Optional.of(name));
    }
}
