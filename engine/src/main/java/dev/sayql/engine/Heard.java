package dev.sayql.engine;

import dev.sayql.core.generation.Decline;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A question as far as its words go, before anything is decided. */
sealed interface Heard {

    /** It is no question of the data, or too long. */
    record Refused(Decline decline) implements Heard {}

    /**
     * What its words could mean; the guesses best first.
     *
     * @param renamed the chart of the same question with the source's own words for those that it does not know; the same chart where
     *     there are none
     */
    record Words(Chart chart, List<Search.Reading> readings, List<Guess> guesses, Chart renamed) implements Heard {
        public Words {
            readings = List.copyOf(readings);
            guesses = List.copyOf(guesses);
        }
    }

    static Heard of(String text, LocalDate today, Knowledge knowledge) {
        List<Token> tokens = Spelling.corrected(Tokens.of(text), knowledge.lexicon());
        Optional<Decline> refusal = Guard.check(tokens, knowledge.lexicon());
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        if (tokens.size() > Whole.LONGEST_IN_WORDS) {
            return new Refused(Declines.tooLong(tokens.size(), Whole.LONGEST_IN_WORDS));
        }
        Chart chart = new Chart(tokens, knowledge, today);
        return words(chart, today, knowledge);
    }

    static Words words(Chart chart, LocalDate today, Knowledge knowledge) {
        List<Search.Reading> readings = Search.readings(chart);
        Chart renamed = Renaming.of(chart, readings.getFirst(), knowledge)
                .map(tokens -> new Chart(tokens, knowledge, today))
                .orElse(chart);
        return new Words(chart, readings, Guess.all(readings, chart, knowledge), renamed);
    }
}
