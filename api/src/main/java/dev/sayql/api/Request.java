package dev.sayql.api;

import java.util.Map;
import java.util.Optional;

/**
 * One call, whatever carried it.
 *
 * @param apiKey the value of the header x-api-key
 * @param pathParameters values of the route's placeholders, by name
 */
public record Request(Optional<String> apiKey, Map<String, String> pathParameters, String body) {

    public Request {
        pathParameters = Map.copyOf(pathParameters);
    }

    String pathParameter(String name) {
        String value = pathParameters.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the route has no placeholder " + name);
        }
        return value;
    }
}
