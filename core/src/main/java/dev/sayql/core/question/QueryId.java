package dev.sayql.core.question;

import java.util.Optional;
import java.util.UUID;

/** Identifies one asked question and its answer. Immutable. */
public record QueryId(UUID value) {

    /** Reads the textual form; empty when the text is not a UUID in its usual spelling. */
    public static Optional<QueryId> parse(String text) {
        if (text.length() != 36) {
            return Optional.empty();
        }
        try {
            return Optional.of(new QueryId(UUID.fromString(text)));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
