package dev.sayql.evaluation;

import static dev.sayql.evaluation.TestRows.column;
import static dev.sayql.evaluation.TestRows.number;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.core.answer.Answer;
import dev.sayql.core.execution.Rows;
import dev.sayql.core.generation.Clarification;
import dev.sayql.core.generation.Decline;
import dev.sayql.core.question.QueryId;
import dev.sayql.core.question.Question;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.team.TeamId;
import dev.sayql.evaluation.CaseResult.Outcome;
import dev.sayql.evaluation.EvaluationCase.Expected;
import dev.sayql.sql.Problem;
import dev.sayql.sql.RejectionCode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class EvaluationTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration TOOK = Duration.ofMillis(5);
    private static final EvaluationCase TO_ANSWER = new EvaluationCase(
            "a", "How many?", "count", new Expected.Rows(List.of("ONE", "TWO"), new ResultMatch(false, false)));
    private static final EvaluationCase TO_DECLINE = new EvaluationCase("d", "Why?", "reason", new Expected.NoAnswer());
    private static final Map<String, Rows> GOLD = Map.of("ONE", column(number("1")), "TWO", column(number("2")));

    @Test
    void rowsLikeTheGoldAreCorrect() {
        assertThat(score(TO_ANSWER, shown("1")).outcome()).isEqualTo(Outcome.CORRECT);
    }

    @Test
    void aFollowUpOfWhatWasNotAnsweredFails() {
        CaseResult result = runChain(question ->
                new Answer.Declined(new Decline(Decline.Reason.UNSUPPORTED, "Not yet.", List.of(), List.of())));

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.reason()).contains("only for 2025");
    }

    private static CaseResult runChain(Function<Question, Answer> door) {
        EvaluationCase chain =
                new EvaluationCase("c", "How many?", List.of("only for 2025"), "chain", TO_ANSWER.expected());
        return new Evaluation(
                        EvaluationTest::ask,
                        (parent, text) -> ask(parent.text() + "+" + text),
                        door,
                        EvaluationTest::gold,
                        InstantSource.fixed(NOW))
                .run(new QuestionSet(List.of(chain)))
                .results()
                .getFirst();
    }

    @Test
    void rowsLikeAnAlternativeAreCorrect() {
        assertThat(score(TO_ANSWER, shown("2")).outcome()).isEqualTo(Outcome.CORRECT);
    }

    @Test
    void otherRowsAreWrongAndSaidToDifferFromTheGold() {
        CaseResult result = score(TO_ANSWER, shown("3"));
        assertThat(result.outcome()).isEqualTo(Outcome.WRONG);
        assertThat(result.reason()).contains("no column holds the values");
        assertThat(result.sql()).hasValue("SELECT n");
    }

    @Test
    void anyRowsAreWrongWhereNoneWereDue() {
        CaseResult result = score(TO_DECLINE, shown("1"));
        assertThat(result.outcome()).isEqualTo(Outcome.WRONG);
        assertThat(result.right()).isFalse();
    }

    @Test
    void goldThatDoesNotRunFailsTheCase() {
        EvaluationCase broken = new EvaluationCase(
                "b", "How?", "count", new Expected.Rows(List.of("ABSENT"), new ResultMatch(false, false)));
        CaseResult result = score(broken, shown("1"));
        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.reason()).startsWith("the gold SQL did not run");
    }

    @Test
    void decliningIsRightOnlyWhereNoAnswerIsDue() {
        Answer declined = new Answer.Declined(
                new Decline(Decline.Reason.PREDICTION_OR_REASON, "No reasons.", List.of(), List.of()));
        Report report = run(question -> declined);
        assertThat(report.results()).extracting(CaseResult::outcome).containsOnly(Outcome.DECLINED);
        assertThat(report.results()).extracting(CaseResult::right).containsExactly(false, true);
        assertThat(report.results().getFirst().reason()).isEqualTo("PREDICTION_OR_REASON: No reasons.");
    }

    @Test
    void askingBackIsRightOnlyWhereNoAnswerIsDue() {
        Report report = run(question -> new Answer.NeedsClarification(new Clarification("Which?", List.of())));
        assertThat(report.results()).extracting(CaseResult::outcome).containsOnly(Outcome.ASKED_BACK);
        assertThat(report.results()).extracting(CaseResult::right).containsExactly(false, true);
    }

    @Test
    void refusedSqlCountsAsDeclined() {
        Report report = run(question -> new Answer.Refused(
                "DELETE FROM t", List.of(new Problem(RejectionCode.INTERNAL, "only SELECT is allowed"))));
        assertThat(report.results().getLast().outcome()).isEqualTo(Outcome.DECLINED);
        assertThat(report.results().getLast().reason()).isEqualTo("refused: only SELECT is allowed");
    }

    @Test
    void faultsAreNeverRight() {
        Report report = run(question -> new Answer.Failed("e-1"));
        assertThat(report.results()).extracting(CaseResult::outcome).containsOnly(Outcome.FAILED);
        assertThat(report.results()).extracting(CaseResult::right).containsOnly(false);
    }

    @Test
    void anUnknownSourceIsAFault() {
        Report report = run(question -> new Answer.UnknownSource(question.source()));
        assertThat(report.results()).extracting(CaseResult::reason).containsOnly("unknown source shop");
    }

    @Test
    void aThrowingDoorFailsTheQuestionAndNotTheRun() {
        Report report = run(question -> {
            throw new IllegalStateException("broken");
        });
        assertThat(report.results()).extracting(CaseResult::outcome).containsExactly(Outcome.FAILED, Outcome.FAILED);
        assertThat(report.results().getFirst().reason()).contains("broken");
    }

    @Test
    void measuresTheTimeOfEachQuestion() {
        Instant[] now = {NOW};
        InstantSource ticking = () -> now[0] = now[0].plusMillis(7);
        Report report = new Evaluation(
                        EvaluationTest::ask, question -> new Answer.Failed("e-1"), EvaluationTest::gold, ticking)
                .run(new QuestionSet(List.of(TO_ANSWER, TO_DECLINE)));
        assertThat(report.results()).extracting(CaseResult::took).containsOnly(Duration.ofMillis(7));
    }

    private static Report run(Function<Question, Answer> door) {
        return evaluation(door).run(new QuestionSet(List.of(TO_ANSWER, TO_DECLINE)));
    }

    private static CaseResult score(EvaluationCase one, Ending ending) {
        return evaluation(question -> new Answer.Failed("not asked")).score(one, ending, TOOK);
    }

    private static Evaluation evaluation(Function<Question, Answer> door) {
        return new Evaluation(EvaluationTest::ask, door, EvaluationTest::gold, InstantSource.fixed(NOW));
    }

    private static Rows gold(String sql) {
        return Optional.ofNullable(GOLD.get(sql)).orElseThrow(() -> new IllegalStateException("no such table"));
    }

    private static Ending shown(String value) {
        return new Ending.Shown("SELECT n", column(number(value)));
    }

    private static Question ask(String text) {
        return new Question(
                new QueryId(new UUID(0, 1)),
                new TeamId("evaluation"),
                new SourceId("shop"),
                text,
                Optional.empty(),
                true,
                Question.MAX_ROWS,
                NOW);
    }
}
