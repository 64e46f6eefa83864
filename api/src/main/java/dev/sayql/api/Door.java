package dev.sayql.api;

import dev.sayql.core.answer.Answer;
import dev.sayql.core.answering.Answering;
import dev.sayql.core.answering.Progress;
import dev.sayql.core.execution.Cancellation;
import dev.sayql.core.history.Exchange;
import dev.sayql.core.history.History;
import dev.sayql.core.history.HistoryUnavailableException;
import dev.sayql.core.question.Question;
import dev.sayql.sql.SqlText;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The one door through which questions come in. An unexpected failure becomes {@link Answer.Failed} here, with an error
 * id in the log, and leaves an exchange like every other ending.
 *
 * <p>Endings: an answer; {@link HistoryUnavailableException} when the exchange cannot be kept. Thread-safe.
 */
public final class Door {

    private final Answering answering;
    private final History history;
    private final FailureLog failures;
    private final Clock clock;

    public Door(Answering answering, History history, FailureLog failures, Clock clock) {
        this.answering = answering;
        this.history = history;
        this.failures = failures;
        this.clock = clock;
    }

    /** Answers one question. */
    public Exchange ask(Question question, Progress progress, Cancellation cancellation) {
        return guarded(question, () -> answering.answer(question, progress, cancellation));
    }

    /** Answers a question with SQL that a person wrote for it. */
    public Exchange run(Question question, SqlText written, Progress progress, Cancellation cancellation) {
        return guarded(question, () -> answering.run(question, written, progress, cancellation));
    }

    private Exchange guarded(Question question, Supplier<Exchange> asking) {
        Instant started = clock.instant();
        try {
            return asking.get();
        } catch (HistoryUnavailableException unavailable) {
            failures.failed(newErrorId(), unavailable);
            throw unavailable;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError unexpected) {
            String errorId = newErrorId();
            failures.failed(errorId, unexpected);
            Exchange failed = new Exchange(question, new Answer.Failed(errorId), started, clock.instant());
            history.record(failed);
            return failed;
        }
    }

    static String newErrorId() {
        return UUID.randomUUID().toString();
    }
}
