package dev.sayql.store;

import dev.sayql.core.generation.Spending;
import dev.sayql.core.history.EgressLog;
import dev.sayql.core.history.HistoryUnavailableException;
import dev.sayql.core.question.QueryId;
import dev.sayql.core.team.TeamId;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * Calls to language models in the system database. A team's calls are kept one after the other, over any number of nodes, so
 * that together they never count as more than its budget. Thread-safe. Reading throws {@link SystemDatabaseException} when the
 * system database cannot be used.
 */
public final class StoredModelCalls implements EgressLog {
    /** The team's row is locked, so that two calls that each fit alone do not pass together. */
    private static final String LOCK = "SELECT team_id FROM teams WHERE team_id = ? FOR UPDATE";

    private static final String COUNTED = """
            SELECT coalesce(sum(counted_usd), 0) AS counted FROM model_calls
            WHERE team_id = ? AND sent_at >= ? AND sent_at < ?
            """;

    private static final String KEEP = """
            INSERT INTO model_calls (call_id, team_id, query_id, sent_at, model, request_head, request_body, counted_usd)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (call_id) DO NOTHING
            """;

    private static final String END = """
            UPDATE model_calls SET outcome = ?, status = ?, input_tokens = ?, output_tokens = ?, cost_usd = ?,
                counted_usd = ?, duration_us = ?
            WHERE call_id = ?
            """;

    private final SystemDatabase database;

    public StoredModelCalls(SystemDatabase database) {
        this.database = database;
    }

    @Override
    public boolean keep(Call call, BigDecimal most, BigDecimal budget) {
        try {
            return database.run("keep a call to a model", connection -> {
                Sql.first(connection, LOCK, row -> row.text(call.team().value()), row -> row.text("team_id"));
                YearMonth month = YearMonth.from(call.at().atZone(ZoneOffset.UTC));
                BigDecimal counted = Sql.first(
                                connection,
                                COUNTED,
                                row -> within(row, call.team(), month),
                                row -> row.decimal("counted"))
                        .orElse(BigDecimal.ZERO);
                return counted.add(most).compareTo(budget) <= 0
                        && Sql.change(connection, KEEP, row -> fill(row, call, most)) == 1;
            });
        } catch (SystemDatabaseException failure) {
            throw new HistoryUnavailableException(failure);
        }
    }

    private static Parameters within(Parameters row, TeamId team, YearMonth month) throws SQLException {
        return row.text(team.value())
                .moment(start(month.atDay(1)))
                .moment(start(month.plusMonths(1).atDay(1)));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static void fill(Parameters row, Call call, BigDecimal most) throws SQLException {
        row.uuid(call.id())
                .text(call.team().value())
                .uuid(call.query().map(QueryId::value))
                .moment(call.at())
                .text(call.model())
                .text(call.head())
                .text(call.body())
                .decimal(most);
    }

    @Override
    public void ended(UUID call, End end) {
        try {
            database.runOne(
                    "end a call to a model",
                    connection -> Sql.change(
                            connection,
                            END,
                            row -> row.text(end.outcome())
                                    .number(end.status())
                                    .number(end.spent().inputTokens())
                                    .number(end.spent().outputTokens())
                                    .decimal(end.spent().cost())
                                    .decimal(end.counted())
                                    .number(Row.microseconds(end.took()))
                                    .uuid(call)));
        } catch (SystemDatabaseException failure) {
            throw new HistoryUnavailableException(failure);
        }
    }

    @Override
    public List<Entry> latest(TeamId team, Optional<QueryId> query, int most) {
        String condition = query.isPresent() ? "AND query_id = ? " : "";
        return database.runOne(
                "list calls to models",
                connection -> Sql.all(
                        connection,
                        "SELECT * FROM model_calls WHERE team_id = ? " + condition + "ORDER BY sent_at DESC LIMIT ?",
                        row -> {
                            row.text(team.value());
                            if (query.isPresent()) {
                                row.uuid(query.get().value());
                            }
                            row.number(Math.clamp(most, 1, MOST));
                        },
                        StoredModelCalls::read));
    }

    @Override
    public BigDecimal counted(TeamId team, YearMonth month) {
        return database.runOne(
                        "count calls to models",
                        connection -> Sql.first(
                                connection, COUNTED, row -> within(row, team, month), row -> row.decimal("counted")))
                .orElse(BigDecimal.ZERO);
    }

    private static Entry read(Row row) throws SQLException {
        Call call = new Call(
                row.uuid("call_id"),
                new TeamId(row.text("team_id")),
                row.optionalUuid("query_id").map(QueryId::new),
                row.moment("sent_at"),
                row.text("model"),
                row.text("request_head"),
                row.text("request_body"));
        Optional<String> outcome = row.optionalText("outcome");
        return new Entry(call, outcome.isPresent() ? Optional.of(end(row, outcome.get())) : Optional.empty());
    }

    private static End end(Row row, String outcome) throws SQLException {
        OptionalInt status = row.optionalNumber("status");
        return new End(
                outcome,
                status,
                new Spending(
                        row.number("input_tokens"),
                        row.number("output_tokens"),
                        row.decimal("cost_usd").stripTrailingZeros()),
                row.decimal("counted_usd").stripTrailingZeros(),
                row.duration("duration_us"));
    }
}
