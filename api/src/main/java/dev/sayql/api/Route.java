package dev.sayql.api;

/**
 * A way into the service. Immutable.
 *
 * @param method HTTP's, in upper case
 * @param path with placeholders in braces, as in the OpenAPI file
 * @param open whether it needs no API key
 */
public record Route(String method, String path, boolean open, Endpoint endpoint) {

    /** What a route does. Never throws for an expected ending. */
    @FunctionalInterface
    public interface Endpoint {

        Reply reply(Request request);
    }
}
