package dev.sayql.core.team;

import java.time.Duration;

/**
 * Counts requests against a team's limit by the minute, over all nodes together and exactly: a bucket of
 * {@link TeamLimits#burst} tokens that fills evenly with {@link TeamLimits#perMinute} tokens a minute. Thread-safe.
 */
@FunctionalInterface
public interface RateLimiter {

    /** Takes one token of this team's, if there is one. */
    Taken take(Team team);

    /**
     * How an attempt to take a token ended.
     *
     * <p>In all of them {@code limit} is the most tokens there can be, {@code remaining} how many whole ones are left, and
     * {@code reset} the time until the bucket is full again.
     */
    sealed interface Taken {

        int limit();

        int remaining();

        Duration reset();

        /** A token was taken. */
        record Granted(int limit, int remaining, Duration reset) implements Taken {}

        /**
         * There was none; nothing was taken.
         *
         * @param retryAfter when there will be one, if nobody else takes it; more than zero
         */
        record Refused(int limit, Duration reset, Duration retryAfter) implements Taken {
            @Override
            public int remaining() {
                return 0;
            }
        }
    }
}
