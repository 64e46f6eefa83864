package dev.sayql.core.team;

import java.util.Map;
import java.util.UUID;

/**
 * Remembers replies by the key that a team sent with its request, for 24 hours and over all nodes together, so that the same
 * request sent again does nothing again. Thread-safe.
 */
public interface Idempotency {

    /** The longest key, in characters. */
    int MOST_CHARACTERS = 255;

    /**
     * Takes the key for one request, unless it is taken.
     *
     * @param key 1 to {@value #MOST_CHARACTERS} characters, chosen by the team
     * @param request a digest of what is asked: method, path and body
     */
    Begun begin(TeamId team, String key, String request);

    /** Remembers the reply. Does nothing when the claim was lost to another request because it took too long. */
    void complete(Claim claim, Reply reply);

    /** Lets the key go, so that the request can be tried again: for endings that are no reply, such as a full queue. */
    void abandon(Claim claim);

    /** How taking a key ended. */
    sealed interface Begun {

        /** The key is ours: do the work, then {@link #complete} or {@link #abandon}. */
        record Fresh(Claim claim) implements Begun {}

        /** The work was done before; this was its reply. */
        record Replay(Reply reply) implements Begun {}

        /** The same request is being worked on. After two minutes without an end it counts as lost with its node. */
        record Running() implements Begun {}

        /** The key was used for another request. */
        record Mismatch() implements Begun {}
    }

    /** The right to say how a request ended. Immutable. */
    record Claim(TeamId team, String key, UUID holder) {}

    /** A reply, byte for byte. Immutable. */
    record Reply(int status, String contentType, Map<String, String> headers, String body) {
        public Reply {
            headers = Map.copyOf(headers);
        }
    }
}
