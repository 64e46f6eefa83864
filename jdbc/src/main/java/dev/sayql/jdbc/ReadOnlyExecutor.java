package dev.sayql.jdbc;

import dev.sayql.core.execution.Cancellation;
import dev.sayql.core.execution.Execution;
import dev.sayql.core.execution.Executor;
import dev.sayql.core.execution.Explanation;
import dev.sayql.core.execution.Limits;
import dev.sayql.core.execution.Rows;
import dev.sayql.core.execution.SourceError;
import dev.sayql.core.question.Source;
import dev.sayql.sql.ReadOnlySql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * Runs checked statements over pooled connections, each in a read-only transaction of its own that is rolled back.
 *
 * <p>The server ends a statement at the time limit; should it not, we cancel it 0.3 s later, and cut the connection when
 * that has not helped within another 0.4 s. The planner's cost that is compared with the limit is that of the whole
 * statement, its rows those of the largest step. Thread-safe.
 */
public final class ReadOnlyExecutor implements Executor, AutoCloseable {
    private static final Duration CLIENT_GRACE = Duration.ofMillis(300);
    private static final int FIRST_FETCH = 50;
    private static final String CANCELLED = "57014";

    private final SourcePools pools;
    private final Deadlines deadlines = new Deadlines();

    /** The pools are closed by whoever made them. */
    public ReadOnlyExecutor(SourcePools pools) {
        this.pools = pools;
    }

    @Override
    public Explanation explain(Source source, ReadOnlySql sql, Limits limits, Cancellation cancellation) {
        return explainText(source, sql.limitedTo(limits.rows() + 1), limits, cancellation);
    }

    @Override
    public Execution execute(Source source, ReadOnlySql sql, Limits limits, Cancellation cancellation) {
        return executeText(source, sql.limitedTo(limits.rows() + 1), limits, cancellation);
    }

    /** Package-private so that tests can show that this discipline holds for texts that no validator has seen. */
    Explanation explainText(Source source, String text, Limits limits, Cancellation cancellation) {
        if (cancellation.isRequested()) {
            return new Explanation.Cancelled();
        }
        String explain = "EXPLAIN (FORMAT JSON) " + text;
        if (!OneStatement.is(explain)) {
            return new Explanation.Failed(SourceErrors.of("42601"));
        }
        try (ReadOnlySession session = ReadOnlySession.open(pools.of(source), limits.statementTimeout())) {
            Duration latest = limits.statementTimeout().plus(CLIENT_GRACE);
            Cancellation.Registration registration = stopping(session, cancellation);
            try (Deadlines.Deadline _ = deadlines.start(latest, session::stop);
                    Statement statement = session.statement(0);
                    ResultSet result = statement.executeQuery(explain)) {
                result.next();
                return PlanCost.of(result.getString(1)).within(limits);
            } catch (SQLException failure) {
                return isStopped(session, failure) && cancellation.isRequested()
                        ? new Explanation.Cancelled()
                        : new Explanation.Failed(errorIn(session, failure));
            } finally {
                registration.close();
            }
        }
    }

    /** Package-private for the same reason. */
    Execution executeText(Source source, String text, Limits limits, Cancellation cancellation) {
        if (cancellation.isRequested()) {
            return new Execution.Cancelled();
        }
        if (!OneStatement.is(text)) {
            return new Execution.Failed(SourceErrors.of("42601"));
        }
        try (ReadOnlySession session = ReadOnlySession.open(pools.of(source), limits.statementTimeout())) {
            long started = System.nanoTime();
            Duration latest = limits.statementTimeout().plus(CLIENT_GRACE);
            Cancellation.Registration registration = stopping(session, cancellation);
            try (Deadlines.Deadline deadline = deadlines.start(latest, session::stop)) {
                return read(session, text, limits, deadline);
            } catch (SQLException failure) {
                Duration took = Duration.ofNanos(System.nanoTime() - started);
                return ending(session, failure, took, limits, cancellation);
            } finally {
                registration.close();
            }
        }
    }

    private static Cancellation.Registration stopping(ReadOnlySession session, Cancellation cancellation) {
        return cancellation.onRequest(() -> Thread.ofVirtual().start(session::stop));
    }

    private static boolean isStopped(ReadOnlySession session, SQLException failure) {
        return SourceFailures.stateOf(failure).equals(CANCELLED) || session.isCancelled();
    }

    private Execution read(ReadOnlySession session, String text, Limits limits, Deadlines.Deadline deadline)
            throws SQLException {
        long started = System.nanoTime();
        try (Statement statement = session.statement(Math.min(FIRST_FETCH, limits.rows() + 1));
                ResultSet result = statement.executeQuery(text)) {
            // The server counts the time of every further fetch anew; we do not.
            deadline.moveTo(limits.statementTimeout());
            if (result.getMetaData().getColumnCount() > limits.columns()) {
                return new Execution.Failed(SourceErrors.of("54011"));
            }
            ResultReader reader = new ResultReader(result, limits);
            readAll(reader, session);
            return new Execution.Done(new Rows(
                    reader.columns(),
                    reader.rows(),
                    reader.isTruncated(),
                    Duration.ofNanos(System.nanoTime() - started)));
        }
    }

    private static void readAll(ResultReader reader, ReadOnlySession session) throws SQLException {
        try {
            while (reader.readRow()) {
                // The reader keeps the rows.
            }
        } catch (SQLException failure) {
            if (!isTooLarge(failure) || reader.isEmpty()) {
                throw failure;
            }
            session.discard();
            reader.cutHere();
        }
    }

    private static Execution ending(
            ReadOnlySession session, SQLException failure, Duration took, Limits limits, Cancellation cancellation) {
        boolean stopped = isStopped(session, failure);
        if (stopped && cancellation.isRequested()) {
            return new Execution.Cancelled();
        }
        // A little early counts too: the server's clock starts before ours is read.
        if (stopped && took.plusMillis(100).compareTo(limits.statementTimeout()) >= 0) {
            return new Execution.TimedOut(took);
        }
        return new Execution.Failed(errorIn(session, failure));
    }

    /** What went wrong with the statement; thrown on as a failure of the source when the connection is what broke. */
    private static SourceError errorIn(ReadOnlySession session, SQLException failure) {
        if (isTooLarge(failure)) {
            session.discard();
            return SourceErrors.of("54000");
        }
        if (SourceFailures.isOfConnection(failure)) {
            session.discard();
            throw SourceFailures.of(failure);
        }
        return SourceErrors.of(failure);
    }

    /** The driver has no code of its own for a fetch that exceeds its buffer. */
    private static boolean isTooLarge(SQLException failure) {
        String message = failure.getMessage();
        return message != null && message.contains("maxResultBuffer");
    }

    /** Ends the watching of time limits. */
    @Override
    public void close() {
        deadlines.close();
    }
}
