package dev.sayql.jdbc;

import dev.sayql.core.execution.Cancellation;
import dev.sayql.core.schema.SourceUnavailableException;
import dev.sayql.core.schema.SourceUnavailableException.Reason;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.postgresql.jdbc.PgConnection;

/**
 * At most {@value #MOST_CONNECTIONS} connections to one source, opened when needed. A failure to connect is told to
 * whoever asked at once and with its reason, which a general-purpose pool hides behind its own time-out. Thread-safe.
 */
final class SourcePool implements AutoCloseable {
    static final int MOST_CONNECTIONS = 4;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
    private static final Duration LONGEST_IDLE = Duration.ofMinutes(5);
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(30);

    private final JdbcSource source;
    private final Connector connector;
    private final Semaphore permits = new Semaphore(MOST_CONNECTIONS, true);
    private final Deque<Idle> idle = new ArrayDeque<>();
    private boolean closed;
    private volatile Optional<String> warning = Optional.empty();

    private record Idle(OpenedConnection opened, long since) {}

    SourcePool(JdbcSource source, Connector connector) {
        this.source = source;
        this.connector = connector;
    }

    JdbcSource source() {
        return source;
    }

    /** Ends everything that is done with these connections. */
    Cancellation cancellation() {
        return connector.cancellation();
    }

    /** What the role may do beyond reading, as seen when a connection was last opened. */
    Optional<String> warning() {
        return warning;
    }

    /** Endings: a connection, possibly one that broke since its last use, or {@link SourceUnavailableException}. */
    Lease lend() {
        try {
            if (!permits.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw SourceFailures.of(
                        Reason.OVERLOADED, "All connections to this source are busy; try again shortly.");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw SourceFailures.of(Reason.OVERLOADED, "Waiting for a connection was interrupted.");
        }
        boolean lent = false;
        try {
            Optional<OpenedConnection> kept = takeIdle();
            OpenedConnection opened = kept.isPresent() ? kept.get() : connector.open(source);
            warning = opened.warning();
            lent = true;
            return new Lease(opened, kept.isEmpty());
        } finally {
            if (!lent) {
                permits.release();
            }
        }
    }

    private synchronized Optional<OpenedConnection> takeIdle() {
        long now = System.nanoTime();
        while (!idle.isEmpty()) {
            Idle candidate = idle.pop();
            boolean fresh = now - candidate.since() < LONGEST_IDLE.toNanos()
                    && now - candidate.opened().openedAt() < LONGEST_LIFE.toNanos();
            if (fresh) {
                return Optional.of(candidate.opened());
            }
            Connector.closeQuietly(candidate.opened().connection());
        }
        return Optional.empty();
    }

    private void takeBack(OpenedConnection opened, boolean usable) {
        boolean kept = false;
        synchronized (this) {
            if (usable && !closed) {
                idle.push(new Idle(opened, System.nanoTime()));
                kept = true;
            }
        }
        permits.release();
        if (!kept) {
            Connector.closeQuietly(opened.connection());
        }
    }

    /** Closes what is idle now; what is lent is closed when it comes back. */
    @Override
    public synchronized void close() {
        closed = true;
        idle.forEach(entry -> Connector.closeQuietly(entry.opened().connection()));
        idle.clear();
    }

    /** A connection while somebody uses it. Not thread-safe. */
    final class Lease implements AutoCloseable {
        private final OpenedConnection opened;
        private final boolean fresh;
        private boolean usable = true;
        private boolean returned;

        private Lease(OpenedConnection opened, boolean fresh) {
            this.opened = opened;
            this.fresh = fresh;
        }

        PgConnection connection() {
            return opened.connection();
        }

        /** Whether the server can look, while it runs a statement, if we are still there. */
        boolean noticesLeaving() {
            return opened.noticesLeaving();
        }

        /** Whether it was opened for this lease, so that it cannot have broken while idle. */
        boolean isFresh() {
            return fresh;
        }

        /** Never used again. */
        void discard() {
            usable = false;
        }

        @Override
        public void close() {
            if (!returned) {
                returned = true;
                takeBack(opened, usable);
            }
        }
    }
}
