package dev.sayql.cli;

import org.jspecify.annotations.Nullable;

/**
 * One line of what predict writes. Immutable.
 *
 * @param id as the question's line had it
 * @param sql the best guess, also where it is not good enough to answer; null when there is none
 * @param answered whether a person would be given this answer
 * @param millis until the candidates were ranked, without what running some of them took
 */
record Prediction(Object id, @Nullable String sql, boolean answered, double confidence, double millis) {

    /** Nothing was written for a question; why is said elsewhere. */
    static Prediction none(Object id) {
        return new Prediction(id, null, false, 0, 0);
    }
}
