package dev.sayql.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** An order that is said by both of its ends: "from cheapest to dearest", "from the highest price down to the lowest". */
final class FromToRules {
    private FromToRules() {}

    /** "from cheapest to dearest", "from the most expensive to the cheapest". */
    static void orders(Chart chart, int at, Consumer<Piece> pieces) {
        int lead = chart.skip(at, Set.of("sorted", "ordered", "ranked", "arranged", "listed", "sort", "order"));
        if (lead > at && !chart.is(lead, "from")) {
            return;
        }
        int first = chart.skip(lead, Set.of("from", ",", "the"));
        graded(chart, first).ifPresent(from -> {
            opposite(chart, from.end(), from.value()).ifPresent(to -> {
                pieces.accept(new Piece.Sort(
                        Rule.span(at, to.end(), 1.06),
                        new Piece.Target.OfAdjective(from.value()),
                        !from.value().ascending()));
                named(chart, at, to.end(), from.value(), pieces);
            });
            for (Found<Piece.Target> target : Targets.at(chart, from.end())) {
                opposite(chart, target.end(), from.value())
                        .ifPresent(to -> pieces.accept(new Piece.Sort(
                                Rule.span(at, to.end(), 1.06),
                                target.value(),
                                !from.value().ascending())));
            }
        });
        serving(chart, at, first, pieces);
        extremes(chart, at, first, pieces);
    }

    /** "from the longest serving to the newest". */
    private static void serving(Chart chart, int at, int first, Consumer<Piece> pieces) {
        int serving = chart.after(first, "longest serving", "longest standing");
        if (serving > 0) {
            English.superlative("earliest")
                    .ifPresent(from -> opposite(chart, serving, from)
                            .filter(to -> to.value().date() > 0)
                            .ifPresent(to -> pieces.accept(new Piece.Sort(
                                    Rule.span(at, to.end(), 1.06), new Piece.Target.OfAdjective(from), false))));
        }
    }

    /** "from the highest price down to the lowest". */
    private static void extremes(Chart chart, int at, int first, Consumer<Piece> pieces) {
        boolean down = chart.is(first, "highest", "largest", "biggest", "most");
        if (down || chart.is(first, "lowest", "smallest", "least")) {
            List<Found<Piece.Target>> keys = new ArrayList<>(Targets.at(chart, first + 1));
            // "from the highest paid to the lowest".
            English.superlative(chart.text(first, Math.min(first + 2, chart.size())))
                    .ifPresent(adjective ->
                            keys.add(new Found<>(new Piece.Target.OfAdjective(adjective), first + 2, 1.04)));
            for (Found<Piece.Target> key : keys) {
                int to = chart.skip(key.end(), Set.of("down", "up", "all", "the", "way"));
                int end = chart.is(to, "to")
                        ? chart.after(
                                chart.skip(to + 1, Set.of("the")),
                                down
                                        ? new String[] {"lowest", "smallest", "least"}
                                        : new String[] {"highest", "largest", "biggest", "most"})
                        : -1;
                if (end > 0) {
                    pieces.accept(new Piece.Sort(
                            Rule.span(at, end, 1.06 * Math.max(1, key.quality())), key.value(), down));
                }
            }
        }
    }

    /** "from the oldest to the newest, by year built". */
    private static void named(Chart chart, int at, int to, English.Adjective from, Consumer<Piece> pieces) {
        int by = chart.after(chart.skip(to, Set.of(",")), "by", "by the", "by their");
        for (Found<Mention.OfColumn> column :
                by > 0 ? Targets.columns(chart, by) : List.<Found<Mention.OfColumn>>of()) {
            boolean later = from.date() == 0 ? !from.ascending() : from.date() > 0;
            pieces.accept(new Piece.Sort(
                    Rule.span(at, column.end(), 1.06), new Piece.Target.OfColumn(column.value()), later));
        }
    }

    /** "down to the lowest". */
    private static Optional<Found<English.Adjective>> opposite(Chart chart, int at, English.Adjective from) {
        int to = chart.skip(at, Set.of("down", "up", "all", "the", "way"));
        return chart.is(to, "to")
                ? graded(chart, chart.skip(to + 1, Set.of("the")))
                        .filter(other -> !other.value().equals(from))
                : Optional.empty();
    }

    /** A superlative of one word, or of two. */
    private static Optional<Found<English.Adjective>> graded(Chart chart, int at) {
        for (int length = 2; length >= 1; length--) {
            int end = at + length;
            Optional<English.Adjective> found = end <= chart.size()
                    ? English.superlative(chart.text(at, end).toLowerCase(Locale.ROOT))
                    : Optional.empty();
            if (found.isPresent()) {
                return Optional.of(new Found<>(found.get(), end, 1));
            }
        }
        return Optional.empty();
    }
}
