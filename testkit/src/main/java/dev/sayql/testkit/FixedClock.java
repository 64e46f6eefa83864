package dev.sayql.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that stands still until it is told to go on. All clocks made from one with {@link #withZone} move together.
 * Thread-safe.
 */
public final class FixedClock extends Clock {

    private final AtomicReference<Instant> now;
    private final ZoneId zone;

    private FixedClock(AtomicReference<Instant> now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /** Stands at the given moment, such as {@code 2026-03-15T09:00:00Z}, in UTC. */
    public static FixedClock at(String moment) {
        return new FixedClock(new AtomicReference<>(Instant.parse(moment)), ZoneOffset.UTC);
    }

    /** Stands at noon of the given day, in UTC. */
    public static FixedClock on(LocalDate day) {
        return at(day + "T12:00:00Z");
    }

    /** Lets time pass; a negative duration sets the clock back. */
    public void advance(Duration by) {
        now.updateAndGet(moment -> moment.plus(by));
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public FixedClock withZone(ZoneId other) {
        return new FixedClock(now, other);
    }
}
