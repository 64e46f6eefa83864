package dev.sayql.embedded;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * How to run the embedded server. Immutable.
 *
 * @param home folder that holds the server's program, data and lock; made when missing
 * @param idleTimeout how long the server stays up after its last user left; at least one second, counted in whole seconds
 * @param patience how long to wait for the start-up lock and for the server, each
 * @param durable whether what is committed survives a power cut; false only for tests, whose servers start and stop a lot
 * @param clock tells the day the sample's dates count back from
 * @param progress gets one line for each step of a set-up that takes noticeable time; nothing on an ordinary start
 */
public record EmbeddedSettings(
        Path home, Duration idleTimeout, Duration patience, boolean durable, Clock clock, Consumer<String> progress) {

    public EmbeddedSettings {
        if (idleTimeout.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("The idle time-out must be at least one second: " + idleTimeout);
        }
        if (patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException("The patience must be positive: " + patience);
        }
    }

    /** Ten idle minutes, two minutes' patience, durable, the system's clock in UTC, no progress shown. */
    public static EmbeddedSettings of(Path home) {
        return new EmbeddedSettings(
                home, Duration.ofMinutes(10), Duration.ofMinutes(2), true, Clock.systemUTC(), line -> {});
    }

    public EmbeddedSettings withIdleTimeout(Duration other) {
        return new EmbeddedSettings(home, other, patience, durable, clock, progress);
    }

    public EmbeddedSettings withPatience(Duration other) {
        return new EmbeddedSettings(home, idleTimeout, other, durable, clock, progress);
    }

    /** For tests: nothing is forced to disk. */
    public EmbeddedSettings withoutDurability() {
        return new EmbeddedSettings(home, idleTimeout, patience, false, clock, progress);
    }

    public EmbeddedSettings withClock(Clock other) {
        return new EmbeddedSettings(home, idleTimeout, patience, durable, other, progress);
    }

    public EmbeddedSettings withProgress(Consumer<String> other) {
        return new EmbeddedSettings(home, idleTimeout, patience, durable, clock, other);
    }
}
