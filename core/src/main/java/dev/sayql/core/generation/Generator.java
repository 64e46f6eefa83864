package dev.sayql.core.generation;

import dev.sayql.core.question.Question;

/** Turns a question into ranked, unchecked candidates. Thread-safe; never throws for a question. */
@FunctionalInterface
public interface Generator {
    Proposal propose(Question question, SourceContext context);
}
