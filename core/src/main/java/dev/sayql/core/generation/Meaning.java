package dev.sayql.core.generation;

import dev.sayql.core.question.Question;
import java.util.Optional;

/**
 * Says what a question means, as a text that two questions about a source share only where they are proven to mean the same:
 * equal values, numbers, resolved dates, conditions, aggregates, groups, order, limit and shown columns. Makes no call outside,
 * never throws for a question. Thread-safe.
 */
@FunctionalInterface
public interface Meaning {

    /** No question's meaning is known. */
    Meaning UNKNOWN = (question, context) -> Optional.empty();

    /**
     * The meaning; empty when it cannot be proven, which is always a safe answer.
     *
     * @param context of the source, narrowed to the tables that the question may read
     */
    Optional<String> of(Question question, SourceContext context);
}
