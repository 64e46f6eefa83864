package dev.sayql.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The system database, brought to the newest version when it is opened. At most {@value #MOST_CONNECTIONS} connections,
 * opened when needed. Thread-safe.
 */
public final class SystemDatabase implements AutoCloseable {
    static final int MOST_CONNECTIONS = 8;
    private static final int LONGEST_WAIT_SECONDS = 5;
    private static final int CONNECT_SECONDS = 5;
    private static final int SOCKET_SECONDS = 30;

    private final PGSimpleDataSource connections;
    private final Semaphore permits = new Semaphore(MOST_CONNECTIONS, true);
    private final Deque<Connection> idle = new ArrayDeque<>();
    private boolean closed;

    private SystemDatabase(PGSimpleDataSource connections) {
        this.connections = connections;
    }

    /**
     * Connects, and migrates when the database is older than this release.
     *
     * @throws SystemDatabaseException when it cannot be reached or migrated, or is newer than this release
     */
    public static SystemDatabase open(SystemSettings settings) {
        SystemDatabase database = new SystemDatabase(connectionsOf(settings, SOCKET_SECONDS));
        try {
            database.update(settings);
            return database;
        } catch (RuntimeException failure) {
            database.close();
            throw failure;
        }
    }

    /**
     * Brings the database to the newest version and closes it again.
     *
     * @throws SystemDatabaseException when it cannot be reached or migrated, or is newer than this release
     */
    public static Migrated migrate(SystemSettings settings) {
        try (SystemDatabase database = new SystemDatabase(connectionsOf(settings, SOCKET_SECONDS))) {
            return new Migrated(database.update(settings), Migrations.NEWEST);
        }
    }

    /**
     * What bringing the database to the newest version did. Immutable.
     *
     * @param before number of the last script that was done before; 0 in an empty database
     * @param after number of the last script
     */
    public record Migrated(int before, int after) {}

    private int update(SystemSettings settings) {
        Migrations.Done done = run("look at the version", Migrations::done);
        if (done.newest() > Migrations.NEWEST) {
            throw new SystemDatabaseException(
                    "The system database is of a newer release than this one. Use that release, or another database.",
                    new IllegalStateException("version " + done.newest()));
        }
        if (!done.counted() || done.newest() < Migrations.NEWEST) {
            // Scripts may take longer than any statement of ours.
            Migrations.run(connectionsOf(settings, 0), done);
        }
        return done.newest();
    }

    private static PGSimpleDataSource connectionsOf(SystemSettings settings, int socketSeconds) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {settings.host()});
        source.setPortNumbers(new int[] {settings.port()});
        source.setDatabaseName(settings.database());
        source.setUser(settings.user());
        source.setPassword(settings.password());
        source.setApplicationName("sayql");
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setSocketTimeout(socketSeconds);
        source.setTcpKeepAlive(true);
        return source;
    }

    /** What time it is for the database. */
    public Instant now() {
        return runOne(
                        "tell the time",
                        connection -> Sql.first(
                                connection, "SELECT clock_timestamp() AS now", fill -> {}, row -> row.moment("now")))
                .orElseThrow();
    }

    /** Work on a connection. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /**
     * Does the work in one transaction and commits. When a connection broke while it was idle the work is done once more
     * on a fresh one, so it must bear being done twice.
     *
     * @param what for the message of a failure: "record an exchange"
     */
    <T> T run(String what, Work<T> work) {
        return run(what, work, false);
    }

    /** The same for work that is one statement: it is a transaction of its own, which spares the round trip of the commit. */
    <T> T runOne(String what, Work<T> work) {
        return run(what, work, true);
    }

    private <T> T run(String what, Work<T> work, boolean oneStatement) {
        acquire();
        try {
            Optional<Connection> kept = takeIdle();
            if (kept.isPresent()) {
                try {
                    return runOn(kept.get(), work, oneStatement);
                } catch (SQLException failure) {
                    if (!isOfConnection(failure)) {
                        throw failure;
                    }
                }
            }
            return runOn(connections.getConnection(), work, oneStatement);
        } catch (SQLException failure) {
            throw new SystemDatabaseException("The system database could not " + what + ".", failure);
        } finally {
            permits.release();
        }
    }

    private <T> T runOn(Connection connection, Work<T> work, boolean oneStatement) throws SQLException {
        boolean usable = false;
        try {
            connection.setAutoCommit(oneStatement);
            T result = work.on(connection);
            if (!oneStatement) {
                connection.commit();
            }
            usable = true;
            return result;
        } finally {
            giveBack(connection, usable);
        }
    }

    private void acquire() {
        try {
            if (!permits.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new SystemDatabaseException(
                        "All connections to the system database are busy.", new IllegalStateException("no permit"));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SystemDatabaseException("Waiting for the system database was interrupted.", interrupted);
        }
    }

    private synchronized Optional<Connection> takeIdle() {
        return Optional.ofNullable(idle.poll());
    }

    private void giveBack(Connection connection, boolean usable) {
        synchronized (this) {
            if (usable && !closed) {
                idle.push(connection);
                return;
            }
        }
        closeQuietly(connection);
    }

    private static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException alreadyBroken) {
            // Nothing is lost: the connection is given up anyway, and an open transaction with it.
        }
    }

    private static boolean isOfConnection(SQLException failure) {
        String state = failure.getSQLState();
        return state == null || state.startsWith("08") || state.startsWith("57P");
    }

    @Override
    public synchronized void close() {
        closed = true;
        idle.forEach(SystemDatabase::closeQuietly);
        idle.clear();
    }
}
