package dev.sayql.engine;

import dev.sayql.sql.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Two nouns that name one kind of thing: "product categories", "machine downtime", "plan review fees". */
final class CompoundRules {
    private CompoundRules() {}

    /** "product categories" are categories: a thing in the singular right before another says only which. */
    static boolean modifies(Chart chart, Mention.OfTable table) {
        String word = chart.token(table.end() - 1).word();
        // "who ordered products" says what they did.
        return !table.link()
                && kinds(chart, table).isEmpty()
                && !word.endsWith("s")
                && !Stem.isPast(word)
                && chart.tables(table.end()).stream()
                        .anyMatch(next -> !next.link()
                                && next.score() > 0.9
                                && !next.best().equals(table.best())
                                && (chart.token(next.end() - 1).word().endsWith("s")
                                        || English.UNCOUNTABLE.contains(
                                                chart.token(next.end() - 1).word())));
    }

    /** "plan review fees", where fees are of that kind: not those that a plan review comes with. */
    static List<Mention.OfValue> kinds(Chart chart, Mention.OfTable table) {
        List<TableName> next = chart.tables(table.end()).stream()
                .filter(thing -> !thing.link() && thing.score() > 0.9)
                .map(Mention.OfTable::best)
                .toList();
        return chart.values(table.start()).stream()
                .filter(value -> value.end() == table.end())
                .flatMap(value -> next.stream().map(value::in))
                .filter(value -> !value.hits().isEmpty())
                .toList();
    }

    /** "product categories" as a whole. */
    static List<Mention.OfTable> compounds(Chart chart, int at) {
        List<Mention.OfTable> found = new ArrayList<>();
        for (Mention.OfTable first : chart.tables(at)) {
            if (modifies(chart, first)) {
                chart.tables(first.end()).stream()
                        .filter(second -> !second.link() && !isStored(chart, at, second.end()))
                        .forEach(second -> found.add(new Mention.OfTable(at, second.end(), second.options(), false)));
            }
        }
        return found;
    }

    /** "building surveys", where a kind of surveys is called so. */
    private static boolean isStored(Chart chart, int at, int end) {
        return chart.values(at).stream().anyMatch(value -> value.end() == end);
    }

    static void compound(Chart chart, int at, Mention.OfTable first, boolean each, Consumer<Piece> pieces) {
        for (Mention.OfTable second : chart.tables(first.end())) {
            if (!second.link() && !isStored(chart, at, second.end())) {
                Mention.OfTable whole = new Mention.OfTable(at, second.end(), second.options(), false);
                pieces.accept(new Piece.Entity(Rule.span(at, second.end(), 0.95 * second.score()), whole, each));
            }
        }
    }
}
