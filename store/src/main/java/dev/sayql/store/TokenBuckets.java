package dev.sayql.store;

import dev.sayql.core.team.RateLimiter;
import dev.sayql.core.team.Team;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Token buckets over the shared database: one row for each, one statement and one round trip for each token, by the
 * database's clock, so that any number of nodes count as one. All that is kept of a bucket is the moment when it is full
 * again (the generic cell rate algorithm). A node that was refused does not ask again before there can be a token.
 *
 * <p>Taking does not wait for the disk: when the database's machine goes down, what was taken in the last second may be
 * forgotten. Thread-safe. Throws {@link SystemDatabaseException} when the system database cannot be used.
 */
public final class TokenBuckets implements RateLimiter {
    private static final long MINUTE = ChronoUnit.MINUTES.getDuration().toNanos() / 1_000;
    private static final int MOST_REMEMBERED = 10_000;

    private static final String TAKE = """
            INSERT INTO rate_limits AS b (bucket, full_at, granted) VALUES (?, now() + ? * interval '1 microsecond', true)
            ON CONFLICT (bucket) DO UPDATE SET (granted, full_at) = (
                SELECT full_at + token <= latest, CASE WHEN full_at + token <= latest THEN full_at + token ELSE full_at END
                FROM (SELECT least(greatest(b.full_at, now()), latest) AS full_at, token, latest
                      FROM (SELECT ? * interval '1 microsecond' AS token, now() + ? * interval '1 microsecond' AS latest) l) f)
            RETURNING granted, (extract(epoch FROM full_at - now()) * 1000000)::bigint AS until_full_us,
                set_config('synchronous_commit', 'off', true)
            """;

    private final SystemDatabase database;
    private final Clock clock;
    private final Map<Bucket, Empty> empty = new ConcurrentHashMap<>();

    /** One bucket under one limit: with another limit nothing that was remembered counts. */
    private record Bucket(String name, int perMinute, int burst) {

        /** The time in which one token comes. */
        long token() {
            return Math.ceilDiv(MINUTE, perMinute);
        }

        long whole() {
            return token() * burst;
        }
    }

    private record Empty(Instant until, Instant full) {}

    public TokenBuckets(SystemDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Taken take(Team team) {
        return take(
                "team " + team.id(), team.limits().perMinute(), team.limits().burst());
    }

    /** Takes a token of the bucket with this name. */
    Taken take(String name, int perMinute, int burst) {
        Bucket bucket = new Bucket(name, perMinute, burst);
        return remembered(bucket).orElseGet(() -> ask(bucket));
    }

    /** Refused without asking, while there can be no token. */
    Optional<Taken.Refused> remembered(String name, int perMinute, int burst) {
        return remembered(new Bucket(name, perMinute, burst)).map(Taken.Refused.class::cast);
    }

    private Optional<Taken> remembered(Bucket bucket) {
        Instant now = clock.instant();
        return Optional.ofNullable(empty.get(bucket))
                .filter(entry -> now.isBefore(entry.until()))
                .map(entry -> new Taken.Refused(
                        bucket.burst(), Duration.between(now, entry.full()), Duration.between(now, entry.until())));
    }

    private Taken ask(Bucket bucket) {
        Answer answer = database.runOne(
                "count a request",
                connection -> Sql.first(
                                connection,
                                TAKE,
                                row -> row.text(bucket.name())
                                        .number(bucket.token())
                                        .number(bucket.token())
                                        .number(bucket.whole()),
                                row -> new Answer(row.flag("granted"), row.big("until_full_us")))
                        .orElseThrow());
        Duration reset = microseconds(answer.untilFull());
        long free = bucket.whole() - answer.untilFull();
        if (answer.granted()) {
            return new Taken.Granted(bucket.burst(), (int) (free / bucket.token()), reset);
        }
        Duration wait = microseconds(Math.max(1, bucket.token() - free));
        remember(bucket, new Empty(clock.instant().plus(wait), clock.instant().plus(reset)));
        return new Taken.Refused(bucket.burst(), reset, wait);
    }

    private record Answer(boolean granted, long untilFull) {}

    private void remember(Bucket bucket, Empty entry) {
        if (empty.size() >= MOST_REMEMBERED) {
            Instant now = clock.instant();
            empty.values().removeIf(old -> !now.isBefore(old.until()));
        }
        if (empty.size() < MOST_REMEMBERED) {
            empty.put(bucket, entry);
        }
    }

    private static Duration microseconds(long count) {
        return Duration.of(count, ChronoUnit.MICROS);
    }

    /** Deletes buckets that are full: they are as good as new ones. */
    int clearFull() {
        return database.runOne(
                "clear full buckets",
                connection -> Sql.change(connection, "DELETE FROM rate_limits WHERE full_at < now()", row -> {}));
    }
}
