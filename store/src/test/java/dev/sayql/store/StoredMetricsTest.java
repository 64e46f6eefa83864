package dev.sayql.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sayql.core.history.DailyMetrics;
import dev.sayql.core.history.Feedback;
import dev.sayql.core.history.MonthlyUsage;
import dev.sayql.core.question.QueryId;
import dev.sayql.core.team.TeamId;
import dev.sayql.testkit.FixedClock;
import dev.sayql.testkit.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoredMetricsTest {
    private static final LocalDate MONDAY = LocalDate.parse("2026-03-16");
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);

    private final TestDatabase test = TestDatabase.create("metrics");
    private final SystemDatabase database = SystemDatabases.open(test);
    private final FixedClock clock = FixedClock.at("2026-03-17T12:00:00Z");
    private final StoredMetrics metrics = new StoredMetrics(database, clock);
    private final StoredHistory history = new StoredHistory(database, clock);

    @AfterAll
    void close() {
        database.close();
        test.close();
    }

    /**
     * An exchange that its day does not know of yet.
     *
     * @param columns beside those that every row needs, as SQL: {@code duration_us = 1000, cost_usd = 0.5}
     */
    private UUID ask(String team, String moment, String columns) {
        UUID id = UUID.randomUUID();
        TestDatabase.run(
                test.owner(),
                "DELETE FROM aggregated_days;"
                        + " INSERT INTO query_history (query_id, team_id, source_id, natural_language_query, explanation, ending,"
                        + " success, started_at, duration_us, trust) VALUES ('" + id + "', '" + team
                        + "', 'shop', 'q', 'e', 'answered', true, '" + moment + "', 1000, 'checked');"
                        + " UPDATE query_history SET " + columns + " WHERE query_id = '" + id + "'");
        return id;
    }

    private void askOnMonday(String team) {
        ask(
                team,
                "2026-03-16T00:00:00Z",
                "duration_us = 1000, cost_usd = 0.02, input_tokens = 100, output_tokens = 10,"
                        + " complexity_score = 2, user_rating = 5, user_feedback_type = 'thumbs_up', feedback_at = now()");
        ask(
                team,
                "2026-03-16T10:00:00Z",
                "duration_us = 3000, cost_usd = 0.04, complexity_score = 4, user_rating = 2," + " feedback_at = now()");
        ask(team, "2026-03-16T11:00:00Z", "duration_us = 5000, cache_hit = true, answered_by = 'cache'");
        ask(team, "2026-03-16T12:00:00Z", "success = false, ending = 'declined', duration_us = 7000");
        ask(
                team,
                "2026-03-16T13:00:00Z",
                "success = false, ending = 'refused', error_type = 'security',"
                        + " user_feedback_type = 'thumbs_down', feedback_at = now(), duration_us = 9000");
        ask(
                team,
                "2026-03-16T23:59:59.999999Z",
                "success = false, ending = 'too_slow', error_type = 'timeout',"
                        + " parent_query_id = gen_random_uuid(), attempt_number = 2, duration_us = 11000");
    }

    private static void assertMonday(DailyMetrics day) {
        assertThat(day.volume()).isEqualTo(new DailyMetrics.Volume(6, 3, 1, 2, 1, 3));
        assertThat(day.volume().successRate()).isEqualTo(0.5);
        assertThat(day.volume().cacheHitRate()).isEqualTo(1 / 3.0);
        assertThat(day.volume().feedbackRate()).isEqualTo(0.5);
        assertThat(day.ratings()).isEqualTo(new DailyMetrics.Ratings(2, OptionalDouble.of(3.5)));
        assertThat(day.thumbs()).isEqualTo(new DailyMetrics.Thumbs(1, 1));
        assertThat(day.errors())
                .isEqualTo(Map.of("syntax", 0L, "execution", 0L, "timeout", 1L, "security", 1L, "validation", 0L));
        assertThat(day.spent()).isEqualTo(new DailyMetrics.Spent(100, 10, new BigDecimal("0.06")));
        assertThat(day.saved()).as("one hit, at the mean of two generated").isEqualByComparingTo("0.03");
        assertThat(day.firstAttempts()).isEqualTo(new DailyMetrics.FirstAttempts(5, 3));
        assertThat(day.retries()).isEqualTo(1);
        assertThat(day.complexity()).hasValue(3);
    }

    @Test
    void everyFigureOfADayIsWorkedOutBeforeAndAfterItIsAggregated() {
        askOnMonday("figures");
        TeamId team = new TeamId("figures");
        DailyMetrics.Latency latency = new DailyMetrics.Latency(
                Duration.ofMillis(6),
                Duration.ofMillis(6),
                Duration.ofNanos(10_500_000),
                Duration.ofNanos(10_900_000),
                Duration.ofMillis(11));

        List<DailyMetrics> before = metrics.daily(team, MONDAY, TUESDAY);
        assertThat(before).singleElement().satisfies(StoredMetricsTest::assertMonday);
        assertThat(before.getFirst().latency()).isEqualTo(latency);

        assertThat(metrics.aggregate(MONDAY)).isPositive();
        assertThat(metrics.daily(team, MONDAY, TUESDAY)).isEqualTo(before);
        DailyMetrics totals = metrics.totals(team, MONDAY, TUESDAY);
        assertMonday(totals);
        assertThat(totals.first()).isEqualTo(MONDAY);
        assertThat(totals.last()).isEqualTo(TUESDAY);
        assertThat(totals.latency().most()).isEqualTo(Duration.ofMillis(11));
    }

    @Test
    void todayIsReadAsItStands() {
        TeamId team = new TeamId("today");
        ask("today", "2026-03-17T09:00:00Z", "duration_us = 1");
        assertThat(metrics.totals(team, TUESDAY, TUESDAY).volume().questions()).isEqualTo(1);
        ask("today", "2026-03-17T10:00:00Z", "duration_us = 1");

        assertThat(metrics.totals(team, TUESDAY, TUESDAY).volume().questions()).isEqualTo(2);
        assertThat(metrics.daily(team, TUESDAY, TUESDAY)).hasSize(1);
    }

    @Test
    void feedbackThatComesAfterItsDayCountsOnItsDay() {
        TeamId team = new TeamId("late");
        UUID id = ask("late", "2026-03-16T09:00:00Z", "duration_us = 1");
        metrics.aggregate(MONDAY);
        assertThat(metrics.totals(team, MONDAY, MONDAY).ratings().count()).isZero();

        history.give(
                team,
                new QueryId(id),
                new Feedback(OptionalInt.of(4), Optional.empty(), List.of(), Optional.empty(), Optional.empty()));

        assertThat(metrics.totals(team, MONDAY, MONDAY).ratings())
                .isEqualTo(new DailyMetrics.Ratings(1, OptionalDouble.of(4)));
    }

    @Test
    void percentilesOfSeveralDaysAreWithinFivePerCent() {
        TeamId team = new TeamId("spread");
        TestDatabase.run(test.owner(), """
                INSERT INTO query_history (query_id, team_id, source_id, natural_language_query, explanation, ending,
                    success, started_at, duration_us, trust)
                SELECT gen_random_uuid(), 'spread', 'shop', 'q', 'e', 'answered', true,
                    timestamptz '2026-02-01T00:00:00Z' + (n % 28) * interval '1 day', 1000 + n * n, 'checked'
                FROM generate_series(1, 2000) n
                """);

        DailyMetrics totals = metrics.totals(team, LocalDate.parse("2026-02-01"), LocalDate.parse("2026-02-28"));

        assertThat(totals.volume().questions()).isEqualTo(2_000);
        assertNear(totals.latency().p50(), 1_001_000);
        assertNear(totals.latency().p95(), 3_611_000);
        assertNear(totals.latency().p99(), 3_921_400);
        assertNear(totals.latency().mean(), 1_335_300);
    }

    private static void assertNear(Duration duration, double microseconds) {
        assertThat(duration.toNanos() / 1_000.0).isCloseTo(microseconds, within(0.051 * microseconds));
    }

    @Test
    void aTeamThatAskedNothingHasNoDaysAndNoTotals() {
        TeamId nobody = new TeamId("nobody");

        assertThat(metrics.daily(nobody, MONDAY, TUESDAY)).isEmpty();
        DailyMetrics totals = metrics.totals(nobody, MONDAY, TUESDAY);
        assertThat(totals.volume()).isEqualTo(new DailyMetrics.Volume(0, 0, 0, 0, 0, 0));
        assertThat(totals.volume().successRate()).isZero();
        assertThat(totals.latency().p99()).isZero();
        assertThat(totals.ratings().mean()).isEmpty();
        assertThat(totals.complexity()).isEmpty();
        assertThatThrownBy(() -> metrics.daily(nobody, TUESDAY, MONDAY)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void usageIsWhatHistoryHolds() {
        TeamId team = new TeamId("using");
        ask("using", "2026-02-28T23:59:59Z", "cost_usd = 5");
        ask("using", "2026-03-01T00:00:00Z", "cost_usd = 0.25, input_tokens = 7, output_tokens = 3");
        ask("using", "2026-03-31T23:59:59Z", "success = false, cache_hit = false");
        ask("using", "2026-03-15T00:00:00Z", "cache_hit = true");
        ask("using", "2026-04-01T00:00:00Z", "cost_usd = 5");

        assertThat(metrics.of(team, YearMonth.of(2026, 3)))
                .isEqualTo(new MonthlyUsage(
                        YearMonth.of(2026, 3), 3, 2, 1, new DailyMetrics.Spent(7, 3, new BigDecimal("0.25"))));
    }

    @Test
    void theViewsShowTheSameDay() {
        askOnMonday("viewed");

        TestDatabase.run(test.owner(), """
                DO $$ BEGIN
                ASSERT (SELECT total_queries = 6 AND successful_queries = 3 AND failed_queries = 2 AND mean_rating = 3.5
                    AND success_rate_percent = 50 FROM daily_query_stats WHERE team_id = 'viewed'), 'daily_query_stats';
                ASSERT (SELECT count(*) = 2 AND sum(occurrences) = 2 FROM error_analysis WHERE team_id = 'viewed'),
                    'error_analysis';
                ASSERT (SELECT cache_hits = 1 AND hit_rate_percent = 33.33 AND saved_usd = 0.03 FROM cache_effectiveness
                    WHERE team_id = 'viewed'), 'cache_effectiveness';
                END $$
                """);
    }
}
