package dev.sayql.store;

import dev.sayql.core.history.DailyMetrics;
import dev.sayql.core.history.DailyMetrics.Spent;
import dev.sayql.core.history.EvaluationMetrics;
import dev.sayql.core.history.MonthlyUsage;
import dev.sayql.core.history.Usage;
import dev.sayql.core.team.TeamId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Metrics in the system database: a row for each team and day. A day that is over and was aggregated is read as it stands; one
 * that is not, or got feedback since, is worked out anew from history before it is read. Thread-safe. Throws
 * {@link SystemDatabaseException} when the system database cannot be used.
 */
public final class StoredMetrics implements EvaluationMetrics, Usage {

    /** Days of a team that have to be worked out before they are read, with the first day on which it asked anything. */
    private static final String DUE = """
            SELECT day FROM (
                SELECT generate_series(greatest(?::date, first), least(?::date, ?::date), interval '1 day')::date AS day
                FROM (SELECT (min(started_at) AT TIME ZONE 'UTC')::date AS first FROM query_history WHERE team_id = ?) asked
                WHERE first IS NOT NULL
            ) days
            WHERE NOT EXISTS (SELECT FROM aggregated_days a WHERE a.metric_date = day)
            UNION
            SELECT metric_date FROM evaluation_metrics
            WHERE team_id = ? AND metric_date BETWEEN ? AND ? AND is_stale
                AND EXISTS (SELECT FROM query_history WHERE team_id = ?
                    AND started_at >= metric_date AT TIME ZONE 'UTC'
                    AND started_at < (metric_date + 1) AT TIME ZONE 'UTC')
            """;

    private static final String DAILY =
            "SELECT * FROM evaluation_metrics WHERE team_id = ? AND metric_date BETWEEN ? AND ? ORDER BY metric_date";

    private static final String TOTALS = MetricsSql.resource("metrics_totals.sql");

    private static final String USAGE = """
            SELECT count(*) AS questions, count(*) FILTER (WHERE success) AS answered,
                count(*) FILTER (WHERE cache_hit) AS cache_hits, coalesce(sum(input_tokens), 0) AS input_tokens,
                coalesce(sum(output_tokens), 0) AS output_tokens, coalesce(sum(cost_usd), 0) AS cost_usd
            FROM query_history WHERE team_id = ? AND started_at >= ? AND started_at < ?
            """;

    /** Steps from one team to the next along an index, however many exchanges they have. */
    private static final String TEAMS = """
            WITH RECURSIVE team AS (
                SELECT min(team_id) AS id FROM query_history
                UNION ALL
                SELECT (SELECT min(team_id) FROM query_history WHERE team_id > team.id) FROM team WHERE team.id IS NOT NULL)
            """;

    private static final String FIRST_DUE = TEAMS + """
            SELECT min(day)::date AS day FROM generate_series(
                (SELECT (min(first) AT TIME ZONE 'UTC')::date FROM team,
                    LATERAL (SELECT min(started_at) AS first FROM query_history WHERE team_id = team.id) asked),
                ?::date - 1, interval '1 day') AS day
            WHERE NOT EXISTS (SELECT FROM aggregated_days WHERE metric_date = day::date)
            """;

    private final SystemDatabase database;
    private final Clock clock;

    public StoredMetrics(SystemDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<DailyMetrics> daily(TeamId team, LocalDate first, LocalDate last) {
        check(first, last);
        return database.run("read metrics", connection -> {
            workOutDue(connection, team, first, last);
            return Sql.all(
                    connection, DAILY, row -> row.text(team.value()).day(first).day(last), MetricsSql::day);
        });
    }

    @Override
    public DailyMetrics totals(TeamId team, LocalDate first, LocalDate last) {
        check(first, last);
        return database.run("read metrics", connection -> {
            workOutDue(connection, team, first, last);
            return Sql.first(
                            connection,
                            TOTALS,
                            row -> row.text(team.value()).day(first).day(last),
                            row -> MetricsSql.metrics(row, first, last))
                    .orElseThrow();
        });
    }

    private static void check(LocalDate first, LocalDate last) {
        long days = ChronoUnit.DAYS.between(first, last);
        if (days < 0 || days > MOST_DAYS) {
            throw new IllegalArgumentException("the last day is the first or one of the 3,660 after it");
        }
    }

    private void workOutDue(Connection connection, TeamId team, LocalDate first, LocalDate last) throws SQLException {
        List<LocalDate> due = Sql.all(
                connection,
                DUE,
                row -> row.day(first)
                        .day(last)
                        .day(today())
                        .text(team.value())
                        .text(team.value())
                        .day(first)
                        .day(last)
                        .text(team.value()),
                row -> row.day("day"));
        workOut(connection, team, due);
    }

    private int workOut(Connection connection, TeamId team, List<LocalDate> days) throws SQLException {
        if (days.isEmpty()) {
            return 0;
        }
        LocalDate first = days.stream().min(LocalDate::compareTo).orElseThrow();
        LocalDate last = days.stream().max(LocalDate::compareTo).orElseThrow();
        return Sql.change(
                connection,
                MetricsSql.AGGREGATE,
                row -> row.text(team.value())
                        .moment(startOf(first))
                        .moment(startOf(last.plusDays(1)))
                        .days(days)
                        .day(today()));
    }

    @Override
    public int aggregate(LocalDate day) {
        List<TeamId> teams = teamsOfHistory();
        int asked = 0;
        for (TeamId team : teams) {
            asked += database.run("aggregate a day", connection -> workOut(connection, team, List.of(day)));
        }
        if (day.isBefore(today())) {
            database.runOne(
                    "aggregate a day",
                    connection -> Sql.change(
                            connection,
                            "INSERT INTO aggregated_days (metric_date) VALUES (?) ON CONFLICT (metric_date)"
                                    + " DO UPDATE SET aggregated_at = now()",
                            row -> row.day(day)));
        }
        return asked;
    }

    /** Everyone who ever asked and whose exchanges are still kept. */
    List<TeamId> teamsOfHistory() {
        return database.runOne(
                "list who asked",
                connection -> Sql.all(
                        connection,
                        TEAMS + "SELECT id FROM team WHERE id IS NOT NULL",
                        row -> {},
                        row -> new TeamId(row.text("id"))));
    }

    /** The first day that is over and was never aggregated; empty when there is none. */
    Optional<LocalDate> firstDue() {
        return database.runOne(
                        "look for days to aggregate",
                        connection -> Sql.first(
                                connection,
                                FIRST_DUE,
                                row -> row.day(today()),
                                row -> Optional.ofNullable(row.day("day"))))
                .flatMap(day -> day);
    }

    /** Works out anew what got feedback since it was aggregated, of days that are over. */
    int refreshStale() {
        record Stale(TeamId team, LocalDate day) {}
        List<Stale> stale = database.runOne(
                "look for stale metrics",
                connection -> Sql.all(
                        connection,
                        "SELECT team_id, metric_date FROM evaluation_metrics WHERE is_stale AND metric_date < ?",
                        row -> row.day(today()),
                        row -> new Stale(new TeamId(row.text("team_id")), row.day("metric_date"))));
        for (Stale one : stale) {
            database.run("aggregate a day", connection -> workOut(connection, one.team(), List.of(one.day())));
        }
        return stale.size();
    }

    @Override
    public MonthlyUsage of(TeamId team, YearMonth month) {
        return database.runOne(
                "read usage",
                connection -> Sql.first(
                                connection,
                                USAGE,
                                row -> row.text(team.value())
                                        .moment(startOf(month.atDay(1)))
                                        .moment(startOf(month.plusMonths(1).atDay(1))),
                                row -> new MonthlyUsage(
                                        month,
                                        row.big("questions"),
                                        row.big("answered"),
                                        row.big("cache_hits"),
                                        new Spent(
                                                row.big("input_tokens"),
                                                row.big("output_tokens"),
                                                row.decimal("cost_usd").stripTrailingZeros())))
                        .orElseThrow());
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
