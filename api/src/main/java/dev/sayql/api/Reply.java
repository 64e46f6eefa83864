package dev.sayql.api;

import java.util.Map;
import java.util.Optional;

/**
 * What goes back to a caller, whatever carries it.
 *
 * @param headers beside the content type
 * @param queryId of the exchange, for the access log
 */
public record Reply(
        int status, String contentType, String body, Map<String, String> headers, Optional<String> queryId) {

    public Reply {
        headers = Map.copyOf(headers);
    }

    static Reply json(int status, Object body) {
        return new Reply(status, "application/json", Json.write(body), Map.of(), Optional.empty());
    }

    Reply withHeaders(Map<String, String> newHeaders) {
        return new Reply(status, contentType, body, newHeaders, queryId);
    }

    Reply withQueryId(String id) {
        return new Reply(status, contentType, body, headers, Optional.of(id));
    }
}
