package dev.sayql.app;

import dev.sayql.core.question.Source;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/**
 * Puts questions to the engine in the background, by one thread: those of the latest key first, the sources in turn. No more
 * than are wanted: a processor that is busy with the others would make whoever types wait. What waits of earlier keys when too
 * much waits is dropped: whoever still wants it types on. Thread-safe.
 */
final class Proving implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Proving.class.getName());

    /** Of so many keys. */
    private static final int MOST_WAITING = 3;

    private final Map<Source, Deque<Wanted>> waiting = new HashMap<>();
    private final ExecutorService background = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("type-ahead").factory());

    /** What one key wants: so many that are answered for sure. */
    private record Wanted(Proofs proofs, List<String> questions, int most) {}

    /** Finds out about these, the first one first, until so many are answered for sure, before those that were wanted earlier. */
    void begin(Source source, Proofs proofs, List<String> questions, int most) {
        if (proofs.next(questions, most).isEmpty()) {
            return;
        }
        boolean idle;
        synchronized (waiting) {
            idle = !waiting.containsKey(source);
            Deque<Wanted> mine = waiting.computeIfAbsent(source, key -> new ArrayDeque<>());
            mine.addFirst(new Wanted(proofs, List.copyOf(questions), most));
            if (mine.size() > MOST_WAITING) {
                mine.removeLast();
            }
        }
        if (idle) {
            later(() -> goOn(source));
        }
    }

    /** One, then the next source's. */
    private void goOn(Source source) {
        Wanted first;
        synchronized (waiting) {
            Deque<Wanted> mine = waiting.getOrDefault(source, new ArrayDeque<>());
            if (mine.isEmpty()) {
                waiting.remove(source);
                return;
            }
            first = mine.getFirst();
        }
        try {
            first.proofs()
                    .next(first.questions(), first.most())
                    .ifPresentOrElse(first.proofs()::prove, () -> isDone(source, first));
        } finally {
            later(() -> goOn(source));
        }
    }

    private void isDone(Source source, Wanted wanted) {
        synchronized (waiting) {
            Optional.ofNullable(waiting.get(source)).ifPresent(mine -> mine.remove(wanted));
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
