package dev.sayql.app;

import dev.sayql.core.question.Source;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/**
 * Puts questions to the engine in the background, by one thread: those of the latest key first, the sources in turn. What is
 * waiting when too much waits is dropped, the oldest first: whoever still wants it types on. Thread-safe.
 */
final class Proving implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Proving.class.getName());

    private static final int MOST_WAITING = 120;

    private final Map<Source, Deque<Waiting>> waiting = new HashMap<>();
    private final ExecutorService background = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("type-ahead").factory());

    private record Waiting(Proofs proofs, String question) {}

    /** Finds out about these, the first one first, before those that were wanted earlier. */
    void begin(Source source, Proofs proofs, List<String> questions) {
        List<Waiting> unknown = questions.stream()
                .filter(question -> !proofs.isKnown(question))
                .map(question -> new Waiting(proofs, question))
                .toList();
        if (unknown.isEmpty()) {
            return;
        }
        boolean idle;
        synchronized (waiting) {
            idle = !waiting.containsKey(source);
            Deque<Waiting> mine = waiting.computeIfAbsent(source, key -> new ArrayDeque<>());
            unknown.forEach(mine::remove);
            unknown.reversed().forEach(mine::addFirst);
            while (mine.size() > MOST_WAITING) {
                mine.removeLast();
            }
        }
        if (idle) {
            later(() -> goOn(source));
        }
    }

    /** One, then the next source's. */
    private void goOn(Source source) {
        Waiting next;
        synchronized (waiting) {
            Deque<Waiting> mine = waiting.getOrDefault(source, new ArrayDeque<>());
            if (mine.isEmpty()) {
                waiting.remove(source);
                return;
            }
            next = mine.removeFirst();
        }
        try {
            next.proofs().prove(next.question());
        } finally {
            later(() -> goOn(source));
        }
    }

    boolean isClosed() {
        return background.isShutdown();
    }

    /** Does this when its turn comes; not at all once closed. */
    private void later(Runnable work) {
        try {
            background.execute(() -> {
                try {
                    work.run();
                } catch (RuntimeException failure) {
                    // Its message may hold what was typed.
                    LOG.log(
                            System.Logger.Level.WARNING,
                            "type_ahead=failed cause={0}",
                            failure.getClass().getName());
                }
            });
        } catch (RejectedExecutionException closed) {
            // Nobody waits for it any more.
        }
    }

    @Override
    public void close() {
        background.shutdownNow();
    }
}
