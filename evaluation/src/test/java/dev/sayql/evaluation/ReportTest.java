package dev.sayql.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.evaluation.CaseResult.Outcome;
import dev.sayql.evaluation.EvaluationCase.Expected;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final Report REPORT = new Report(List.of(
            result("a1", "count", true, Outcome.CORRECT, 1),
            result("a2", "count", true, Outcome.WRONG, 2),
            result("a3", "top", true, Outcome.DECLINED, 3),
            result("a4", "top", true, Outcome.ASKED_BACK, 4),
            result("d1", "reason", false, Outcome.DECLINED, 5),
            result("d2", "reason", false, Outcome.ASKED_BACK, 6),
            result("d3", "reason", false, Outcome.WRONG, 7),
            result("d4", "write", false, Outcome.FAILED, 100)));

    @Test
    void totalsTellQuestionsToAnswerFromThoseToDecline() {
        assertThat(REPORT.toAnswer()).isEqualTo(new Totals(4, 1, 1, 1, 1, 0));
        assertThat(REPORT.toDecline()).isEqualTo(new Totals(4, 2, 1, 1, 1, 1));
        assertThat(REPORT.toAnswer().share()).isEqualTo(0.25);
    }

    @Test
    void countsByKindInOrderOfName() {
        assertThat(REPORT.byKind().keySet()).containsExactly("count", "reason", "top", "write");
        assertThat(REPORT.byKind()).containsEntry("count", new Totals(2, 1, 1, 0, 0, 0));
    }

    @Test
    void findsTheTimeThatAShareOfQuestionsKeeps() {
        assertThat(REPORT.tookAtMost(0.5)).isEqualTo(Duration.ofMillis(4));
        assertThat(REPORT.tookAtMost(0.95)).isEqualTo(Duration.ofMillis(100));
        assertThat(REPORT.tookAtMost(0)).isEqualTo(Duration.ofMillis(1));
        assertThat(new Report(List.of()).tookAtMost(0.5)).isZero();
    }

    @Test
    void printsATableTheTotalsAndEveryMiss() {
        assertThat(REPORT.text()).isEqualTo("""
                kind                  asked  right  wrong  declined  asked back  failed
                count                     2      1      1         0           0       0
                reason                    3      2      1         1           1       0
                top                       2      0      0         1           1       0
                write                     1      0      0         0           0       1
                all to answer             4      1      1         1           1       0
                all to decline            4      2      1         1           1       1

                right of those to answer: 25.0 %; answered of those to decline: 1 of 4
                time a question: half within 4 ms, 95 % within 100 ms

                a2 wrong: question a2
                    because a2
                    SELECT a2

                a3 declined: question a3
                    because a3
                    SELECT a3

                a4 asked back: question a4
                    because a4
                    SELECT a4

                d3 wrong (to decline): question d3
                    because d3
                    SELECT d3

                d4 failed (to decline): question d4
                    because d4
                    SELECT d4
                """);
    }

    @Test
    void printsAnEmptyRun() {
        assertThat(new Report(List.of()).text()).contains("right of those to answer: 100.0 %");
    }

    private static CaseResult result(String id, String kind, boolean toAnswer, Outcome outcome, int millis) {
        Expected expected = toAnswer
                ? new Expected.Rows(List.of("SELECT 1"), new ResultMatch(false, false))
                : new Expected.NoAnswer();
        return new CaseResult(
                new EvaluationCase(id, "question " + id, kind, expected),
                outcome,
                "because " + id,
                Optional.of("SELECT\n  " + id),
                Duration.ofMillis(millis));
    }
}
