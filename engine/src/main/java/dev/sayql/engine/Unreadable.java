package dev.sayql.engine;

import org.jspecify.annotations.Nullable;

/** A statement says something for which the representation has no words. Never leaves {@link SqlReader}. */
final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreadable() {
        super(null, null, false, false);
    }

    /** What must be there to be read. */
    static <T> T unlessGiven(@Nullable T part) {
        if (part == null) {
            throw new Unreadable();
        }
        return part;
    }

    static void unless(boolean readable) {
        if (!readable) {
            throw new Unreadable();
        }
    }
}
