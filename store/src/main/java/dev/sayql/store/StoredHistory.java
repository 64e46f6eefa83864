package dev.sayql.store;

import dev.sayql.core.answer.AnsweredBy;
import dev.sayql.core.answer.Trust;
import dev.sayql.core.history.Ending;
import dev.sayql.core.history.Exchange;
import dev.sayql.core.history.History;
import dev.sayql.core.history.HistoryUnavailableException;
import dev.sayql.core.history.Recorded;
import dev.sayql.core.history.Spending;
import dev.sayql.core.question.QueryId;
import dev.sayql.core.question.Refinement;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.team.TeamId;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.UUID;

/** History in the system database, to the microsecond. An exchange is committed before {@link #record} returns. Thread-safe. */
public final class StoredHistory implements History {
    private static final String INSERT = """
            INSERT INTO query_history (query_id, team_id, source_id, natural_language_query, selected_tables, generated_sql,
                explanation, ending, success, error_type, error_message, started_at, duration_us, rows_returned, truncated,
                cache_hit, answered_by, confidence, trust, caveats, security_passed, complexity_score, max_rows,
                parent_query_id, attempt_number, user_refinement)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (query_id) DO NOTHING
            """;

    private static final String FIND = """
            SELECT query_id, team_id, source_id, natural_language_query, selected_tables, generated_sql, explanation, ending,
                started_at, duration_us, rows_returned, truncated, answered_by, confidence, trust, caveats, complexity_score,
                max_rows, parent_query_id, attempt_number, user_refinement
            FROM query_history WHERE team_id = ? AND query_id = ?
            """;

    private static final Duration MICROSECOND = ChronoUnit.MICROS.getDuration();

    private final SystemDatabase database;

    public StoredHistory(SystemDatabase database) {
        this.database = database;
    }

    @Override
    public void record(Exchange exchange) {
        Recorded recorded = Recorded.of(exchange);
        try {
            database.run("record an exchange", connection -> insert(connection, recorded));
        } catch (SystemDatabaseException failure) {
            throw new HistoryUnavailableException(failure);
        }
    }

    /** Recording the same exchange twice keeps it once: a commit whose confirmation was lost is sent again. */
    private static int insert(Connection connection, Recorded recorded) throws SQLException {
        Optional<String> errorType = errorType(recorded.ending());
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            new Parameters(statement)
                    .uuid(recorded.id().value())
                    .text(recorded.team().value())
                    .text(recorded.source().value())
                    .text(recorded.question())
                    .texts(recorded.tables())
                    .text(recorded.sql())
                    .text(recorded.explanation())
                    .text(stored(recorded.ending()))
                    .flag(recorded.ending() == Ending.ANSWERED)
                    .text(errorType)
                    .text(errorType.map(type -> recorded.explanation()))
                    .moment(recorded.started())
                    .number(recorded.took().dividedBy(MICROSECOND))
                    .number(recorded.rowsReturned())
                    .flag(recorded.truncated())
                    .flag(recorded.answeredBy().equals(Optional.of(AnsweredBy.CACHE)))
                    .text(recorded.answeredBy().map(StoredHistory::stored))
                    .real(recorded.confidence())
                    .text(stored(recorded.trust()))
                    .texts(Optional.of(recorded.caveats()))
                    .flag(recorded.ending() != Ending.REFUSED)
                    .number(recorded.complexity())
                    .number(recorded.maxRows())
                    .uuid(recorded.refinement()
                            .map(refinement -> refinement.parent().value()))
                    .number(recorded.attempt())
                    .text(recorded.refinement().map(Refinement::text));
            return statement.executeUpdate();
        }
    }

    private static Optional<String> errorType(Ending ending) {
        return switch (ending) {
            case ANSWERED, CLARIFICATION, DECLINED, CANCELLED -> Optional.empty();
            case REFUSED -> Optional.of("security");
            case TOO_EXPENSIVE, UNKNOWN_SOURCE, UNKNOWN_TABLES -> Optional.of("validation");
            case TOO_SLOW -> Optional.of("timeout");
            case SOURCE_FAILED, SOURCE_UNAVAILABLE, FAILED -> Optional.of("execution");
        };
    }

    @Override
    public Optional<Recorded> find(TeamId team, QueryId id) {
        return database.run("find an exchange", connection -> {
            try (PreparedStatement statement = connection.prepareStatement(FIND)) {
                new Parameters(statement).text(team.value()).uuid(id.value());
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() ? Optional.of(recorded(row)) : Optional.empty();
                }
            }
        });
    }

    private static Recorded recorded(ResultSet row) throws SQLException {
        return new Recorded(
                new QueryId(row.getObject("query_id", UUID.class)),
                new TeamId(row.getString("team_id")),
                new SourceId(row.getString("source_id")),
                row.getString("natural_language_query"),
                texts(row, "selected_tables"),
                row.getInt("max_rows"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                MICROSECOND.multipliedBy(row.getLong("duration_us")),
                restored(Ending.class, row.getString("ending")),
                Optional.ofNullable(row.getString("generated_sql")),
                row.getString("explanation"),
                number(row, "rows_returned"),
                row.getBoolean("truncated"),
                Optional.ofNullable(row.getString("answered_by")).map(text -> restored(AnsweredBy.class, text)),
                real(row, "confidence"),
                restored(Trust.class, row.getString("trust")),
                texts(row, "caveats").orElse(List.of()),
                number(row, "complexity_score"),
                refinement(row),
                Spending.none(),
                Optional.empty());
    }

    private static Optional<Refinement> refinement(ResultSet row) throws SQLException {
        Optional<UUID> parent = Optional.ofNullable(row.getObject("parent_query_id", UUID.class));
        return parent.isEmpty()
                ? Optional.empty()
                : Optional.of(new Refinement(
                        new QueryId(parent.get()), row.getInt("attempt_number"), row.getString("user_refinement")));
    }

    private static OptionalInt number(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(value);
    }

    private static OptionalDouble real(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static Optional<List<String>> texts(ResultSet row, String column) throws SQLException {
        Optional<Array> array = Optional.ofNullable(row.getArray(column));
        return array.isPresent() ? Optional.of(List.of((String[]) array.get().getArray())) : Optional.empty();
    }

    private static String stored(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> E restored(Class<E> type, String text) {
        return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
    }
}
