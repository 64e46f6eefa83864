package dev.sayql.core.generation;

import java.util.Locale;
import java.util.Optional;

/**
 * One difference between an earlier query and the one that a refinement made of it, taken from the queries and not from
 * what was typed. Immutable.
 *
 * @param before what it was, in English; empty when it is new
 * @param after what it is now; empty when it is gone
 */
public record Change(Part part, Optional<String> before, Optional<String> after) {

    /** Which part of a query differs. */
    public enum Part {
        /** Whose rows are listed or folded. */
        ROWS,
        SHOWN,
        CONDITION,
        GROUPING,
        ORDER,
        LIMIT,
        /** Whether equal rows are shown once. */
        DUPLICATES
    }

    /** What became of it. */
    public enum Kind {
        ADDED,
        REMOVED,
        REPLACED
    }

    public Change {
        if (before.isEmpty() && after.isEmpty()) {
            throw new IllegalArgumentException("a change has something before or after it");
        }
    }

    public Kind kind() {
        return before.isEmpty() ? Kind.ADDED : after.isEmpty() ? Kind.REMOVED : Kind.REPLACED;
    }

    /** In English, as a part of a sentence: "grouping: month instead of region". */
    public String words() {
        String name = part.name().toLowerCase(Locale.ROOT);
        String label = part == Part.CONDITION ? "" : " " + name;
        return switch (kind()) {
            case ADDED -> "added" + label + ": " + after.orElseThrow();
            case REMOVED -> "removed" + label + ": " + before.orElseThrow();
            case REPLACED -> name + ": " + after.orElseThrow() + " instead of " + before.orElseThrow();
        };
    }
}
