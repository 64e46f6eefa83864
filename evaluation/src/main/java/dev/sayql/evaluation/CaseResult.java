package dev.sayql.evaluation;

import java.time.Duration;
import java.util.Optional;

/**
 * How one question ended. Immutable.
 *
 * @param reason for people; what differs, why it was declined or what failed; empty text when there is nothing to say
 * @param sql what was run or would have been, when anything was written
 * @param took from asking to the answer, without the gold
 */
public record CaseResult(EvaluationCase asked, Outcome outcome, String reason, Optional<String> sql, Duration took) {

    /** The endings that are told apart. */
    public enum Outcome {
        /** Rows were shown, and they are right. */
        CORRECT,
        /** Rows were shown that are not right, or that should not have been shown at all. */
        WRONG,
        /** Declined or refused. */
        DECLINED,
        /** A question came back. */
        ASKED_BACK,
        /** Neither: an error, a time limit, or a gold statement that does not run. */
        FAILED
    }

    /** Whether rows are the right answer to the question. */
    public boolean toAnswer() {
        return asked.expected() instanceof EvaluationCase.Expected.Rows;
    }

    /** Whether this is the ending to be wished for. */
    public boolean right() {
        return switch (outcome) {
            case CORRECT -> true;
            case DECLINED, ASKED_BACK -> !toAnswer();
            case WRONG, FAILED -> false;
        };
    }
}
