package dev.sayql.core.generation;

import java.util.List;

/**
 * Why a question is not answered. Immutable.
 *
 * @param message one sentence for people, naming the words in question
 * @param unknownWords the words that were not understood
 * @param nearest the nearest things that are known, at most five
 */
public record Decline(Reason reason, String message, List<String> unknownWords, List<String> nearest) {

    /** Closed set of reasons. */
    public enum Reason {
        UNKNOWN_WORDS,
        NOT_A_QUESTION_OF_DATA,
        PREDICTION_OR_REASON,
        WOULD_CHANGE_DATA,
        UNSUPPORTED,
        OTHER_LANGUAGE,
        TOO_UNSURE
    }

    public Decline {
        unknownWords = List.copyOf(unknownWords);
        nearest = List.copyOf(nearest);
    }
}
