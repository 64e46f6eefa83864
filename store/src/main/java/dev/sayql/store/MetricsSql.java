package dev.sayql.store;

import dev.sayql.core.history.DailyMetrics;
import dev.sayql.core.history.DailyMetrics.FirstAttempts;
import dev.sayql.core.history.DailyMetrics.Latency;
import dev.sayql.core.history.DailyMetrics.Ratings;
import dev.sayql.core.history.DailyMetrics.Spent;
import dev.sayql.core.history.DailyMetrics.Thumbs;
import dev.sayql.core.history.DailyMetrics.Volume;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.OptionalDouble;

/** The statements about metrics, and their rows as values. */
final class MetricsSql {

    /**
     * Works out days of one team and keeps them. Parameters: team, from, until, the days, today (which stays stale, as it is
     * not over).
     */
    static final String AGGREGATE = resource("metrics_aggregate.sql");

    private MetricsSql() {}

    static String resource(String name) {
        try (InputStream file = MetricsSql.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is not packed");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DailyMetrics day(Row row) throws SQLException {
        return metrics(row, row.day("metric_date"), row.day("metric_date"));
    }

    static DailyMetrics metrics(Row row, LocalDate first, LocalDate last) throws SQLException {
        return new DailyMetrics(
                first,
                last,
                volume(row),
                latency(row),
                new Ratings(row.big("rating_count"), mean(row.big("rating_sum"), row.big("rating_count"))),
                new Thumbs(row.big("thumbs_up"), row.big("thumbs_down")),
                errors(row),
                new Spent(
                        row.big("input_tokens"),
                        row.big("output_tokens"),
                        row.decimal("cost_usd").stripTrailingZeros()),
                row.decimal("cache_savings_usd").stripTrailingZeros(),
                new FirstAttempts(row.big("first_attempts"), row.big("first_attempt_successes")),
                row.big("retries"),
                mean(row.big("complexity_sum"), row.big("complexity_count")));
    }

    private static Volume volume(Row row) throws SQLException {
        return new Volume(
                row.big("total_queries"),
                row.big("successful_queries"),
                row.big("withheld_queries"),
                row.big("failed_queries"),
                row.big("cache_hits"),
                row.big("with_feedback"));
    }

    private static Latency latency(Row row) throws SQLException {
        return new Latency(
                row.duration("latency_mean_us"),
                row.duration("latency_p50_us"),
                row.duration("latency_p95_us"),
                row.duration("latency_p99_us"),
                row.duration("latency_max_us"));
    }

    private static Map<String, Long> errors(Row row) throws SQLException {
        return Map.of(
                "syntax", row.big("syntax_errors"),
                "execution", row.big("execution_errors"),
                "timeout", row.big("timeout_errors"),
                "security", row.big("security_errors"),
                "validation", row.big("validation_errors"));
    }

    private static OptionalDouble mean(long sum, long count) {
        return count == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) sum / count);
    }
}
