package dev.sayql.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Reads words that compare: "more than", "at least", "≥". */
final class Comparators {
    private record Phrase(String words, Operator operator) {}

    private static final List<Phrase> PHRASES = List.of(
            new Phrase("greater than or equal to", Operator.GREATER_OR_EQUAL),
            new Phrase("more than or equal to", Operator.GREATER_OR_EQUAL),
            new Phrase("less than or equal to", Operator.LESS_OR_EQUAL),
            new Phrase("no less than", Operator.GREATER_OR_EQUAL),
            new Phrase("not less than", Operator.GREATER_OR_EQUAL),
            new Phrase("no fewer than", Operator.GREATER_OR_EQUAL),
            new Phrase("no more than", Operator.LESS_OR_EQUAL),
            new Phrase("not more than", Operator.LESS_OR_EQUAL),
            new Phrase("a minimum of", Operator.GREATER_OR_EQUAL),
            new Phrase("a maximum of", Operator.LESS_OR_EQUAL),
            new Phrase("not equal to", Operator.NOT_EQUAL),
            new Phrase("different from", Operator.NOT_EQUAL),
            new Phrase("more than", Operator.GREATER),
            new Phrase("greater than", Operator.GREATER),
            new Phrase("higher than", Operator.GREATER),
            new Phrase("larger than", Operator.GREATER),
            new Phrase("bigger than", Operator.GREATER),
            new Phrase("better than", Operator.GREATER),
            new Phrase("less than", Operator.LESS),
            new Phrase("fewer than", Operator.LESS),
            new Phrase("lower than", Operator.LESS),
            new Phrase("smaller than", Operator.LESS),
            new Phrase("worse than", Operator.LESS),
            new Phrase("at least", Operator.GREATER_OR_EQUAL),
            new Phrase("at most", Operator.LESS_OR_EQUAL),
            new Phrase("up to", Operator.LESS_OR_EQUAL),
            new Phrase("equal to", Operator.EQUAL),
            new Phrase("other than", Operator.NOT_EQUAL),
            new Phrase("exactly", Operator.EQUAL),
            new Phrase("equals", Operator.EQUAL),
            new Phrase("exceeding", Operator.GREATER),
            new Phrase("exceeds", Operator.GREATER),
            new Phrase("exceed", Operator.GREATER),
            new Phrase("over", Operator.GREATER),
            new Phrase("above", Operator.GREATER),
            new Phrase("under", Operator.LESS),
            new Phrase("below", Operator.LESS),
            new Phrase(">=", Operator.GREATER_OR_EQUAL),
            new Phrase("<=", Operator.LESS_OR_EQUAL),
            new Phrase("<>", Operator.NOT_EQUAL),
            new Phrase(">", Operator.GREATER),
            new Phrase("<", Operator.LESS),
            new Phrase("=", Operator.EQUAL));
    private static final Map<String, Operator> AFTER = Map.ofEntries(
            Map.entry("or more", Operator.GREATER_OR_EQUAL),
            Map.entry("or above", Operator.GREATER_OR_EQUAL),
            Map.entry("or higher", Operator.GREATER_OR_EQUAL),
            Map.entry("or over", Operator.GREATER_OR_EQUAL),
            Map.entry("and above", Operator.GREATER_OR_EQUAL),
            Map.entry("and up", Operator.GREATER_OR_EQUAL),
            Map.entry("or greater", Operator.GREATER_OR_EQUAL),
            Map.entry("or less", Operator.LESS_OR_EQUAL),
            Map.entry("or fewer", Operator.LESS_OR_EQUAL),
            Map.entry("or below", Operator.LESS_OR_EQUAL),
            Map.entry("or lower", Operator.LESS_OR_EQUAL));
    /** Of these more is better; of ranks and grades it may not be. */
    private static final Set<String> SCORES =
            Set.of("rating", "ratings", "rated", "score", "scores", "scored", "star", "stars", "points");

    /** A comparison with a number, with the words around it. */
    record Comparison(Operator operator, Mention.OfNumber number) {}

    private Comparators() {}

    static Optional<Found<Operator>> operator(Chart chart, int at) {
        for (Phrase phrase : PHRASES) {
            int end = chart.after(at, phrase.words());
            if (end > 0) {
                return Optional.of(new Found<>(phrase.operator(), end, 1));
            }
        }
        return Optional.empty();
    }

    /** "more than 3", "3 or more". A bare number does not count. */
    static Optional<Found<Comparison>> withNumber(Chart chart, int at) {
        Optional<Found<Operator>> before = operator(chart, at);
        if (before.isPresent()) {
            return chart.number(before.get().end())
                    .or(() -> chart.number(chart.skip(before.get().end(), Targets.DETERMINERS)))
                    .map(number -> new Found<>(new Comparison(before.get().value(), number), number.end(), 1));
        }
        return chart.number(at).flatMap(number -> orMore(chart, number));
    }

    private static Optional<Found<Comparison>> orMore(Chart chart, Mention.OfNumber number) {
        int better = chart.after(number.end(), "or better", "and better", "stars or better", "points or better");
        boolean score = IntStream.range(Math.max(0, number.start() - 4), Math.min(chart.size(), number.end() + 1))
                .anyMatch(at -> SCORES.contains(chart.token(at).word()));
        if (better > 0 && score && !Cues.anywhere(chart, Set.of("rank", "ranked", "place", "grade"))) {
            return Optional.of(new Found<>(new Comparison(Operator.GREATER_OR_EQUAL, number), better, 1));
        }
        for (Map.Entry<String, Operator> phrase : AFTER.entrySet()) {
            int end = chart.after(number.end(), phrase.getKey());
            if (end > 0) {
                return Optional.of(new Found<>(new Comparison(phrase.getValue(), number), end, 1));
            }
            boolean people = chart.is(number.end(), "people", "persons", "times", "units", "pieces", "items");
            int behind = people ? chart.after(number.end() + 1, phrase.getKey()) : -1;
            if (behind > 0) {
                return Optional.of(new Found<>(new Comparison(phrase.getValue(), number), behind, 1));
            }
        }
        return Optional.empty();
    }
}
