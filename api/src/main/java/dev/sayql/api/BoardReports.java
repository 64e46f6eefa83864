package dev.sayql.api;

import dev.sayql.core.team.WorkBoard;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells the board twice a second how far the posted works of this process have come, and stops those that somebody took back
 * through another server. Works by itself while there are any. Thread-safe.
 */
final class BoardReports {

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final WorkBoard board;
    private final Watchers watchers;
    private final ConcurrentMap<UUID, Underway.Work> works = new ConcurrentHashMap<>();
    private @Nullable Thread reporter;

    BoardReports(WorkBoard board, Watchers watchers) {
        this.board = board;
        this.watchers = watchers;
    }

    synchronized void join(Underway.Work work) {
        works.put(work.id(), work);
        if (reporter == null) {
            reporter = Thread.ofVirtual().name("board").start(this::run);
        }
    }

    void leave(UUID id) {
        works.remove(id);
    }

    private void run() {
        try {
            do {
                Thread.sleep(PAUSE);
                report();
            } while (!isOver());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean isOver() {
        boolean over = works.isEmpty();
        reporter = over ? null : reporter;
        return over;
    }

    private void report() {
        Map<UUID, WorkBoard.Report> reports = new HashMap<>();
        works.forEach((id, work) -> reports.put(id, work.report()));
        if (reports.isEmpty()) {
            return;
        }
        Set<UUID> unwanted = new HashSet<>();
        try {
            unwanted.addAll(board.report(reports));
        } catch (RuntimeException failure) {
            // What must be known of it is said by the calls that fail too; the next report may get through.
            watchers.failures().failed(Door.newErrorId(), failure);
        }
        unwanted.forEach(id -> {
            Underway.Work work = works.get(id);
            if (work != null && work.state() != Underway.State.STOPPING) {
                work.stop();
            }
        });
    }
}
