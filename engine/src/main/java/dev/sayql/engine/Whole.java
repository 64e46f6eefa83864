package dev.sayql.engine;

import dev.sayql.core.generation.Decline;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What came of a question that stands for itself. */
sealed interface Whole {
    int LONGEST_IN_WORDS = 80;
    int MOST_CANDIDATES = 5;

    /** Guesses that may be answers, best first; never empty. */
    record Answered(List<Guess> guesses) implements Whole {
        public Answered {
            guesses = List.copyOf(guesses);
        }
    }

    record Declined(Decline decline, Optional<Guess> best) implements Whole {}

    static Whole of(String text, LocalDate today, Knowledge knowledge) {
        List<Token> tokens = Spelling.corrected(Tokens.of(text), knowledge.lexicon());
        Optional<Decline> refusal = Guard.check(tokens, knowledge.lexicon());
        if (refusal.isPresent()) {
            return new Declined(refusal.get(), Optional.empty());
        }
        if (tokens.size() > LONGEST_IN_WORDS) {
            return new Declined(Declines.tooLong(tokens.size(), LONGEST_IN_WORDS), Optional.empty());
        }
        Chart chart = new Chart(tokens, knowledge, today);
        List<Search.Reading> readings = Search.readings(chart);
        List<Guess> guesses = Guess.all(readings, chart, knowledge);
        if (!guesses.isEmpty() && guesses.getFirst().isAnswer()) {
            return new Answered(guesses.stream()
                    .filter(Guess::isAnswer)
                    .limit(MOST_CANDIDATES)
                    .toList());
        }
        return new Declined(
                Declines.explain(readings.getFirst().pieces(), chart, knowledge),
                guesses.stream().findFirst());
    }
}
