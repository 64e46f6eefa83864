package dev.sayql.engine;

import dev.sayql.core.schema.Column;
import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.ForeignKey;
import dev.sayql.core.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

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
                    Optional<Keys.Edge> said = only(edges, direction);
                    if (said.isPresent()) {
                        return said;
                    }
                }
            }
        }
        return named(edges, chart, Math.max(0, at - 4), at);
    }

    /** "assigned to Jane Smith" of an assignee and a reporter, "picked up at" of {@code pickup_branch}: the key with the word's root. */
    static Optional<Keys.Edge> named(List<Keys.Edge> edges, Chart chart, int from, int to) {
        List<Keys.Edge> found = edges.stream()
                .filter(edge -> IntStream.range(Math.max(0, from), Math.min(chart.size(), to))
                        .anyMatch(word -> says(chart, word, edge)))
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static boolean says(Chart chart, int at, Keys.Edge edge) {
        String word = chart.token(at).word();
        String both = chart.token(at).stem()
                + (at + 1 < chart.size() ? chart.token(at + 1).word() : "");
        return edge.fromColumns().size() == 1
                && NamePhrases.wordsOf(edge.fromColumns().getFirst(), Set.of()).stream()
                        .filter(part -> part.length() > 3)
                        .anyMatch(part -> both.equals(part)
                                || Stem.of(word).equals(Stem.of(part))
                                || (Stem.isPast(word)
                                        && root(word, part)
                                                >= Math.max(5, Stem.of(word).length() - 1)));
    }

    private static int root(String first, String second) {
        int shared = 0;
        while (shared < Math.min(first.length(), second.length()) && first.charAt(shared) == second.charAt(shared)) {
            shared++;
        }
        return shared;
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
        String ofThing =
                NamePhrases.wordsOf(key.get().target().name(), Set.of()).getLast();
        if (own.size() == 2 && !own.getFirst().equals(ofThing) && ofThing.startsWith(own.getLast())) {
            // pickup_br: the pickup branch.
            sink.add(List.of(own.getFirst(), ofThing), meaning, 0.96);
        }
        String thing = NamePhrases.wordsOf(key.get().target().name(), Set.of()).getLast();
        for (String said : synonyms(own)) {
            sink.add(List.of(said, thing), meaning, 0.96);
            if (!Set.of("home", "away", "start", "end").contains(said)) {
                sink.add(List.of(said), meaning, 0.8);
            }
        }
    }
}
