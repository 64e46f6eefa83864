package dev.sayql.evaluation;

import java.util.List;

/**
 * One question and what is right for it. Immutable.
 *
 * @param id unique in its set
 * @param then follow-ups that change the question, each the one before it; what comes of the last one is scored
 * @param kind what the question tests; reports count by it
 */
public record EvaluationCase(String id, String question, List<String> then, String kind, Expected expected) {

    public EvaluationCase {
        then = List.copyOf(then);
        then.forEach(followUp -> requireText("follow-up", followUp));
        requireText("id", id);
        requireText("question", question);
        requireText("kind", kind);
    }

    /** A question that nothing follows. */
    public EvaluationCase(String id, String question, String kind, Expected expected) {
        this(id, question, List.of(), kind, expected);
    }

    /** Everything that is said, for people. */
    public String said() {
        return then.isEmpty() ? question : question + " → " + String.join(" → ", then);
    }

    /** What is right. */
    public sealed interface Expected {

        /**
         * Rows equal to those of one of these statements.
         *
         * @param gold trusted SQL; the first is the most natural answer, the others are as right; never empty
         * @param match how rows are compared
         */
        record Rows(List<String> gold, ResultMatch match) implements Expected {
            public Rows {
                gold = List.copyOf(gold);
                if (gold.isEmpty()) {
                    throw new IllegalArgumentException("a question to answer has gold SQL");
                }
                gold.forEach(sql -> requireText("gold SQL", sql));
            }
        }

        /** No rows: the question must be declined, refused or asked back. */
        record NoAnswer() implements Expected {}
    }

    private static void requireText(String what, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(what + " is blank");
        }
    }
}
