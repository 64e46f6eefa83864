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
        TOO_UNSURE;

        /** Whether the question may still be one that SQL can answer, only not by the rules of the local engine. */
        public boolean leavesRoomForModels() {
            return switch (this) {
                case UNKNOWN_WORDS, UNSUPPORTED, OTHER_LANGUAGE, TOO_UNSURE -> true;
                case NOT_A_QUESTION_OF_DATA, PREDICTION_OR_REASON, WOULD_CHANGE_DATA -> false;
            };
        }
    }

    public Decline {
        unknownWords = List.copyOf(unknownWords);
        nearest = List.copyOf(nearest);
    }

    /** The same with a further sentence. */
    Decline adding(String sentence) {
        return new Decline(reason, message + " " + sentence, unknownWords, nearest);
    }
}
