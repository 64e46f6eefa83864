package dev.sayql.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One line of what predict writes. Immutable.
 *
 * @param id as the question's line had it
 * @param sql the best guess, also where it is not good enough to answer; null when there is none
 * @param answered whether a person would be given this answer
 * @param error why there is no prediction; left out otherwise
 */
record Prediction(
        Object id,
        @Nullable String sql,
        boolean answered,
        double confidence,
        double millis,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String error) {

    static Prediction failed(Object id, String error) {
        return new Prediction(id, null, false, 0, 0, error);
    }
}
