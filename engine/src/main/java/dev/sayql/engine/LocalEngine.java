package dev.sayql.engine;

import dev.sayql.core.generation.Candidate;
import dev.sayql.core.generation.Decline;
import dev.sayql.core.generation.Generator;
import dev.sayql.core.generation.Proposal;
import dev.sayql.core.generation.SourceContext;
import dev.sayql.core.question.Question;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Answers a question from the words of the schema, the stored values and what the team has taught: no model, no network.
 * Declines whatever it does not understand in full. Thread-safe.
 */
public final class LocalEngine implements Generator {
    private static final int LONGEST_IN_WORDS = 80;
    private static final int CONTEXTS_KEPT = 16;
    private static final int MOST_CANDIDATES = 5;
    private static final double SURE_ENOUGH = 0.6;

    private final Map<SourceContext, Knowledge> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<SourceContext, Knowledge> eldest) {
            return size() > CONTEXTS_KEPT;
        }
    };

    /** A reading that became a query. */
    private record Guess(Candidate candidate, double score, List<String> problems) {
        boolean isAnswer() {
            return problems.isEmpty() && candidate.confidence() >= SURE_ENOUGH;
        }
    }

    @Override
    public Proposal propose(Question question, SourceContext context) {
        Knowledge knowledge = knowledgeOf(context);
        List<Token> tokens = Spelling.corrected(Tokens.of(question.text()), knowledge.lexicon());
        Optional<Decline> refusal = Guard.check(tokens, knowledge.lexicon());
        if (refusal.isPresent()) {
            return new Proposal.Declined(refusal.get(), Optional.empty());
        }
        if (tokens.size() > LONGEST_IN_WORDS) {
            return new Proposal.Declined(Declines.tooLong(tokens.size(), LONGEST_IN_WORDS), Optional.empty());
        }
        Chart chart = new Chart(tokens, knowledge, question.today());
        List<Search.Reading> readings = Search.readings(chart);
        List<Guess> guesses = guesses(readings, chart, knowledge);
        List<Candidate> answers = guesses.stream()
                .filter(Guess::isAnswer)
                .map(Guess::candidate)
                .limit(MOST_CANDIDATES)
                .toList();
        if (!guesses.isEmpty() && guesses.getFirst().isAnswer()) {
            return new Proposal.Candidates(answers);
        }
        return new Proposal.Declined(
                Declines.explain(readings.getFirst().pieces(), chart, knowledge),
                guesses.stream().findFirst().map(Guess::candidate));
    }

    /** Every reading that makes a query, best first, no SQL twice. */
    private static List<Guess> guesses(List<Search.Reading> readings, Chart chart, Knowledge knowledge) {
        List<Guess> guesses = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Search.Reading reading : readings) {
            Assembly.of(reading.pieces(), chart, knowledge)
                    .map(built -> guess(reading, built, chart, knowledge))
                    .filter(guess -> seen.add(guess.candidate().sql().text()))
                    .ifPresent(guesses::add);
        }
        guesses.sort(Comparator.comparingDouble((Guess guess) -> -guess.score()));
        return guesses;
    }

    private static Guess guess(Search.Reading reading, Assembly.Built built, Chart chart, Knowledge knowledge) {
        double quality = reading.score() / Math.max(1, chart.size());
        double confidence = Math.clamp(0.98 - 0.6 * built.doubt() - Math.max(0, 0.6 - quality), 0, 1);
        Candidate candidate = new Candidate(
                SqlWriter.write(built.query(), knowledge.keys()),
                Restatement.of(built.query()),
                new Chips(chart, built.resolver()).of(reading.pieces()),
                built.problems().isEmpty() ? confidence : Math.min(confidence, 0.3),
                List.copyOf(built.metrics()));
        double score =
                reading.score() - 1.5 * built.doubt() - 3.0 * built.problems().size();
        return new Guess(candidate, score, built.problems());
    }

    Knowledge knowledgeOf(SourceContext context) {
        synchronized (known) {
            return known.computeIfAbsent(context, Knowledge::new);
        }
    }
}
