package dev.sayql.engine;

import dev.sayql.sql.TableName;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** What is shown beside because it stands behind "with": "every product with price and cost". */
final class WithRules {
    private WithRules() {}

    /** "every product with price and cost": a bare "with" before columns shows them beside. */
    static void accompaniments(Chart chart, int at, Consumer<Piece> pieces) {
        int after = chart.after(at, "with the", "with");
        if (after > 0 && at > 0) {
            numbers(chart, at, pieces);
            for (Found<Piece.Target> date : SortRules.whens(chart, chart.is(after - 1, "the") ? after - 1 : after)) {
                pieces.accept(new Piece.Pick(Rule.span(at, date.end(), 1.02), date.value(), false, true));
            }
            for (Found<Mention.OfColumn> column : Targets.columns(chart, after)) {
                boolean ends = column.end() == chart.size() || chart.is(column.end(), "and", ",", "of", "for");
                boolean optional = chart.column(
                                column.value().options().getFirst().meaning())
                        .filter(found -> found.nullable())
                        .isPresent();
                if (optional && ends) {
                    pieces.accept(new Piece.Missing(
                            Rule.span(at, column.end(), 0.86 * column.quality()), column.value(), true));
                }
                // "the year they were founded".
                boolean theirs = chart.is(after - 1, "the")
                        && chart.after(column.end(), "they", "it", "each one", "each of them") > 0;
                if ((ends || theirs) && !PickRules.isFlag(chart, column.value())) {
                    Piece.Span span = Rule.span(at, column.end(), theirs ? 1 : 0.9 * column.quality());
                    pieces.accept(new Piece.Pick(span, new Piece.Target.OfColumn(column.value()), false, true));
                }
            }
        }
    }

    /** "all rooms with the number of seats", where a room has its seats: they are shown, and not added up. */
    private static void numbers(Chart chart, int at, Consumer<Piece> pieces) {
        int number =
                chart.after(at, "with the number of", "with number of", "with their number of", "with its number of");
        for (Found<Mention.OfColumn> column :
                number > 0 ? Targets.columns(chart, number) : List.<Found<Mention.OfColumn>>of()) {
            TableName owner = column.value().options().getFirst().meaning().table();
            boolean own = IntStream.range(0, at)
                    .anyMatch(noun -> chart.tables(noun).stream()
                            .anyMatch(table -> table.end() == at && table.best().equals(owner)));
            if (own) {
                pieces.accept(new Piece.Pick(
                        Rule.span(at, column.end(), column.quality()),
                        new Piece.Target.OfColumn(column.value()),
                        false,
                        true));
            }
        }
    }
}
