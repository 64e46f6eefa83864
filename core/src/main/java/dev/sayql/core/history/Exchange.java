package dev.sayql.core.history;

import dev.sayql.core.answer.Answer;
import dev.sayql.core.question.Question;
import java.time.Instant;

/** A question, which may change an earlier one, and its answer, with the moments of both. Immutable. */
public record Exchange(Question question, Answer answer, Instant started, Instant finished) {}
