package dev.sayql.core.history;

import dev.sayql.core.answer.Answer;
import dev.sayql.core.question.Question;
import dev.sayql.core.question.Refinement;
import java.time.Instant;
import java.util.Optional;

/**
 * A question and its answer, with the moments of both. Immutable.
 *
 * @param refinement present when the question changes an earlier one
 */
public record Exchange(
        Question question, Answer answer, Instant started, Instant finished, Optional<Refinement> refinement) {

    /** A question that stands for itself. */
    public Exchange(Question question, Answer answer, Instant started, Instant finished) {
        this(question, answer, started, finished, Optional.empty());
    }
}
