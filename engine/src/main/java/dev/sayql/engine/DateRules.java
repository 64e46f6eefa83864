package dev.sayql.engine;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What narrows the rows by a date. */
final class DateRules {
    private DateRules() {}

    static void dates(Chart chart, int at, Consumer<Piece> pieces) {
        chart.dates(at)
                .ifPresent(found -> pieces.accept(
                        new Piece.During(Rule.span(at, found.end(), 1.05), found.range(), Optional.empty())));
        int lead = chart.skip(at, Set.of("with", "whose", "an", "a", "the", "that", "were", "was", "have", "who"));
        for (Found<Mention.OfColumn> column : Targets.introduced(chart, at, lead)) {
            chart.dates(chart.skip(column.end(), Set.of("is", "are", "was", "were", "date")))
                    .ifPresent(found -> pieces.accept(new Piece.During(
                            Rule.span(at, found.end(), 1.04 * Math.min(1, column.quality() + 0.1)),
                            found.range(),
                            Optional.of(column.value()))));
        }
    }
}
