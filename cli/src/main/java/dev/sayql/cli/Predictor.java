package dev.sayql.cli;

import dev.sayql.app.TimedTrials;
import dev.sayql.app.Workbench;
import dev.sayql.core.execution.Limits;
import dev.sayql.core.generation.Candidate;
import dev.sayql.core.generation.Draft;
import dev.sayql.core.generation.Proposal;
import dev.sayql.core.question.Question;
import dev.sayql.core.schema.SourceUnavailableException;
import dev.sayql.sql.Rules;
import dev.sayql.sql.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.DoubleConsumer;

/** Predicts SQL over one opened database. Not thread-safe. */
final class Predictor {

    private final Workbench workbench;
    private final Workbench.Bench bench;
    private final Rules rules;
    private final BiConsumer<Object, String> failures;
    private final DoubleConsumer tried;

    /**
     * @param failures gets why a question has no prediction, with its id
     * @param tried gets how long candidates for a question were tried, in milliseconds
     */
    Predictor(Workbench workbench, Workbench.Bench bench, BiConsumer<Object, String> failures, DoubleConsumer tried) {
        this.failures = failures;
        this.tried = tried;
        this.workbench = workbench;
        this.bench = bench;
        this.rules = bench.context().rules();
    }

    /** Never throws for a question: what goes wrong with one stays with that one. */
    Prediction predict(Object id, String text) {
        long started = System.nanoTime();
        try {
            Question question = workbench.question(bench, text);
            return predict(id, question, started);
        } catch (SourceUnavailableException down) {
            return failed(id, down.sentence());
        } catch (IllegalArgumentException unaskable) {
            return failed(id, String.valueOf(unaskable.getMessage()));
        } catch (RuntimeException | StackOverflowError unexpected) {
            return failed(id, "Unexpected " + unexpected.getClass().getSimpleName());
        }
    }

    private Prediction failed(Object id, String sentence) {
        failures.accept(id, sentence);
        return Prediction.none(id);
    }

    private Prediction predict(Object id, Question question, long started) {
        TimedTrials trials = workbench.trials(bench);
        Proposal proposal = workbench.generator().propose(question, bench.context(), trials);
        double millis = millisSince(started) - trials.millis();
        tried.accept(trials.millis());
        return switch (proposal) {
            case Proposal.Candidates(List<Candidate> ranked) -> {
                Draft draft = workbench.prove(proposal, question, bench, rules, Limits.defaults());
                yield draft instanceof Draft.Proven(var sql, Candidate proven)
                        ? new Prediction(id, sql.text(), true, proven.confidence(), rounded(millis))
                        : guess(id, Optional.of(ranked.getFirst()), millis);
            }
            case Proposal.Unclear(var _, Optional<Candidate> bestGuess) -> guess(id, bestGuess, millis);
            case Proposal.Declined(var _, Optional<Candidate> bestGuess) -> guess(id, bestGuess, millis);
        };
    }

    /** A guess is written as the validator prints it, where it allows it. */
    private Prediction guess(Object id, Optional<Candidate> guess, double millis) {
        String sql = guess.map(candidate -> switch (workbench.validator().validate(candidate.sql(), rules)) {
                    case Verdict.Allowed(var checked) -> checked.text();
                    case Verdict.Rejected _ -> candidate.sql().text();
                })
                .orElse(null);
        double confidence = guess.map(Candidate::confidence).orElse(0.0);
        return new Prediction(id, sql, false, confidence, rounded(millis));
    }

    private static double millisSince(long started) {
        return (System.nanoTime() - started) / 1e6;
    }

    private static double rounded(double millis) {
        return Math.round(millis * 100) / 100.0;
    }
}
