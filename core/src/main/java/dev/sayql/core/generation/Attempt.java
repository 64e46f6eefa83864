package dev.sayql.core.generation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What was said at one moment in a chain of refinements, and what came of it: all that a generator may know of earlier
 * exchanges. Immutable.
 *
 * @param text the question, or what was to change about it; empty when a failure was to be repaired
 * @param askedAt the moment that its relative dates refer to
 * @param meaning the restatement that was shown with the answer; empty unless it was answered
 * @param sql what ran, or was to run
 * @param local whether the SQL came from words alone, not from a model or a person
 */
public record Attempt(
        String text, Instant askedAt, Outcome outcome, Optional<String> meaning, Optional<String> sql, boolean local) {

    /** What came of it, as far as it matters to what follows. */
    public enum Outcome {
        ANSWERED,
        /** Declined, or asked back: it changed nothing. */
        NOT_UNDERSTOOD,
        /** Too slow, or estimated to take too much. */
        TOO_MUCH,
        /** The SQL was refused, or failed in the source. */
        NOT_RUN,
        /** Cancelled, or something outside was down: nothing was wrong with it. */
        INTERRUPTED
    }

    /** The calendar day on which it was asked, in UTC. */
    public LocalDate today() {
        return askedAt.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
