package dev.sayql.engine;

import dev.sayql.core.generation.Candidate;
import dev.sayql.core.generation.Understood;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A reading that became a query. Immutable.
 *
 * @param row what was read
 * @param problems why it is no answer; empty when it may be one
 */
record Guess(Row row, Query query, Resolver resolver, Candidate candidate, double score, List<String> problems) {
    private static final double SURE_ENOUGH = 0.6;

    Guess {
        problems = List.copyOf(problems);
    }

    boolean isAnswer() {
        return problems.isEmpty() && candidate.confidence() >= SURE_ENOUGH;
    }

    /** The same, with other words about what the phrases were taken to mean. */
    Guess understoodAs(List<Understood> phrases) {
        Candidate other = new Candidate(
                candidate.sql(), candidate.restatement(), phrases, candidate.confidence(), candidate.metrics());
        return new Guess(row, query, resolver, other, score, problems);
    }

    /** Every reading that makes a query, best first, no SQL twice: of several that make the same, the one that fits best. */
    static List<Guess> all(List<Search.Reading> readings, Chart chart, Knowledge knowledge) {
        Map<String, Guess> best = new LinkedHashMap<>();
        for (Search.Reading reading : readings) {
            of(Row.of(chart.tokens(), reading), reading.score(), chart, knowledge)
                    .ifPresent(guess -> best.merge(
                            guess.candidate().sql().text(),
                            guess,
                            (first, second) -> second.score() > first.score() ? second : first));
        }
        List<Guess> guesses = new ArrayList<>(best.values());
        guesses.sort(Comparator.comparingDouble((Guess guess) -> -guess.score()));
        return guesses;
    }

    /** What a row of pieces makes; nothing when it says of no rows anything. */
    static Optional<Guess> of(Row row, double readingScore, Chart chart, Knowledge knowledge) {
        return Assembly.of(row.pieces(), chart, knowledge).map(built -> {
            Query query = limited(built.query(), row.most());
            double confidence = Math.clamp(0.98 - 0.6 * built.doubt() - Math.max(0, 0.6 - row.quality()), 0, 1);
            Candidate candidate = new Candidate(
                    SqlWriter.write(query, knowledge.keys()),
                    Restatement.of(query),
                    new Chips(chart, built.resolver()).of(row.pieces()),
                    built.problems().isEmpty() ? confidence : Math.min(confidence, 0.3),
                    List.copyOf(built.metrics()));
            double score =
                    readingScore - 1.5 * built.doubt() - 3.0 * built.problems().size();
            return new Guess(row, query, built.resolver(), candidate, score, built.problems());
        });
    }

    private static Query limited(Query query, int most) {
        return most == 0 || query.limit().isPresent() ? query : query.limitedTo(most);
    }
}
