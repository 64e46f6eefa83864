package dev.sayql.llm;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Reads how long a server asks to be left alone: seconds, perhaps with a fraction, or a date of HTTP (RFC 9110, 10.2.3). */
final class RetryAfter {

    private static final double MOST_SECONDS = 86_400;

    private RetryAfter() {}

    /** Empty when it is neither, or negative; a day at most. */
    static Optional<Duration> of(String text, Instant now) {
        String value = text.strip();
        try {
            double seconds = Double.parseDouble(value);
            return seconds >= 0
                    ? Optional.of(Duration.ofMillis((long) (1_000 * Math.min(seconds, MOST_SECONDS))))
                    : Optional.empty();
        } catch (NumberFormatException notSeconds) {
            return ofDate(value, now);
        }
    }

    private static Optional<Duration> ofDate(String value, Instant now) {
        try {
            Instant then = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration wait = Duration.between(now, then);
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }
}
