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
        return of(Heard.of(text, today, knowledge), knowledge);
    }

    static Whole of(Heard heard, Knowledge knowledge) {
        return switch (heard) {
            case Heard.Refused(Decline decline) -> new Declined(decline, Optional.empty());
            case Heard.Words(Chart chart, List<Search.Reading> readings, List<Guess> guesses, Chart _) -> {
                if (!guesses.isEmpty() && guesses.getFirst().isAnswer()) {
                    yield new Answered(guesses.stream()
                            .filter(Guess::isAnswer)
                            .limit(MOST_CANDIDATES)
                            .toList());
                }
                Decline decline = Declines.explain(readings.getFirst().pieces(), chart, knowledge);
                yield new Declined(of(decline, guesses, chart), guesses.stream().findFirst());
            }
        };
    }

    /** Says more closely what is unsure, where that is known. */
    private static Decline of(Decline decline, List<Guess> guesses, Chart chart) {
        return decline.reason() == Decline.Reason.TOO_UNSURE
                        && decline.unknownWords().isEmpty()
                ? guesses.stream()
                        .limit(1)
                        .filter(guess -> guess.problems().contains(ByChance.PROBLEM))
                        .map(guess -> ByChance.equalsOf(guess.query().subject().table(), chart))
                        .filter(tables -> !tables.isEmpty())
                        .map(Declines::tooMany)
                        .findFirst()
                        .orElse(decline)
                : decline;
    }
}
