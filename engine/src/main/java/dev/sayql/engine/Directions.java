package dev.sayql.engine;

import dev.sayql.core.schema.Column;
import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.ForeignKey;
import dev.sayql.core.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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

    /** The column of the one key that the word says, of several to the same table. */
    static Optional<String> key(List<ForeignKey> keys, String word) {
        for (Set<String> direction : List.of(FROM, TO)) {
            List<ForeignKey> said = keys.stream()
                    .filter(key -> direction.contains(word) && key.columns().size() == 1)
                    .filter(key -> NamePhrases.wordsOf(key.columns().getFirst(), Set.of()).stream()
                            .anyMatch(direction::contains))
                    .toList();
            boolean several = said.size() == 1
                    && keys.stream()
                                    .filter(key ->
                                            key.target().equals(said.getFirst().target()))
                                    .count()
                            > 1;
            if (several) {
                return Optional.of(said.getFirst().columns().getFirst());
            }
        }
        return Optional.empty();
    }

    /** Other words for the direction that a name says, prepositions left out. */
    static Set<String> synonyms(List<String> name) {
        for (Set<String> direction : List.of(FROM, TO)) {
            if (name.stream().anyMatch(direction::contains)) {
                Set<String> others = new TreeSet<>(direction);
                others.removeAll(Set.of("from", "to", "into", "leaving", "departing", "arriving", "landing"));
                return others;
            }
        }
        return Set.of();
    }

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

    /** {@code target_depot}: the destination of a shipment, its destination depot. */
    static void of(Table table, Column column, List<String> own, EventWords.Sink sink) {
        Optional<ForeignKey> key = table.foreignKeys().stream()
                .filter(found -> found.columns().equals(List.of(column.name())))
                .findFirst();
        if (key.isEmpty()) {
            return;
        }
        Lexicon.Meaning meaning = new Lexicon.Meaning.OfColumn(new ColumnName(table.name(), column.name()));
        String thing = NamePhrases.wordsOf(key.get().target().name(), Set.of()).getLast();
        for (String said : synonyms(own)) {
            sink.add(List.of(said, thing), meaning, 0.96);
            if (!Set.of("home", "away", "start", "end").contains(said)) {
                sink.add(List.of(said), meaning, 0.8);
            }
        }
    }
}
