package dev.sayql.store;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.UUID;

/** The row that a result stands on, read by column names into values of ours. Not thread-safe. */
final class Row {
    private static final Duration MICROSECOND = ChronoUnit.MICROS.getDuration();

    private final ResultSet result;

    Row(ResultSet result) {
        this.result = result;
    }

    /** How a value of an enum is stored. */
    static String stored(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static long microseconds(Duration duration) {
        return duration.dividedBy(MICROSECOND);
    }

    String text(String column) throws SQLException {
        return result.getString(column);
    }

    Optional<String> optionalText(String column) throws SQLException {
        return Optional.ofNullable(result.getString(column));
    }

    Optional<List<String>> optionalTexts(String column) throws SQLException {
        Optional<Array> array = Optional.ofNullable(result.getArray(column));
        return array.isPresent() ? Optional.of(List.of((String[]) array.get().getArray())) : Optional.empty();
    }

    List<String> texts(String column) throws SQLException {
        return optionalTexts(column).orElse(List.of());
    }

    UUID uuid(String column) throws SQLException {
        return result.getObject(column, UUID.class);
    }

    Optional<UUID> optionalUuid(String column) throws SQLException {
        return Optional.ofNullable(result.getObject(column, UUID.class));
    }

    boolean flag(String column) throws SQLException {
        return result.getBoolean(column);
    }

    int number(String column) throws SQLException {
        return result.getInt(column);
    }

    OptionalInt optionalNumber(String column) throws SQLException {
        int value = result.getInt(column);
        return result.wasNull() ? OptionalInt.empty() : OptionalInt.of(value);
    }

    long big(String column) throws SQLException {
        return result.getLong(column);
    }

    OptionalDouble optionalReal(String column) throws SQLException {
        double value = result.getDouble(column);
        return result.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    BigDecimal decimal(String column) throws SQLException {
        return result.getBigDecimal(column);
    }

    byte[] bytes(String column) throws SQLException {
        return result.getBytes(column);
    }

    Optional<byte[]> optionalBytes(String column) throws SQLException {
        return Optional.ofNullable(result.getBytes(column));
    }

    Instant moment(String column) throws SQLException {
        return result.getObject(column, OffsetDateTime.class).toInstant();
    }

    Optional<Instant> optionalMoment(String column) throws SQLException {
        return Optional.ofNullable(result.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    LocalDate day(String column) throws SQLException {
        return result.getObject(column, LocalDate.class);
    }

    Optional<LocalDate> optionalDay(String column) throws SQLException {
        return Optional.ofNullable(result.getObject(column, LocalDate.class));
    }

    /** A column that holds microseconds. */
    Duration duration(String column) throws SQLException {
        return MICROSECOND.multipliedBy(result.getLong(column));
    }

    <E extends Enum<E>> E value(Class<E> type, String column) throws SQLException {
        return Enum.valueOf(type, text(column).toUpperCase(Locale.ROOT));
    }

    <E extends Enum<E>> Optional<E> optionalValue(Class<E> type, String column) throws SQLException {
        return optionalText(column).map(text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT)));
    }
}
