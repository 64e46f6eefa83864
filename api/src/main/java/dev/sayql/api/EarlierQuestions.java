package dev.sayql.api;

import dev.sayql.core.question.Source;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was approved and answered of each source, kept for those who type: reading and decrypting it for every key took longer than
 * all else. What is kept is a second old at most while somebody types; after a pause it is read anew. Thread-safe.
 *
 * @param <T> a question
 */
final class EarlierQuestions<T> {

    /** Older than this is read again, while the key that finds it so is answered with what is there. */
    private static final Duration FRESH = Duration.ofSeconds(1);
    /** Nothing older than this is offered. */
    private static final Duration LIFETIME = Duration.ofSeconds(10);

    private static final int MOST_KEPT = 200;

    private final Function<Source, List<T>> reading;
    private final InstantSource clock;
    private final Executor background;
    private final Map<Source, Kept<T>> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Source, Kept<T>> eldest) {
            return size() > MOST_KEPT;
        }
    };

    private record Kept<T>(List<T> questions, Instant readAt, boolean beingRead) {

        boolean isOlderThan(Duration age, Instant now) {
            return readAt.plus(age).isBefore(now);
        }
    }

    /** @param background where what is kept is read again */
    EarlierQuestions(Function<Source, List<T>> reading, InstantSource clock, Executor background) {
        this.reading = reading;
        this.clock = clock;
        this.background = background;
    }

    List<T> of(Source source) {
        Instant now = clock.instant();
        boolean readAgain;
        @Nullable Kept<T> kept;
        synchronized (known) {
            kept = known.get(source);
            readAgain = kept != null && kept.isOlderThan(FRESH, now) && !kept.beingRead();
            if (kept != null && readAgain) {
                known.put(source, new Kept<>(kept.questions(), kept.readAt(), true));
            }
        }
        if (kept == null || kept.isOlderThan(LIFETIME, now)) {
            return read(source);
        }
        if (readAgain) {
            background.execute(() -> readAgain(source));
        }
        return kept.questions();
    }

    private void readAgain(Source source) {
        try {
            read(source);
        } catch (RuntimeException failure) {
            // Nothing is kept now: the next key meets the same failure and tells of it.
        }
    }

    private List<T> read(Source source) {
        Instant now = clock.instant();
        boolean done = false;
        try {
            List<T> questions = List.copyOf(reading.apply(source));
            synchronized (known) {
                known.put(source, new Kept<>(questions, now, false));
            }
            done = true;
            return questions;
        } finally {
            if (!done) {
                synchronized (known) {
                    known.remove(source);
                }
            }
        }
    }
}
