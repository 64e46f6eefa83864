package dev.sayql.jdbc;

import dev.sayql.core.execution.Cancellation;
import dev.sayql.core.schema.SourceUnavailableException.Reason;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.postgresql.core.TransactionState;
import org.postgresql.jdbc.PgConnection;

/**
 * One read-only transaction that never commits. Its settings are made by our own constant text before anything else is
 * run, and are asserted. Used by one thread; {@link #cancel()} may be called by any.
 */
final class ReadOnlySession implements AutoCloseable {
    /** For our own reading of the catalogue. */
    static final Duration SHORT = Duration.ofSeconds(10);

    private static final Duration CLOSING = Duration.ofSeconds(5);
    private static final Duration SOCKET_GRACE = Duration.ofSeconds(5);
    private static final Duration CANCEL_GRACE = Duration.ofMillis(400);

    private final SourcePool.Lease lease;
    private final List<String> searchPath;
    private Cancellation.Registration takenBack = () -> {};
    private boolean cancelled;
    private boolean over;

    private ReadOnlySession(SourcePool.Lease lease, List<String> searchPath) {
        this.lease = lease;
        this.searchPath = searchPath;
    }

    /**
     * Begins. A connection that broke while it was idle is replaced by another without a word.
     *
     * @throws dev.sayql.core.schema.SourceUnavailableException when no connection can be had
     */
    static ReadOnlySession open(SourcePool pool, Duration statementTimeout) {
        for (; ; ) {
            SourcePool.Lease lease = pool.lend();
            try {
                ReadOnlySession session = begin(lease, statementTimeout);
                session.takenBack =
                        pool.cancellation().onRequest(() -> Thread.ofVirtual().start(session::stop));
                return session;
            } catch (SQLException failure) {
                lease.discard();
                lease.close();
                if (lease.isFresh()) {
                    throw SourceFailures.of(failure);
                }
            }
        }
    }

    private static ReadOnlySession begin(SourcePool.Lease lease, Duration timeout) throws SQLException {
        PgConnection connection = lease.connection();
        connection.setNetworkTimeout(Runnable::run, Math.toIntExact(CLOSING.toMillis()));
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(settings(timeout, lease.noticesLeaving()))) {
            row.next();
            boolean asExpected = row.getString(2).equals("on")
                    && row.getString(3).equals("on")
                    && row.getString(4).equals("UTF8");
            if (!asExpected) {
                lease.discard();
                lease.close();
                throw SourceFailures.of(
                        Reason.NOT_ALLOWED,
                        "The database does not give a read-only session with UTF-8 and standard strings.");
            }
            List<String> path = List.of((String[]) row.getArray(1).getArray());
            connection.setNetworkTimeout(
                    Runnable::run, Math.toIntExact(timeout.plus(SOCKET_GRACE).toMillis()));
            return new ReadOnlySession(lease, path);
        }
    }

    /** Sent with the driver's BEGIN READ ONLY in one round trip. The search path is read before it is replaced. */
    private static String settings(Duration timeout, boolean noticesLeaving) {
        String leaving =
                noticesLeaving ? ", pg_catalog.set_config('client_connection_check_interval', '500', true)" : "";
        return """
                SELECT pg_catalog.current_schemas(false),
                  pg_catalog.current_setting('transaction_read_only'),
                  pg_catalog.current_setting('standard_conforming_strings'),
                  pg_catalog.current_setting('client_encoding'),
                  pg_catalog.set_config('statement_timeout', '%d', true),
                  pg_catalog.set_config('lock_timeout', '2000', true),
                  pg_catalog.set_config('idle_in_transaction_session_timeout', '15000', true),
                  pg_catalog.set_config('search_path', 'pg_catalog, pg_temp', true),
                  pg_catalog.set_config('client_min_messages', 'error', true),
                  pg_catalog.set_config('work_mem', '32MB', true),
                  pg_catalog.set_config('max_parallel_workers_per_gather', '0', true),
                  pg_catalog.set_config('jit', 'off', true),
                  pg_catalog.set_config('TimeZone', 'UTC', true),
                  pg_catalog.set_config('DateStyle', 'ISO, MDY', true),
                  pg_catalog.set_config('IntervalStyle', 'postgres', true),
                  pg_catalog.set_config('bytea_output', 'hex', true),
                  pg_catalog.set_config('extra_float_digits', '1', true)
                """.formatted(timeout.toMillis()) + leaving;
    }

    /** The schemas in which the role looks for unqualified names, without the system's own. */
    List<String> searchPath() {
        return searchPath.stream().filter(schema -> !schema.startsWith("pg_")).toList();
    }

    /** A statement whose text the driver sends as it is: no JDBC escapes, no placeholders. Close it. */
    Statement statement(int fetchSize) throws SQLException {
        Statement statement = lease.connection().createStatement();
        statement.setEscapeProcessing(false);
        statement.setFetchSize(fetchSize);
        return statement;
    }

    /** A question of our own with placeholders. Close it. */
    PreparedStatement prepared(String text) throws SQLException {
        return lease.connection().prepareStatement(text);
    }

    /** The connection is not used again after this session. */
    void discard() {
        lease.discard();
    }

    /** Asks the server to stop the running statement. Does nothing once the session is over. */
    void cancel() {
        synchronized (this) {
            if (over) {
                return;
            }
            // A cancellation may arrive late and hit a later statement, so the connection is given up afterwards.
            cancelled = true;
        }
        try {
            lease.connection().cancelQuery();
        } catch (SQLException unreachable) {
            Connector.closeQuietly(lease.connection());
        }
    }

    /**
     * Cancels, and cuts the connection when that has not ended the statement soon: a statement can catch its cancellation,
     * and a network can swallow it. The server notices that we left and ends the statement. Blocks for under a second.
     */
    void stop() {
        Thread.ofVirtual().name("sayql-cancel").start(this::cancel);
        long until = System.nanoTime() + CANCEL_GRACE.toNanos();
        synchronized (this) {
            for (long left = CANCEL_GRACE.toMillis(); !over && left > 0; left = millisUntil(until)) {
                try {
                    wait(left);
                } catch (InterruptedException hurried) {
                    Thread.currentThread().interrupt();
                    break;
                }
            }
            if (over) {
                return;
            }
            cancelled = true;
        }
        try {
            lease.connection().abort(Runnable::run);
        } catch (SQLException alreadyBroken) {
            // Then the statement has ended.
        }
    }

    private static long millisUntil(long nanoTime) {
        return Math.ceilDiv(nanoTime - System.nanoTime(), 1_000_000L);
    }

    synchronized boolean isCancelled() {
        return cancelled;
    }

    /** Rolls back, drops session-level locks, and gives the connection back unless anything was surprising. */
    @Override
    public void close() {
        takenBack.close();
        boolean broken;
        synchronized (this) {
            over = true;
            broken = cancelled;
            notifyAll();
        }
        if (broken) {
            lease.discard();
        } else {
            endTransaction();
        }
        lease.close();
    }

    private void endTransaction() {
        PgConnection connection = lease.connection();
        try {
            // A transaction that is over already was ended by what it ran.
            if (connection.isClosed() || connection.getTransactionState() == TransactionState.IDLE) {
                lease.discard();
                return;
            }
            connection.setNetworkTimeout(Runnable::run, Math.toIntExact(CLOSING.toMillis()));
            try (Statement statement = connection.createStatement()) {
                statement.execute("ROLLBACK; SELECT pg_catalog.pg_advisory_unlock_all()");
            }
            connection.clearWarnings();
        } catch (SQLException surprise) {
            lease.discard();
        }
    }
}
