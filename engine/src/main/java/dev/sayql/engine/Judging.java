package dev.sayql.engine;

import dev.sayql.core.generation.Candidate;
import dev.sayql.core.generation.Proposal;
import dev.sayql.core.generation.Understood;
import dev.sayql.core.semantics.Semantics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Ranks all candidates for a question by what was learned. What the grammar reads whole stays the answer, with the
 * probability that was learned as its confidence where nobody has taught the source anything; where the grammar declines, the
 * likeliest candidate is the guess. For one question by one thread.
 */
final class Judging {
    private final EngineModels models;
    private final Knowledge knowledge;
    private final Heard.Words heard;

    Judging(EngineModels models, Knowledge knowledge, Heard.Words heard) {
        this.models = models;
        this.knowledge = knowledge;
        this.heard = heard;
    }

    Proposal of(Whole whole) {
        if (whole instanceof Whole.Answered && isTaught()) {
            return unchanged(whole);
        }
        Linking linking = new Linking(heard.chart());
        List<LearnedCandidates.Learned> learned = models.sketches()
                .map(model -> new LearnedCandidates(model, linking, knowledge).all())
                .orElse(List.of());
        List<Pooled> pool = Pool.of(heard.guesses(), learned, knowledge.keys());
        if (pool.isEmpty()) {
            return unchanged(whole);
        }
        CandidateFeatures features = new CandidateFeatures(linking, knowledge, pool);
        double[] scores =
                pool.stream().mapToDouble(one -> models.score(features.of(one))).toArray();
        return switch (whole) {
            case Whole.Answered(List<Guess> guesses) -> answered(guesses, pool, scores);
            case Whole.Declined(var decline, var _) -> {
                int best = best(scores);
                yield new Proposal.Declined(
                        decline, Optional.of(candidate(pool.get(best), sure(best, scores), linking)));
            }
        };
    }

    private static int best(double[] scores) {
        int best = 0;
        for (int index = 0; index < scores.length; index++) {
            best = scores[index] > scores[best] ? index : best;
        }
        return best;
    }

    /** How probable it is that one of the candidates is right. */
    private double sure(int index, double[] scores) {
        return models.probability(EngineModels.share(index, scores));
    }

    /** What was taught changes what words mean, which the models, learned from sources as they are, cannot know. */
    private boolean isTaught() {
        Semantics taught = knowledge.context().semantics();
        return !taught.terms().isEmpty() || !taught.metrics().isEmpty();
    }

    private Proposal answered(List<Guess> guesses, List<Pooled> pool, double[] scores) {
        List<Candidate> candidates = new ArrayList<>();
        for (Guess guess : guesses) {
            Candidate own = guess.candidate();
            double sure = IntStream.range(0, pool.size())
                    .filter(index ->
                            pool.get(index).guess().filter(guess::equals).isPresent())
                    .mapToDouble(index -> sure(index, scores))
                    .findFirst()
                    .orElse(own.confidence());
            candidates.add(new Candidate(own.sql(), own.restatement(), own.understoodAs(), sure, own.metrics()));
        }
        return new Proposal.Candidates(candidates);
    }

    private static Proposal unchanged(Whole whole) {
        return switch (whole) {
            case Whole.Answered(List<Guess> guesses) ->
                new Proposal.Candidates(guesses.stream().map(Guess::candidate).toList());
            case Whole.Declined(var decline, Optional<Guess> best) ->
                new Proposal.Declined(decline, best.map(Guess::candidate));
        };
    }

    private Candidate candidate(Pooled pooled, double sure, Linking linking) {
        if (pooled.guess().isPresent()) {
            Candidate own = pooled.guess().get().candidate();
            return new Candidate(own.sql(), own.restatement(), own.understoodAs(), sure, own.metrics());
        }
        return new Candidate(
                pooled.sql(), Restatement.of(pooled.query()), understood(pooled.query(), linking), sure, List.of());
    }

    /** The words that name what the query uses. */
    private List<Understood> understood(Query query, Linking linking) {
        List<Understood> chips = new ArrayList<>();
        Uses uses = Uses.of(query);
        uses.columns().stream()
                .sorted()
                .forEach(column -> linking.of(column).stream()
                        .filter(link -> link.score() >= 0.5)
                        .findFirst()
                        .ifPresent(link -> chips.add(chip(
                                link,
                                Restatement.spaced(column.column()) + " of "
                                        + Restatement.spaced(column.table().name())))));
        return List.copyOf(chips);
    }

    private Understood chip(Linking.Link link, String meaning) {
        Chart chart = heard.chart();
        return new Understood(
                chart.text(link.start(), link.end()),
                chart.token(link.start()).start(),
                chart.token(link.end() - 1).end(),
                meaning);
    }
}
