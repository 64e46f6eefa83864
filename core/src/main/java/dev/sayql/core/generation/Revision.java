package dev.sayql.core.generation;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a refinement made of the earlier query. Immutable.
 *
 * @param changes in the order of the parts of a query; empty only when nothing was to change
 */
public record Revision(Manner manner, List<Change> changes) {

    /** How the refinement was taken. */
    public enum Manner {
        /** As a change of the earlier question. */
        CHANGED,
        /** As a question of its own, which has nothing of the earlier one. */
        NEW_QUESTION,
        /** As a wish that what failed be made to work. */
        REPAIRED,
        /** As the same question once more. */
        ASKED_AGAIN,
        /** As the choice of one of the meanings that were offered. */
        CHOSEN
    }

    public Revision {
        changes = List.copyOf(changes);
    }

    /** For people, without a full stop. */
    public String sentence() {
        String words = changes.stream().map(Change::words).collect(Collectors.joining("; "));
        return switch (manner) {
            case CHANGED -> words;
            case NEW_QUESTION -> "taken as a new question";
            case REPAIRED -> "repaired – " + words;
            case ASKED_AGAIN -> "nothing, asked again";
            case CHOSEN -> "taken as chosen";
        };
    }
}
