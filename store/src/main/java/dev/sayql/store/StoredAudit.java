package dev.sayql.store;

import dev.sayql.core.history.AuditEntry;
import dev.sayql.core.history.AuditLog;
import dev.sayql.core.history.HistoryUnavailableException;
import dev.sayql.core.question.QueryId;
import dev.sayql.core.team.TeamId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The audit log in the system database. Recording does not wait for the disk, only for the server. What is recorded soon is
 * written by a thread of its own, until closed, and what waits then is written first. Thread-safe. Reading throws
 * {@link SystemDatabaseException} when the system database cannot be used.
 */
public final class StoredAudit implements AuditLog, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(StoredAudit.class.getName());
    private static final int MOST_WAITING = 10_000;
    private static final int AT_ONCE = 500;
    private static final int PAUSE_MILLIS = 200;

    private static final String RECORD = """
            INSERT INTO audit_log (request_id, happened_at, team_id, key_id, address, method, route, status, duration_us,
                query_id, problem)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (request_id) DO NOTHING
            """;

    private static final String QUICKLY = "RETURNING set_config('synchronous_commit', 'off', true) AS quick";

    private final SystemDatabase database;
    private final BlockingQueue<AuditEntry> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private volatile boolean closed;
    private final Thread writer = Thread.ofVirtual().name("audit").unstarted(this::write);

    public StoredAudit(SystemDatabase database) {
        this.database = database;
        writer.start();
    }

    @Override
    public void record(AuditEntry entry) {
        try {
            database.runOne(
                    "record a request",
                    connection ->
                            Sql.all(connection, RECORD + QUICKLY, row -> fill(row, entry), row -> row.text("quick")));
        } catch (SystemDatabaseException failure) {
            throw new HistoryUnavailableException(failure);
        }
    }

    @Override
    public void recordSoon(AuditEntry entry) {
        if (!waiting.offer(entry)) {
            record(entry);
        }
    }

    private void write() {
        try {
            // Never interrupted: that would break the connection it writes over.
            while (!closed || !waiting.isEmpty()) {
                Optional<AuditEntry> first = Optional.ofNullable(waiting.poll(PAUSE_MILLIS, TimeUnit.MILLISECONDS));
                List<AuditEntry> entries = new ArrayList<>();
                first.ifPresent(entries::add);
                waiting.drainTo(entries, AT_ONCE - entries.size());
                if (!entries.isEmpty()) {
                    writeAll(entries);
                }
            }
        } catch (InterruptedException unexpected) {
            Thread.currentThread().interrupt();
        }
    }

    private void writeAll(List<AuditEntry> entries) {
        try {
            database.run("record requests", connection -> {
                Sql.changeEach(connection, RECORD, entries, StoredAudit::fill);
                return entries.size();
            });
        } catch (SystemDatabaseException failure) {
            LOG.log(System.Logger.Level.WARNING, "audit=incomplete lost=" + entries.size(), failure);
        }
    }

    private static Parameters fill(Parameters row, AuditEntry entry) throws SQLException {
        return row.uuid(entry.request())
                .moment(entry.at())
                .text(entry.team().map(TeamId::value))
                .text(entry.keyId())
                .text(entry.address())
                .text(entry.method())
                .text(entry.route())
                .number(entry.status())
                .number(Row.microseconds(entry.took()))
                .uuid(entry.query().map(QueryId::value))
                .text(entry.problem());
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

    /** Writes what waits; nothing is taken on any more. */
    @Override
    public void close() {
        closed = true;
        try {
            writer.join();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
