package dev.sayql.core.generation;

import dev.sayql.core.execution.Cancellation;
import java.time.Duration;

/**
 * Writes SQL by asking a language model, for questions that are declined otherwise. What it writes is as untrusted as any
 * other text. Thread-safe; never throws for a question.
 */
@FunctionalInterface
public interface ModelWriter {

    /**
     * Writes for this task, or says why not.
     *
     * @param within the reply comes in this time, or a failure does
     */
    ModelReply write(ModelTask task, Duration within, Cancellation cancellation);

    /** How long a question may take with all that is written for it; then what there is counts. */
    default Duration patience() {
        return Duration.ofMinutes(1);
    }
}
