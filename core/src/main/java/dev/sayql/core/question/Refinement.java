package dev.sayql.core.question;

/**
 * That a question changes an earlier one. Immutable.
 *
 * @param parent the exchange that is refined
 * @param attempt 2 for the first refinement, one more for each further one in the chain
 * @param text what was asked to be different; may be empty when the parent failed
 */
public record Refinement(QueryId parent, int attempt, String text) {

    public Refinement {
        if (attempt < 2) {
            throw new IllegalArgumentException("a refinement is the second attempt or a later one");
        }
        if (text.length() > Question.MAX_CHARACTERS) {
            throw new IllegalArgumentException("the refinement is longer than 4,000 characters");
        }
    }
}
