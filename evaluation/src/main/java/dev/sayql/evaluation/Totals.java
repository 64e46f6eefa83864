package dev.sayql.evaluation;

import dev.sayql.evaluation.CaseResult.Outcome;
import java.util.Collection;

/**
 * Counts over questions that all are to be answered, or all to be declined, or a mixture. Immutable.
 *
 * @param right ended as wished: right rows, or no rows where none were due
 */
public record Totals(int asked, int right, int wrong, int declined, int askedBack, int failed) {

    static Totals of(Collection<CaseResult> results) {
        return new Totals(
                results.size(),
                (int) results.stream().filter(CaseResult::right).count(),
                count(results, Outcome.WRONG),
                count(results, Outcome.DECLINED),
                count(results, Outcome.ASKED_BACK),
                count(results, Outcome.FAILED));
    }

    private static int count(Collection<CaseResult> results, Outcome outcome) {
        return (int)
                results.stream().filter(result -> result.outcome() == outcome).count();
    }

    /** The share that ended as wished, 0 to 1; 1 when nothing was asked. */
    public double share() {
        return asked == 0 ? 1 : (double) right / asked;
    }
}
