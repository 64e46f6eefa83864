package dev.sayql.core.generation;

import java.util.List;

/** A question back to whoever asked, with at most three options to choose from. Immutable. */
public record Clarification(String question, List<String> options) {

    public Clarification {
        options = List.copyOf(options);
        if (options.size() > 3) {
            throw new IllegalArgumentException("at most three options");
        }
    }
}
