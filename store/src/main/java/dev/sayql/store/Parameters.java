package dev.sayql.store;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.UUID;

/** Fills the parameters of a statement from left to right. Not thread-safe. */
final class Parameters {
    private final PreparedStatement statement;
    private int next = 1;

    Parameters(PreparedStatement statement) {
        this.statement = statement;
    }

    Parameters uuid(UUID value) throws SQLException {
        statement.setObject(next++, value);
        return this;
    }

    Parameters uuid(Optional<UUID> value) throws SQLException {
        if (value.isPresent()) {
            return uuid(value.get());
        }
        statement.setNull(next++, Types.OTHER);
        return this;
    }

    Parameters text(String value) throws SQLException {
        statement.setString(next++, storable(value));
        return this;
    }

    Parameters text(Optional<String> value) throws SQLException {
        if (value.isPresent()) {
            return text(value.get());
        }
        statement.setNull(next++, Types.VARCHAR);
        return this;
    }

    Parameters texts(Optional<List<String>> values) throws SQLException {
        if (values.isPresent()) {
            Object[] elements = values.get().stream().map(Parameters::storable).toArray();
            statement.setArray(next++, statement.getConnection().createArrayOf("text", elements));
        } else {
            statement.setNull(next++, Types.ARRAY);
        }
        return this;
    }

    Parameters flag(boolean value) throws SQLException {
        statement.setBoolean(next++, value);
        return this;
    }

    Parameters number(long value) throws SQLException {
        statement.setLong(next++, value);
        return this;
    }

    Parameters number(OptionalInt value) throws SQLException {
        if (value.isPresent()) {
            statement.setInt(next++, value.getAsInt());
        } else {
            statement.setNull(next++, Types.INTEGER);
        }
        return this;
    }

    Parameters real(double value) throws SQLException {
        statement.setDouble(next++, value);
        return this;
    }

    Parameters real(OptionalDouble value) throws SQLException {
        if (value.isPresent()) {
            statement.setDouble(next++, value.getAsDouble());
        } else {
            statement.setNull(next++, Types.DOUBLE);
        }
        return this;
    }

    /** To the microsecond, as PostgreSQL keeps it. */
    Parameters moment(Instant value) throws SQLException {
        statement.setObject(next++, value.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
        return this;
    }

    Parameters moment(Optional<Instant> value) throws SQLException {
        if (value.isPresent()) {
            return moment(value.get());
        }
        statement.setNull(next++, Types.TIMESTAMP_WITH_TIMEZONE);
        return this;
    }

    Parameters texts(List<String> values) throws SQLException {
        return texts(Optional.of(values));
    }

    Parameters numbers(List<Integer> values) throws SQLException {
        statement.setArray(next++, statement.getConnection().createArrayOf("integer", values.toArray()));
        return this;
    }

    Parameters days(List<LocalDate> values) throws SQLException {
        Object[] elements = values.stream().map(LocalDate::toString).toArray();
        statement.setArray(next++, statement.getConnection().createArrayOf("date", elements));
        return this;
    }

    Parameters day(LocalDate value) throws SQLException {
        statement.setObject(next++, value);
        return this;
    }

    Parameters decimal(BigDecimal value) throws SQLException {
        statement.setBigDecimal(next++, value);
        return this;
    }

    Parameters bytes(Optional<byte[]> value) throws SQLException {
        if (value.isPresent()) {
            return bytes(value.get());
        }
        statement.setNull(next++, Types.BINARY);
        return this;
    }

    Parameters bytes(byte[] value) throws SQLException {
        statement.setBytes(next++, value);
        return this;
    }

    /** PostgreSQL's text cannot hold U+0000; a question with one must be recorded all the same. */
    private static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }
}
