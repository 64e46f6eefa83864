package dev.sayql.core.question;

/**
 * How a question changes an earlier one, in plain English. Immutable.
 *
 * @param parent the exchange that is changed
 * @param attempt 2 for the first change of a question, and one more for each change after it
 * @param text what was typed, at most {@value Question#MAX_CHARACTERS} characters; empty when a parent that failed is to
 *     be repaired
 */
public record Refinement(QueryId parent, int attempt, String text) {

    public Refinement {
        if (attempt < 2) {
            throw new IllegalArgumentException("the first attempt is the question itself");
        }
        if (text.length() > Question.MAX_CHARACTERS) {
            throw new IllegalArgumentException("the refinement is longer than 4,000 characters");
        }
        text = text.strip();
    }

    /** Whether nothing was said: what went wrong is then the only thing to go by. */
    public boolean isRepair() {
        return text.isEmpty();
    }
}
