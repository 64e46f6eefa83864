package dev.sayql.core.history;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How a team's questions went on one day (UTC), or over several. Immutable.
 *
 * @param first the day, or the first of several
 * @param last the same day, or the last
 * @param latency of everything asked; zero when nothing was
 * @param ratings how many rated, and how well
 * @param thumbs how many gave one
 * @param errors how many ended in an error, by the error types of the interface
 * @param spent on models
 * @param saved what answers from the cache would have cost: the mean cost of generated ones, for each
 * @param firstAttempts exchanges that refine nothing
 * @param retries exchanges that refine another
 * @param complexity mean of the SQL's, 1 to 10; empty when there was none
 */
public record DailyMetrics(
        LocalDate first,
        LocalDate last,
        Volume volume,
        Latency latency,
        Ratings ratings,
        Thumbs thumbs,
        Map<String, Long> errors,
        Spent spent,
        BigDecimal saved,
        FirstAttempts firstAttempts,
        long retries,
        OptionalDouble complexity) {

    public DailyMetrics {
        errors = Map.copyOf(errors);
    }

    /**
     * How much was asked.
     *
     * @param withheld asked back or declined: no error, and no answer either
     */
    public record Volume(long questions, long answered, long withheld, long failed, long cacheHits, long withFeedback) {

        /** 0 to 1; 0 when nothing was asked. */
        public double successRate() {
            return share(answered, questions);
        }

        /** Of the answers; 0 to 1. */
        public double cacheHitRate() {
            return share(cacheHits, answered);
        }

        /** How many exchanges got feedback of any kind; 0 to 1. */
        public double feedbackRate() {
            return share(withFeedback, questions);
        }
    }

    /** From question to answer. Percentiles of one day are exact; those of several days are within five per cent. */
    public record Latency(Duration mean, Duration p50, Duration p95, Duration p99, Duration most) {}

    /**
     * Ratings from 1 to 5.
     *
     * @param mean empty when nobody rated
     */
    public record Ratings(long count, OptionalDouble mean) {}

    /** Thumbs. */
    public record Thumbs(long up, long down) {}

    /** Tokens and US dollars. */
    public record Spent(long inputTokens, long outputTokens, BigDecimal cost) {}

    /** Of the exchanges that refine nothing, how many were answered. */
    public record FirstAttempts(long count, long answered) {

        /** 0 to 1; 0 when nothing was asked. */
        public double successRate() {
            return share(answered, count);
        }
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
