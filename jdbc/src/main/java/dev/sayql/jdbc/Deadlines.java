package dev.sayql.jdbc;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Cancels statements from our side when the server's own time-out does not end them: it counts each fetch anew. One
 * sleeping thread for all; the cancelling itself, which may block, is done by a thread of its own. Thread-safe.
 */
final class Deadlines implements AutoCloseable {
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("sayql-deadlines").factory());

    Deadlines() {
        clock.setRemoveOnCancelPolicy(true);
    }

    Deadline start(Duration after, Runnable cancel) {
        return new Deadline(after, cancel);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    /** Runs the cancelling when it passes; close it when the work is done. Not thread-safe. */
    final class Deadline implements AutoCloseable {
        private final long started = System.nanoTime();
        private final Runnable cancel;
        private ScheduledFuture<?> due;

        private Deadline(Duration after, Runnable cancel) {
            this.cancel = cancel;
            this.due = schedule(after);
        }

        /** Moves the deadline to this long after its start. */
        void moveTo(Duration after) {
            due.cancel(false);
            due = schedule(after.minusNanos(System.nanoTime() - started));
        }

        private ScheduledFuture<?> schedule(Duration after) {
            return clock.schedule(
                    () -> {
                        Thread.ofVirtual().start(cancel);
                    },
                    Math.max(0, after.toMillis()),
                    TimeUnit.MILLISECONDS);
        }

        @Override
        public void close() {
            due.cancel(false);
        }
    }
}
