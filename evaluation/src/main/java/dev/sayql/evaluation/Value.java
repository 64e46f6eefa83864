package dev.sayql.evaluation;

import dev.sayql.core.execution.Cell;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a cell says, whatever its type: equal values are equal here. Immutable. */
sealed interface Value {

    record Nothing() implements Value {}

    record Truth(boolean value) implements Value {}

    /** A finite number, without trailing zeros. */
    record Amount(BigDecimal value) implements Value {}

    /** NaN or an infinity. */
    record NotFinite(double value) implements Value {}

    /** A date stands for its midnight in UTC, and a time without a zone for that time in UTC. */
    record Moment(Instant value) implements Value {}

    record Words(String value) implements Value {}

    static Value of(Cell cell) {
        return switch (cell) {
            case Cell.Null() -> new Nothing();
            case Cell.Bool(boolean value) -> new Truth(value);
            case Cell.Decimal(BigDecimal value) -> number(value);
            case Cell.Real(double value) ->
                Double.isFinite(value) ? number(BigDecimal.valueOf(value)) : new NotFinite(value);
            case Cell.Text(String value) ->
                Moments.read(value).<Value>map(Moment::new).orElseGet(() -> new Words(value));
            case Cell.Json(String value) -> new Words(value);
        };
    }

    private static Value number(BigDecimal value) {
        return new Amount(value.stripTrailingZeros());
    }

    /** Whether both say the same: numbers within one part in a million, everything else exactly. */
    default boolean near(Value other) {
        if (this instanceof Amount(BigDecimal a) && other instanceof Amount(BigDecimal b)) {
            return Tolerance.covers(a, b);
        }
        return equals(other);
    }

    /** How far apart two numbers may lie and still be the same. */
    final class Tolerance {
        private static final BigDecimal RELATIVE = new BigDecimal("1e-6");
        // Sums of floating-point numbers that should be zero miss it by about this much.
        private static final BigDecimal ABSOLUTE = new BigDecimal("1e-9");

        private Tolerance() {}

        private static boolean covers(BigDecimal a, BigDecimal b) {
            BigDecimal allowed = a.abs().max(b.abs()).multiply(RELATIVE, MathContext.DECIMAL64);
            return a.subtract(b).abs().compareTo(allowed.max(ABSOLUTE)) <= 0;
        }
    }

    /** Reads the ISO 8601 forms that a database prints. */
    final class Moments {
        private static final Pattern LOOKS_LIKE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d([T ]\\d\\d:\\d\\d.*)?");
        private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
                .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
                .appendPattern("[XXX][X]")
                .toFormatter();

        private Moments() {}

        private static Optional<Instant> read(String text) {
            if (!LOOKS_LIKE.matcher(text).matches()) {
                return Optional.empty();
            }
            try {
                return Optional.of(text.length() == 10 ? midnight(text) : time(text.replace(' ', 'T')));
            } catch (DateTimeException notAMoment) {
                return Optional.empty();
            }
        }

        private static Instant midnight(String text) {
            return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        }

        private static Instant time(String text) {
            TemporalAccessor read = TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            return read instanceof OffsetDateTime withOffset
                    ? withOffset.toInstant()
                    : LocalDateTime.from(read).toInstant(ZoneOffset.UTC);
        }
    }
}
