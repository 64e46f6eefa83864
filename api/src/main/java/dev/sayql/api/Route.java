package dev.sayql.api;

/**
 * A way into the service. Immutable.
 *
 * @param method HTTP's, in upper case
 * @param path with placeholders in braces, as in the OpenAPI file
 * @param door who may come in
 * @param watchable whether a caller may watch the steps
 */
public record Route(String method, String path, For door, boolean watchable, Endpoint endpoint) {

    /** Who may call. */
    public enum For {
        /** Anybody, without a key. */
        EVERYBODY,
        /** Teams, with a key of theirs. */
        TEAMS,
        /** Administrators, with a key of theirs. */
        ADMINISTRATORS
    }

    /** What a route does. Never throws for an expected ending. */
    @FunctionalInterface
    public interface Endpoint {

        Reply reply(Request request);
    }

    /** As logs and figures name it. */
    public String name() {
        return method + " " + path;
    }
}
