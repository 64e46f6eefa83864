package dev.sayql.store;

import dev.sayql.core.answer.AnsweredBy;
import dev.sayql.core.answer.Trust;
import dev.sayql.core.generation.Spending;
import dev.sayql.core.history.Ending;
import dev.sayql.core.history.Exchange;
import dev.sayql.core.history.Feedback;
import dev.sayql.core.history.FeedbackBook;
import dev.sayql.core.history.History;
import dev.sayql.core.history.HistoryCursor;
import dev.sayql.core.history.HistoryFilter;
import dev.sayql.core.history.HistoryPages;
import dev.sayql.core.history.HistoryUnavailableException;
import dev.sayql.core.history.Recorded;
import dev.sayql.core.question.QueryId;
import dev.sayql.core.question.Refinement;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.team.TeamId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * History in the system database, to the microsecond. An exchange is committed before {@link #record} returns. Thread-safe.
 * Reading throws {@link SystemDatabaseException} when the system database cannot be used.
 */
public final class StoredHistory implements History, HistoryPages, FeedbackBook {
    private static final String INSERT = """
            INSERT INTO query_history (query_id, team_id, source_id, natural_language_query, selected_tables, generated_sql,
                explanation, ending, success, error_type, error_message, started_at, duration_us, rows_returned, truncated,
                cache_hit, answered_by, confidence, trust, caveats, security_passed, complexity_score, max_rows,
                parent_query_id, attempt_number, user_refinement, input_tokens, output_tokens, cost_usd)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (query_id) DO NOTHING
            """;

    private static final String COLUMNS = """
            SELECT query_id, team_id, source_id, natural_language_query, selected_tables, generated_sql, explanation, ending,
                started_at, duration_us, rows_returned, truncated, answered_by, confidence, trust, caveats, complexity_score,
                max_rows, parent_query_id, attempt_number, user_refinement, input_tokens, output_tokens, cost_usd, user_rating,
                user_feedback_type, user_feedback_reasons, user_feedback_text, corrected_sql, feedback_at
            FROM query_history
            """;

    private static final String RATE = """
            UPDATE query_history SET user_rating = coalesce(?, user_rating),
                user_feedback_type = coalesce(?, user_feedback_type),
                user_feedback_reasons = CASE WHEN ? THEN ? ELSE user_feedback_reasons END,
                user_feedback_text = coalesce(?, user_feedback_text), corrected_sql = coalesce(?, corrected_sql),
                feedback_at = ?
            WHERE team_id = ? AND query_id = ?
            RETURNING (started_at AT TIME ZONE 'UTC')::date AS day
            """;

    private final SystemDatabase database;
    private final Clock clock;

    public StoredHistory(SystemDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void record(Exchange exchange) {
        Recorded recorded = Recorded.of(exchange);
        try {
            if (day(exchange.started()).equals(day(clock.instant()))) {
                database.runOne("record an exchange", connection -> insert(connection, recorded));
            } else {
                recordLate(recorded);
            }
        } catch (SystemDatabaseException failure) {
            throw new HistoryUnavailableException(failure);
        }
    }

    /** Midnight passed over the question, whose day may have been aggregated without it. */
    private void recordLate(Recorded recorded) {
        database.run("record an exchange", connection -> {
            insert(connection, recorded);
            return Sql.change(
                    connection,
                    "DELETE FROM aggregated_days WHERE metric_date = ?",
                    row -> row.day(day(recorded.started())));
        });
    }

    /** Recording the same exchange twice keeps it once: a commit whose confirmation was lost is sent again. */
    private static int insert(Connection connection, Recorded recorded) throws SQLException {
        return Sql.change(connection, INSERT, row -> made(asked(row, recorded), recorded));
    }

    private static Parameters asked(Parameters row, Recorded recorded) throws SQLException {
        Optional<String> errorType = errorType(recorded.ending());
        return row.uuid(recorded.id().value())
                .text(recorded.team().value())
                .text(recorded.source().value())
                .text(recorded.question())
                .texts(recorded.tables())
                .text(recorded.sql())
                .text(recorded.explanation())
                .text(Row.stored(recorded.ending()))
                .flag(recorded.ending() == Ending.ANSWERED)
                .text(errorType)
                .text(errorType.map(type -> recorded.explanation()))
                .moment(recorded.started())
                .number(Row.microseconds(recorded.took()));
    }

    private static void made(Parameters row, Recorded recorded) throws SQLException {
        Optional<Refinement> refinement = recorded.refinement();
        row.number(recorded.rowsReturned())
                .flag(recorded.truncated())
                .flag(recorded.answeredBy().equals(Optional.of(AnsweredBy.CACHE)))
                .text(recorded.answeredBy().map(Row::stored))
                .real(recorded.confidence())
                .text(Row.stored(recorded.trust()))
                .texts(recorded.caveats())
                .flag(recorded.ending() != Ending.REFUSED)
                .number(recorded.complexity())
                .number(recorded.maxRows())
                .uuid(refinement.map(earlier -> earlier.parent().value()))
                .number(recorded.attempt())
                .text(refinement.map(Refinement::text))
                .number(recorded.spent().inputTokens())
                .number(recorded.spent().outputTokens())
                .decimal(recorded.spent().cost());
    }

    private static Optional<String> errorType(Ending ending) {
        return switch (ending) {
            case ANSWERED, CLARIFICATION, DECLINED, CANCELLED -> Optional.empty();
            case REFUSED -> Optional.of("security");
            case TOO_EXPENSIVE, UNKNOWN_SOURCE, UNKNOWN_TABLES -> Optional.of("validation");
            case TOO_SLOW -> Optional.of("timeout");
            case SOURCE_FAILED, SOURCE_UNAVAILABLE, MODEL_UNAVAILABLE, FAILED -> Optional.of("execution");
        };
    }

    @Override
    public Optional<Recorded> find(TeamId team, QueryId id) {
        return database.runOne(
                "find an exchange",
                connection -> Sql.first(
                        connection,
                        COLUMNS + "WHERE team_id = ? AND query_id = ?",
                        row -> row.text(team.value()).uuid(id.value()),
                        StoredHistory::recorded));
    }

    @Override
    public Page page(TeamId team, HistoryFilter filter, Optional<HistoryCursor> after, int most) {
        if (most < 1 || most > MOST) {
            throw new IllegalArgumentException("a page has 1 to 500 exchanges");
        }
        HistoryQuery query = new HistoryQuery(team, filter, after, most + 1);
        List<Recorded> found = database.runOne(
                "list history",
                connection -> Sql.all(connection, COLUMNS + query.conditions(), query::fill, StoredHistory::recorded));
        if (found.size() <= most) {
            return new Page(found, Optional.empty());
        }
        Recorded last = found.get(most - 1);
        return new Page(found.subList(0, most), Optional.of(new HistoryCursor(last.started(), last.id())));
    }

    @Override
    public boolean give(TeamId team, QueryId id, Feedback feedback) {
        return database.run("store feedback", connection -> {
            Optional<LocalDate> day = Sql.first(
                    connection,
                    RATE,
                    row -> row.number(feedback.rating())
                            .text(feedback.thumb().map(StoredHistory::stored))
                            .flag(feedback.thumb().isPresent())
                            .texts(feedback.reasons().stream().map(Row::stored).toList())
                            .text(feedback.text())
                            .text(feedback.correctedSql())
                            .moment(clock.instant())
                            .text(team.value())
                            .uuid(id.value()),
                    row -> row.day("day"));
            if (day.filter(this::isOver).isPresent()) {
                Sql.change(
                        connection,
                        "UPDATE evaluation_metrics SET is_stale = true WHERE team_id = ? AND metric_date = ?",
                        row -> row.text(team.value()).day(day.get()));
            }
            return day.isPresent();
        });
    }

    private boolean isOver(LocalDate day) {
        return day.isBefore(day(clock.instant()));
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    /** In the words of the interface, which the column holds as it always did. */
    static String stored(Feedback.Thumb thumb) {
        return switch (thumb) {
            case UP -> "thumbs_up";
            case DOWN -> "thumbs_down";
        };
    }

    private static Recorded recorded(Row row) throws SQLException {
        return new Recorded(
                new QueryId(row.uuid("query_id")),
                new TeamId(row.text("team_id")),
                new SourceId(row.text("source_id")),
                row.text("natural_language_query"),
                row.optionalTexts("selected_tables"),
                row.number("max_rows"),
                row.moment("started_at"),
                row.duration("duration_us"),
                row.value(Ending.class, "ending"),
                row.optionalText("generated_sql"),
                row.text("explanation"),
                row.optionalNumber("rows_returned"),
                row.flag("truncated"),
                row.optionalValue(AnsweredBy.class, "answered_by"),
                row.optionalReal("confidence"),
                row.value(Trust.class, "trust"),
                row.texts("caveats"),
                row.optionalNumber("complexity_score"),
                refinement(row),
                spending(row),
                feedback(row));
    }

    private static Optional<Refinement> refinement(Row row) throws SQLException {
        Optional<QueryId> parent = row.optionalUuid("parent_query_id").map(QueryId::new);
        int attempt = row.number("attempt_number");
        String text = row.optionalText("user_refinement").orElse("");
        return parent.map(id -> new Refinement(id, attempt, text));
    }

    private static Spending spending(Row row) throws SQLException {
        return new Spending(
                row.number("input_tokens"),
                row.number("output_tokens"),
                row.decimal("cost_usd").stripTrailingZeros());
    }

    private static Optional<Feedback> feedback(Row row) throws SQLException {
        if (row.optionalMoment("feedback_at").isEmpty()) {
            return Optional.empty();
        }
        OptionalInt rating = row.optionalNumber("user_rating");
        Optional<Feedback.Thumb> thumb = row.optionalText("user_feedback_type")
                .map(stored -> stored.equals("thumbs_up") ? Feedback.Thumb.UP : Feedback.Thumb.DOWN);
        return Optional.of(new Feedback(
                rating,
                thumb,
                row.texts("user_feedback_reasons").stream()
                        .map(reason -> Feedback.Reason.valueOf(reason.toUpperCase(Locale.ROOT)))
                        .toList(),
                row.optionalText("user_feedback_text"),
                row.optionalText("corrected_sql")));
    }
}
