package dev.sayql.store;

import dev.sayql.core.team.TeamId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What has to be done once a day, after midnight UTC: days that are over are aggregated, what is past its time is deleted in
 * batches that hold nobody up. Any node may ask for it as often as it likes; of several that do at once, one does it.
 * Thread-safe. Throws {@link SystemDatabaseException} when the system database cannot be used; what was not done then is done
 * the next time.
 */
public final class DailyWork {
    private static final int BATCH = 5_000;

    private static final String DELETE_HISTORY = """
            DELETE FROM query_history WHERE query_id IN (
                SELECT query_id FROM query_history WHERE team_id = ? AND started_at < ? ORDER BY started_at LIMIT %d)
            """.formatted(BATCH);

    private static final String DELETE_AUDIT = """
            DELETE FROM audit_log WHERE request_id IN (
                SELECT request_id FROM audit_log WHERE happened_at < ? ORDER BY happened_at LIMIT %d)
            """.formatted(BATCH);

    private static final String DELETE_CALLS = """
            DELETE FROM model_calls WHERE call_id IN (
                SELECT call_id FROM model_calls WHERE sent_at < ? ORDER BY sent_at LIMIT %d)
            """.formatted(BATCH);

    private static final String DELETE_ANSWERS = """
            DELETE FROM answer_cache WHERE cache_key IN (
                SELECT cache_key FROM answer_cache WHERE expires_at <= ? ORDER BY expires_at LIMIT %d)
            """.formatted(BATCH);

    private final SystemDatabase database;
    private final StoredMetrics metrics;
    private final TokenBuckets buckets;
    private final StoredIdempotency idempotency;
    private final RetentionPeriods periods;
    private final Clock clock;

    public DailyWork(
            SystemDatabase database,
            StoredMetrics metrics,
            TokenBuckets buckets,
            StoredIdempotency idempotency,
            RetentionPeriods periods,
            Clock clock) {
        this.database = database;
        this.metrics = metrics;
        this.buckets = buckets;
        this.idempotency = idempotency;
        this.periods = periods;
        this.clock = clock;
    }

    /**
     * What was done. Immutable.
     *
     * @param days that were aggregated
     * @param refreshed rows of metrics that were worked out anew because feedback came in
     */
    public record Done(int days, int refreshed, long exchanges, long auditEntries) {}

    /** Does what is due; empty when another node is at it or did it today. */
    public Optional<Done> runIfDue() {
        return claim() ? Optional.of(run()) : Optional.empty();
    }

    /** Takes today's work, for an hour: when this node dies over it, another takes it up. */
    private boolean claim() {
        Instant now = clock.instant();
        return database.runOne(
                        "claim the daily work",
                        connection -> Sql.change(
                                connection,
                                """
                        INSERT INTO daily_work AS w (only_row, claimed_at, done_on) VALUES (true, ?, NULL)
                        ON CONFLICT (only_row) DO UPDATE SET claimed_at = excluded.claimed_at
                        WHERE coalesce(w.done_on, '-infinity') < ? AND w.claimed_at < ?
                        """,
                                row -> row.moment(now).day(today()).moment(now.minusSeconds(3_600))))
                == 1;
    }

    /** Does all of it now. */
    public Done run() {
        int days = aggregate();
        int refreshed = metrics.refreshStale();
        long exchanges = 0;
        for (TeamId team : metrics.teamsOfHistory()) {
            exchanges += deleteHistory(team);
        }
        long audit = deleteAll(DELETE_AUDIT, row -> row.moment(keptSince(periods.audit())));
        deleteAll(DELETE_CALLS, row -> row.moment(callsKeptSince()));
        deleteAll(DELETE_ANSWERS, row -> row.moment(clock.instant()));
        idempotency.clearOld();
        buckets.clearFull();
        database.runOne(
                "finish the daily work",
                connection -> Sql.change(connection, "UPDATE daily_work SET done_on = ?", row -> row.day(today())));
        return new Done(days, refreshed, exchanges, audit);
    }

    private int aggregate() {
        int days = 0;
        for (Optional<LocalDate> day = metrics.firstDue(); day.isPresent(); day = metrics.firstDue()) {
            metrics.aggregate(day.get());
            days++;
        }
        return days;
    }

    private long deleteHistory(TeamId team) {
        return deleteAll(DELETE_HISTORY, row -> row.text(team.value()).moment(keptSince(periods.history())));
    }

    private long deleteAll(String statement, Sql.Fill fill) {
        long all = 0;
        int last;
        do {
            last = database.runOne(
                    "delete what is past its time", connection -> Sql.change(connection, statement, fill));
            all += last;
        } while (last == BATCH);
        return all;
    }

    /** Whole days only, so that a day's metrics are never worked out from a part of it. */
    private Instant keptSince(int days) {
        return today().minusDays(days).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** As long as the audit log, but never so short that this month's budgets would forget what was spent. */
    private Instant callsKeptSince() {
        Instant month = today().withDayOfMonth(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant audit = keptSince(periods.audit());
        return audit.isBefore(month) ? audit : month;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
