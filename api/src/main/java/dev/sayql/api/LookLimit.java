package dev.sayql.api;

import dev.sayql.core.team.Team;
import dev.sayql.core.team.TeamId;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Bounds how often a team looks at what is there, in this process: {@value #TIMES} times what it may ask, so that a page
 * which shows ten things is no flood, and a loop gone wild is one. Thread-safe.
 */
final class LookLimit {

    private static final int TIMES = 30;
    private static final double NANOS_A_MINUTE = 60e9;

    private final ConcurrentMap<TeamId, Bucket> buckets = new ConcurrentHashMap<>();

    private static final class Bucket {

        private double tokens;
        private long filled;

        private Bucket(double tokens, long now) {
            this.tokens = tokens;
            this.filled = now;
        }

        synchronized Optional<Duration> take(double perMinute, double burst, long now) {
            tokens = Math.min(burst, tokens + (now - filled) * perMinute / NANOS_A_MINUTE);
            filled = now;
            if (tokens >= 1) {
                tokens--;
                return Optional.empty();
            }
            return Optional.of(Duration.ofNanos((long) ((1 - tokens) * NANOS_A_MINUTE / perMinute)));
        }
    }

    /** How long to wait; empty when there is no need to. */
    Optional<Duration> take(Team team) {
        double perMinute = (double) TIMES * team.limits().perMinute();
        double burst = (double) TIMES * team.limits().burst();
        long now = System.nanoTime();
        return buckets.computeIfAbsent(team.id(), id -> new Bucket(burst, now)).take(perMinute, burst, now);
    }
}
