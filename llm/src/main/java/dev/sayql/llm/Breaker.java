package dev.sayql.llm;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Stops calling what failed several times in a row: for half a minute nothing is let through, then one call at a time, until
 * one succeeds. Thread-safe.
 */
final class Breaker {

    static final int MOST_FAILURES = 5;
    static final Duration REST = Duration.ofSeconds(30);

    private final InstantSource clock;
    private int failures;
    private @Nullable Instant restsUntil;

    Breaker(InstantSource clock) {
        this.clock = clock;
    }

    /** Whether a call may be made now. */
    synchronized boolean lets() {
        Instant until = restsUntil;
        if (until == null) {
            return true;
        }
        Instant now = clock.instant();
        if (now.isBefore(until)) {
            return false;
        }
        // One tries; the others go on resting until it is known how that went.
        restsUntil = now.plus(REST);
        return true;
    }

    synchronized void succeeded() {
        failures = 0;
        restsUntil = null;
    }

    synchronized void failed() {
        failures++;
        if (failures >= MOST_FAILURES) {
            restsUntil = clock.instant().plus(REST);
        }
    }
}
