package dev.sayql.core.history;

import dev.sayql.core.answer.Answer;
import dev.sayql.core.generation.Spending;
import dev.sayql.core.question.Question;
import java.time.Instant;

/**
 * A question, which may change an earlier one, and its answer, with the moments of both. Immutable.
 *
 * @param spent on models, whatever came of it
 */
public record Exchange(Question question, Answer answer, Instant started, Instant finished, Spending spent) {

    /** One that cost nothing. */
    public Exchange(Question question, Answer answer, Instant started, Instant finished) {
        this(question, answer, started, finished, Spending.none());
    }
}
