package dev.sayql.engine;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells keys to the same table apart by direction: "from Hamburg" is the origin, "to Hamburg" the destination. */
final class Directions {
    private static final Set<String> FROM = Set.of(
            "from", "origin", "source", "departure", "depart", "start", "home", "leaving", "departing", "sender");
    private static final Set<String> TO = Set.of(
            "to",
            "destination",
            "target",
            "arrival",
            "arrive",
            "end",
            "away",
            "arriving",
            "into",
            "receiver",
            "landing");

    private Directions() {}

    /** The one key that fits the words before the token; empty when none or several do. */
    static Optional<Keys.Edge> choose(List<Keys.Edge> edges, Chart chart, int at) {
        for (int word = at; word >= Math.max(0, at - 3); word--) {
            for (Set<String> direction : List.of(FROM, TO)) {
                if (word < chart.size() && direction.contains(chart.token(word).word())) {
                    return only(edges, direction);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Keys.Edge> only(List<Keys.Edge> edges, Set<String> direction) {
        List<Keys.Edge> fitting = edges.stream()
                .filter(edge -> NamePhrases.wordsOf(edge.fromColumns().getFirst(), Set.of()).stream()
                        .anyMatch(direction::contains))
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }
}
