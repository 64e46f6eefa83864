package dev.sayql.app;

import dev.sayql.core.generation.Meaning;
import dev.sayql.core.generation.SourceContext;
import dev.sayql.core.question.Question;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Works out once what the same words mean on the same day, about one source. Used by one thread. */
final class MeaningOnce implements Meaning {

    private final Meaning meaning;
    private final Map<Heard, Optional<String>> meant = new HashMap<>();
    private final Map<Pair, Boolean> same = new HashMap<>();

    MeaningOnce(Meaning meaning) {
        this.meaning = meaning;
    }

    private record Heard(String text, LocalDate today) {}

    private record Pair(String first, String second, LocalDate today) {}

    @Override
    public Optional<String> of(Question question, SourceContext context) {
        return meant.computeIfAbsent(new Heard(question.text(), question.today()), _ -> meaning.of(question, context));
    }

    @Override
    public boolean areSame(Question first, Question second, SourceContext context) {
        return same.computeIfAbsent(
                new Pair(first.text(), second.text(), second.today()), _ -> meaning.areSame(first, second, context));
    }
}
