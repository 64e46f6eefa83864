package dev.sayql.evaluation;

import dev.sayql.core.answer.Answer;
import dev.sayql.core.execution.Rows;
import dev.sayql.core.question.Question;
import dev.sayql.evaluation.CaseResult.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Asks every question of a set through the door users come through, and scores the answers. Asks one after another, on
 * the calling thread; what the functions throw fails the question, not the run. Thread-safe when the functions are.
 */
public final class Evaluation {
    private final Function<String, Question> asking;
    private final BiFunction<Question, String, Question> refining;
    private final Function<Question, Answer> answering;
    private final Function<String, Rows> gold;
    private final InstantSource clock;

    /**
     * @param asking makes a question of its text: team, source, id, time and how many rows at most
     * @param answering the door, as users come through it
     * @param gold runs a trusted statement of a question set, in UTC, and returns all of its rows
     */
    public Evaluation(
            Function<String, Question> asking,
            Function<Question, Answer> answering,
            Function<String, Rows> gold,
            InstantSource clock) {
        this(
                asking,
                (parent, text) -> {
                    throw new IllegalStateException("no way to refine a question was given");
                },
                answering,
                gold,
                clock);
    }

    /**
     * @param asking makes a question of its text: team, source, id, time and how many rows at most
     * @param refining makes a question of the one before it and of what changes it
     * @param answering the door, as users come through it
     * @param gold runs a trusted statement of a question set, in UTC, and returns all of its rows
     */
    public Evaluation(
            Function<String, Question> asking,
            BiFunction<Question, String, Question> refining,
            Function<Question, Answer> answering,
            Function<String, Rows> gold,
            InstantSource clock) {
        this.asking = asking;
        this.refining = refining;
        this.answering = answering;
        this.gold = gold;
        this.clock = clock;
    }

    /** Asks all, in order. */
    public Report run(QuestionSet questions) {
        return new Report(questions.cases().stream().map(this::run).toList());
    }

    /** Asks one. */
    public CaseResult run(EvaluationCase one) {
        Instant started = clock.instant();
        Ending ending = ask(one);
        return score(one, ending, Duration.between(started, clock.instant()));
    }

    private Ending ask(EvaluationCase one) {
        try {
            Question question = asking.apply(one.question());
            Answer answer = answering.apply(question);
            for (String followUp : one.then()) {
                if (!(answer instanceof Answer.Result)) {
                    return new Ending.Failed(
                            "not even the question before \"" + followUp + "\" was answered", Optional.empty());
                }
                question = refining.apply(question, followUp);
                answer = answering.apply(question);
            }
            return Ending.of(answer);
        } catch (RuntimeException e) {
            return new Ending.Failed("threw " + e, Optional.empty());
        }
    }

    CaseResult score(EvaluationCase one, Ending ending, Duration took) {
        return switch (ending) {
            case Ending.Declined(String reason) ->
                new CaseResult(one, Outcome.DECLINED, reason, Optional.empty(), took);
            case Ending.AskedBack(String question) ->
                new CaseResult(one, Outcome.ASKED_BACK, question, Optional.empty(), took);
            case Ending.Failed(String reason, Optional<String> sql) ->
                new CaseResult(one, Outcome.FAILED, reason, sql, took);
            case Ending.Shown shown ->
                switch (one.expected()) {
                    case EvaluationCase.Expected.NoAnswer() ->
                        new CaseResult(
                                one, Outcome.WRONG, "answered, but to be declined", Optional.of(shown.sql()), took);
                    case EvaluationCase.Expected.Rows expected -> compare(one, expected, shown, took);
                };
        };
    }

    private CaseResult compare(
            EvaluationCase one, EvaluationCase.Expected.Rows expected, Ending.Shown shown, Duration took) {
        Optional<String> sql = Optional.of(shown.sql());
        List<String> differences = new ArrayList<>();
        try {
            for (String statement : expected.gold()) {
                Optional<String> difference = expected.match().difference(gold.apply(statement), shown.rows());
                if (difference.isEmpty()) {
                    return new CaseResult(one, Outcome.CORRECT, "", sql, took);
                }
                differences.add(difference.get());
            }
        } catch (RuntimeException e) {
            return new CaseResult(one, Outcome.FAILED, "the gold SQL did not run: " + e, sql, took);
        }
        return new CaseResult(one, Outcome.WRONG, differences.getFirst(), sql, took);
    }
}
