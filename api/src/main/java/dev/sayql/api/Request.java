package dev.sayql.api;

import dev.sayql.core.execution.Cancellation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One call, whatever carried it.
 *
 * @param headers by names in small letters; one that came several times is left out, for it says nothing
 * @param pathParameters values of the route's placeholders, by name
 * @param query values of the query string, by name
 * @param address where the call comes from
 * @param cancellation requested when the caller goes away
 * @param onlooker told of steps while the call is answered
 */
public record Request(
        Map<String, String> headers,
        Map<String, String> pathParameters,
        Map<String, List<String>> query,
        String address,
        String body,
        Cancellation cancellation,
        Onlooker onlooker) {

    public Request {
        headers = Map.copyOf(headers);
        pathParameters = Map.copyOf(pathParameters);
        query = Map.copyOf(query);
    }

    /** A call that nobody watches or takes back. */
    public static Request of(Map<String, String> headers, Map<String, String> pathParameters, String body) {
        return new Request(
                headers, pathParameters, Map.of(), "127.0.0.1", body, Cancellation.never(), Onlooker.nobody());
    }

    /** The same with these values of the query string. */
    public Request withQuery(Map<String, List<String>> newQuery) {
        return new Request(headers, pathParameters, newQuery, address, body, cancellation, onlooker);
    }

    /** The same from another address. */
    public Request from(String newAddress) {
        return new Request(headers, pathParameters, query, newAddress, body, cancellation, onlooker);
    }

    /** The same with this body. */
    Request withBody(String newBody) {
        return new Request(headers, pathParameters, query, address, newBody, cancellation, onlooker);
    }

    /** The same without this header. */
    Request without(String header) {
        Map<String, String> others = new HashMap<>(headers);
        others.remove(header);
        return new Request(others, pathParameters, query, address, body, cancellation, onlooker);
    }

    /** The value of a header, by its name in small letters. */
    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    String pathParameter(String name) {
        String value = pathParameters.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the route has no placeholder " + name);
        }
        return value;
    }
}
