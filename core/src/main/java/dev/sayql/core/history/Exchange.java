package dev.sayql.core.history;

import dev.sayql.core.answer.Answer;
import dev.sayql.core.generation.Spending;
import dev.sayql.core.question.Question;
import java.time.Instant;
import java.util.List;

/**
 * A question, which may change an earlier one, and its answer, with the moments of both. Immutable.
 *
 * @param spent on models, whatever came of it
 * @param warnings what is to be known of how the source is reached, whatever was asked: one sentence each; history does not
 *     keep them
 */
public record Exchange(
        Question question, Answer answer, Instant started, Instant finished, Spending spent, List<String> warnings) {

    public Exchange {
        warnings = List.copyOf(warnings);
    }

    /** One of a source that there is nothing to know of. */
    public Exchange(Question question, Answer answer, Instant started, Instant finished, Spending spent) {
        this(question, answer, started, finished, spent, List.of());
    }

    /** One that cost nothing. */
    public Exchange(Question question, Answer answer, Instant started, Instant finished) {
        this(question, answer, started, finished, Spending.none());
    }
}
