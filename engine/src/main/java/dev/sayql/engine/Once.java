package dev.sayql.engine;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Worked out when it is first asked for, and kept. Thread-safe. */
final class Once<T> implements Supplier<T> {
    private final Supplier<T> making;
    private volatile @Nullable T made;

    Once(Supplier<T> making) {
        this.making = making;
    }

    @Override
    public T get() {
        T known = made;
        if (known == null) {
            synchronized (this) {
                known = made == null ? making.get() : made;
                made = known;
            }
        }
        return known;
    }
}
