package dev.sayql.server;

import java.time.Duration;

/** Counts the calls that are being answered, so that a shutdown can wait for them. Thread-safe. */
final class InFlight {

    private int calls;
    private boolean closing;

    /** Whether a call may begin; the caller must {@link #end()} it. */
    synchronized boolean begin() {
        if (closing) {
            return false;
        }
        calls++;
        return true;
    }

    synchronized void end() {
        calls--;
        notifyAll();
    }

    /** Lets no further call begin and waits for those that have. */
    synchronized void drain(Duration patience) {
        closing = true;
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            for (long left = patience.toMillis(); calls > 0 && left > 0; ) {
                wait(left);
                left = (deadline - System.nanoTime()) / 1_000_000;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
