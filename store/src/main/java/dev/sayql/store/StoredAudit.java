package dev.sayql.store;

import dev.sayql.core.history.AuditEntry;
import dev.sayql.core.history.AuditLog;
import dev.sayql.core.history.HistoryUnavailableException;
import dev.sayql.core.question.QueryId;
import dev.sayql.core.team.TeamId;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * The audit log in the system database. Recording does not wait for the disk, only for the server. Thread-safe. Reading throws
 * {@link SystemDatabaseException} when the system database cannot be used.
 */
public final class StoredAudit implements AuditLog {
    private static final String RECORD = """
            INSERT INTO audit_log (request_id, happened_at, team_id, key_id, address, method, route, status, duration_us,
                query_id, problem)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (request_id) DO NOTHING
            RETURNING set_config('synchronous_commit', 'off', true) AS quick
            """;

    private final SystemDatabase database;

    public StoredAudit(SystemDatabase database) {
        this.database = database;
    }

    @Override
    public void record(AuditEntry entry) {
        try {
            database.runOne(
                    "record a request",
                    connection -> Sql.all(
                            connection,
                            RECORD,
                            row -> row.uuid(entry.request())
                                    .moment(entry.at())
                                    .text(entry.team().map(TeamId::value))
                                    .text(entry.keyId())
                                    .text(entry.address())
                                    .text(entry.method())
                                    .text(entry.route())
                                    .number(entry.status())
                                    .number(Row.microseconds(entry.took()))
                                    .uuid(entry.query().map(QueryId::value))
                                    .text(entry.problem()),
                            row -> row.text("quick")));
        } catch (SystemDatabaseException failure) {
            throw new HistoryUnavailableException(failure);
        }
    }

    @Override
    public List<AuditEntry> latest(Optional<TeamId> team, int most) {
        String condition = team.isPresent() ? "WHERE team_id = ? " : "";
        return database.runOne(
                "list requests",
                connection -> Sql.all(
                        connection,
                        "SELECT * FROM audit_log " + condition + "ORDER BY happened_at DESC LIMIT ?",
                        row -> {
                            if (team.isPresent()) {
                                row.text(team.get().value());
                            }
                            row.number(Math.clamp(most, 1, MOST));
                        },
                        StoredAudit::read));
    }

    private static AuditEntry read(Row row) throws SQLException {
        return new AuditEntry(
                row.uuid("request_id"),
                row.moment("happened_at"),
                row.optionalText("team_id").map(TeamId::new),
                row.optionalText("key_id"),
                row.text("address"),
                row.text("method"),
                row.text("route"),
                row.number("status"),
                row.duration("duration_us"),
                row.optionalUuid("query_id").map(QueryId::new),
                row.optionalText("problem"));
    }
}
