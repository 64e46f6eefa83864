package dev.sayql.server;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks again and again after the databases that come with SayQL, and has them started when they are gone: one attempt at
 * a time, with a pause after each. Until closed. Thread-safe.
 */
final class Revival implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Revival.class);

    private final BooleanSupplier revive;
    private final Duration pause;
    private final Thread watch;

    private Revival(BooleanSupplier revive, Duration pause) {
        this.revive = revive;
        this.pause = pause;
        this.watch = Thread.ofVirtual().name("revival").unstarted(this::run);
    }

    /** {@code revive} starts what is gone and says whether that was so; a failure is told in the log and tried again. */
    static Revival start(BooleanSupplier revive, Duration pause) {
        Revival revival = new Revival(revive, pause);
        revival.watch.start();
        return revival;
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(pause);
                attempt();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void attempt() {
        try {
            if (revive.getAsBoolean()) {
                LOG.warn("local_databases=started_again");
            }
        } catch (RuntimeException failure) {
            LOG.error("local_databases=down", failure);
        }
    }

    /** Waits for an attempt that has begun, so that nothing is started after the end. */
    @Override
    public void close() {
        watch.interrupt();
        try {
            watch.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
