package dev.sayql.store;

import dev.sayql.core.team.MonthlyQuota;
import dev.sayql.core.team.Team;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The month's count in the team's own row: one statement for each question, exact over any number of nodes. A node whose clock
 * is behind does not take the month back. Thread-safe. Throws {@link SystemDatabaseException} when the system database cannot
 * be used.
 */
public final class StoredQuota implements MonthlyQuota {
    private static final String COUNT = """
            UPDATE teams SET current_month = greatest(current_month, month),
                current_month_queries = 1 + CASE WHEN current_month < month THEN 0 ELSE current_month_queries END
            FROM (SELECT ?::date AS month) m
            WHERE team_id = ? AND CASE WHEN current_month < month THEN 0 ELSE current_month_queries END < monthly_query_limit
            RETURNING current_month, current_month_queries, monthly_query_limit,
                set_config('synchronous_commit', 'off', true)
            """;

    private static final String GIVE_BACK = """
            UPDATE teams SET current_month_queries = current_month_queries - 1
            WHERE team_id = ? AND current_month = ? AND current_month_queries > 0
            """;

    private static final String LOOK = """
            SELECT greatest(current_month, month) AS current_month, monthly_query_limit,
                CASE WHEN current_month < month THEN 0 ELSE current_month_queries END AS current_month_queries
            FROM teams, (SELECT ?::date AS month) m WHERE team_id = ?
            """;

    private final SystemDatabase database;
    private final Clock clock;

    public StoredQuota(SystemDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Month(LocalDate first, int used, int limit) {

        Counted within() {
            return new Counted.Within(
                    used,
                    limit,
                    first.plusMonths(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        }

        Counted exhausted() {
            return new Counted.Exhausted(
                    used,
                    limit,
                    first.plusMonths(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        }
    }

    @Override
    public Counted count(Team team) {
        return month(team, COUNT)
                .map(Month::within)
                .orElseGet(() -> current(team).exhausted());
    }

    @Override
    public void giveBack(Team team) {
        database.runOne(
                "give back a question",
                connection -> Sql.change(
                        connection,
                        GIVE_BACK,
                        row -> row.text(team.id().value()).day(thisMonth())));
    }

    @Override
    public Counted look(Team team) {
        Month month = current(team);
        return month.used() < month.limit() ? month.within() : month.exhausted();
    }

    private Month current(Team team) {
        return month(team, LOOK).orElseGet(() -> new Month(thisMonth(), 0, 0));
    }

    private Optional<Month> month(Team team, String statement) {
        return database.runOne(
                "count a question",
                connection -> Sql.first(
                        connection,
                        statement,
                        row -> row.day(thisMonth()).text(team.id().value()),
                        row -> new Month(
                                row.day("current_month"),
                                row.number("current_month_queries"),
                                row.number("monthly_query_limit"))));
    }

    private LocalDate thisMonth() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).withDayOfMonth(1);
    }
}
