package dev.sayql.engine;

import dev.sayql.core.generation.Candidate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One of the meanings that a person is asked to choose from. Immutable.
 *
 * @param guess the reading it came from; empty when it was put together from what was learned
 */
record Option(Candidate candidate, Optional<Guess> guess) {
    private static final Map<String, Integer> PLACES =
            Map.of("1", 0, "first", 0, "one", 0, "2", 1, "second", 1, "two", 1, "3", 2, "third", 2);
    private static final Set<String> AGREED = Set.of("yes", "ok", "right", "that one");
    private static final Set<String> AROUND =
            Set.of("the", "number", "option", "one", "please", "take", "choose", "no");

    /** What a person reads. */
    String text() {
        return candidate.restatement();
    }

    /** The one that a reply names by its number or repeats; empty when it says something else. */
    static Optional<Option> named(String reply, List<Option> options) {
        Optional<Option> repeated = options.stream()
                .filter(option -> option.text().equalsIgnoreCase(reply.strip()))
                .findFirst();
        if (options.size() == 1 && AGREED.contains(reply.strip().toLowerCase(Locale.ROOT))) {
            return Optional.of(options.getFirst());
        }
        return repeated.or(
                () -> place(reply).filter(place -> place < options.size()).map(options::get));
    }

    private static Optional<Integer> place(String reply) {
        List<String> words = List.of(reply.toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", " ")
                .strip()
                .split(" "));
        List<String> telling = words.size() == 1
                ? words
                : words.stream().filter(word -> !AROUND.contains(word)).toList();
        return telling.size() == 1 ? Optional.ofNullable(PLACES.get(telling.getFirst())) : Optional.empty();
    }
}
