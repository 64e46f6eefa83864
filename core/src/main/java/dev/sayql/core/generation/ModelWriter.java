package dev.sayql.core.generation;

import dev.sayql.core.execution.Cancellation;

/**
 * Writes SQL by asking a language model, for questions that are declined otherwise. What it writes is as untrusted as any
 * other text. Thread-safe; never throws for a question.
 */
@FunctionalInterface
public interface ModelWriter {

    ModelReply write(ModelTask task, Cancellation cancellation);
}
