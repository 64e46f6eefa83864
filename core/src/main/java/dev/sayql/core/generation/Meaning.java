package dev.sayql.core.generation;

import dev.sayql.core.question.Question;
import java.util.Optional;

/**
 * Says which questions about a source mean the same: equal values, numbers, resolved dates, conditions, aggregates, groups, order,
 * limit and shown columns. Makes no call outside, never throws for a question. Thread-safe.
 */
public interface Meaning {

    /** No question's meaning is known. */
    Meaning UNKNOWN = new Meaning() {
        @Override
        public Optional<String> of(Question question, SourceContext context) {
            return Optional.empty();
        }

        @Override
        public boolean areSame(Question first, Question second, SourceContext context) {
            return false;
        }
    };

    /**
     * A text by which questions are found that may mean the same: sharing it proves nothing. Empty when nothing can be found by
     * it, which is always a safe answer.
     *
     * @param context of the source, narrowed to the tables that the question may read
     */
    Optional<String> of(Question question, SourceContext context);

    /** Whether two questions are proven to mean the same; false, which is always a safe answer, where they are not. */
    boolean areSame(Question first, Question second, SourceContext context);
}
