package dev.sayql.app;

import dev.sayql.core.question.Source;
import dev.sayql.core.question.SourceRegistry;
import dev.sayql.store.DailyWork;
import java.time.Duration;

/**
 * What a server does by itself: after midnight UTC the day's figures and the deletion of what is past its time, and reading
 * again the sources that nobody looked at for a while. Of several servers one does it. Until closed. Thread-safe.
 */
final class Housekeeping implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Housekeeping.class.getName());
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int AT_ONCE = 10;

    private final DailyWork daily;
    private final SourceRegistry registry;
    private final ConnectedSources sources;
    private final Duration refreshedAfter;
    private final Thread worker;

    private Housekeeping(DailyWork daily, SourceRegistry registry, ConnectedSources sources, Duration refreshedAfter) {
        this.daily = daily;
        this.registry = registry;
        this.sources = sources;
        this.refreshedAfter = refreshedAfter;
        this.worker = Thread.ofVirtual().name("housekeeping").unstarted(this::run);
    }

    static Housekeeping start(
            DailyWork daily, SourceRegistry registry, ConnectedSources sources, Duration refreshedAfter) {
        Housekeeping housekeeping = new Housekeeping(daily, registry, sources, refreshedAfter);
        housekeeping.worker.start();
        return housekeeping;
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(PAUSE);
                attempt("daily_work", this::workOfTheDay);
                attempt("refresh", this::refresh);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void workOfTheDay() {
        daily.runIfDue()
                .ifPresent(done -> LOG.log(
                        System.Logger.Level.INFO,
                        "daily_work=done days={0} refreshed={1} exchanges_deleted={2} audit_deleted={3}",
                        done.days(),
                        done.refreshed(),
                        done.exchanges(),
                        done.auditEntries()));
    }

    private void refresh() {
        for (Source due : registry.claimDue(refreshedAfter, AT_ONCE)) {
            sources.refreshDue(due);
        }
    }

    /** A failure is told and tried again; the rest goes on. */
    private static void attempt(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            LOG.log(System.Logger.Level.WARNING, what + "=failed", failure);
        }
    }

    @Override
    public void close() {
        worker.interrupt();
        try {
            worker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
