package dev.sayql.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** What was worked out lately, the latest used kept. Thread-safe. */
final class Recent<K, V> {
    private final Map<K, V> known;

    /** @param most so many are kept */
    Recent(int most) {
        this.known = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /** What is known of it, else what this makes of it. */
    V of(K key, Function<K, V> making) {
        synchronized (known) {
            V kept = known.get(key);
            if (kept != null) {
                return kept;
            }
        }
        // Outside of the lock: two threads may both make it; theirs are equal.
        V made = making.apply(key);
        synchronized (known) {
            known.put(key, made);
        }
        return made;
    }
}
