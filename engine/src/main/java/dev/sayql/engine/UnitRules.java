package dev.sayql.engine;

import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.Table;
import dev.sayql.core.semantics.Aggregation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Numbers whose unit says which column is meant: "50 litre kegs", "shipments over 1000 km". */
final class UnitRules {
    private UnitRules() {}

    /** "50 litre kegs": the one column of the kegs that is measured so. */
    static void kinds(Chart chart, int at, Consumer<Piece> pieces) {
        Optional<Mention.OfNumber> number = chart.number(at);
        int unit = number.map(found -> Math.max(at + 1, found.end() - 1)).orElse(chart.size());
        if (unit >= chart.size()
                || chart.is(at - 1, "than", "over", "under", "above", "below", "least", "most", "top")) {
            return;
        }
        String said = NamePhrases.unit(chart.token(unit).word());
        for (Mention.OfTable table : chart.tables(unit + 1)) {
            List<ColumnName> measured = table.link()
                    ? List.of()
                    : chart.facts().measuredIn(said).stream()
                            .filter(column -> column.table().equals(table.best()))
                            .toList();
            if (measured.size() == 1) {
                pieces.accept(compare(at, unit + 1, measured, Operator.EQUAL, number.orElseThrow()));
            }
        }
    }

    /** "how many kilometres": the sum of what is measured so, where nothing is called that. */
    static void amounts(Chart chart, int at, Consumer<Piece> pieces) {
        int unit = chart.after(at, "how many", "total", "the total number of", "total number of");
        if (unit < 0
                || unit >= chart.size()
                || chart.isNamed(unit)
                || chart.token(unit).quoted()) {
            return;
        }
        List<Mention.Option<ColumnName>> measured =
                chart.facts().measuredIn(NamePhrases.unit(chart.token(unit).word())).stream()
                        .map(column -> new Mention.Option<>(column, 1))
                        .toList();
        if (!measured.isEmpty()) {
            pieces.accept(new Piece.Folds(
                    Rule.span(at, unit + 1, 1),
                    List.of(Aggregation.SUM),
                    new Piece.Target.OfColumn(new Mention.OfColumn(unit, unit + 1, measured))));
        }
    }

    /** "over 1000 km": of whatever is measured in kilometres. */
    static void comparisons(Chart chart, int at, Consumer<Piece> pieces) {
        Comparators.withNumber(chart, at).ifPresent(found -> {
            Mention.OfNumber number = found.value().number();
            List<ColumnName> measured = measured(chart, number);
            if (!measured.isEmpty()) {
                pieces.accept(compare(at, found.end(), measured, found.value().operator(), number));
            }
        });
    }

    /** What is measured in the unit that stands behind a number, other than time. */
    static List<ColumnName> measured(Chart chart, Mention.OfNumber number) {
        boolean said = number.end() > number.start() + 1
                && number.time() == Piece.Unit.NONE
                && !number.money()
                && !number.percent();
        return said
                ? chart.facts()
                        .measuredIn(
                                NamePhrases.unit(chart.token(number.end() - 1).word()))
                : List.of();
    }

    /** The one number of the table whose name says minutes, where minutes were said. */
    static Optional<ColumnName> timed(Table table, Piece.Unit unit) {
        List<ColumnName> found = table.columns().stream()
                .filter(column -> column.dataType().isNumber())
                .filter(column -> NamePhrases.wordsOf(column.name(), Set.of()).stream()
                        .anyMatch(word ->
                                Piece.Unit.ofTime(word).filter(unit::equals).isPresent()))
                .map(column -> new ColumnName(table.name(), column.name()))
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static Piece compare(
            int start, int end, List<ColumnName> measured, Operator operator, Mention.OfNumber number) {
        List<Mention.Option<ColumnName>> options =
                measured.stream().map(column -> new Mention.Option<>(column, 1)).toList();
        return new Piece.Compare(
                Rule.span(start, end, 1.03),
                Optional.of(new Piece.Target.OfColumn(new Mention.OfColumn(start, end, options))),
                operator,
                number.value(),
                Optional.empty(),
                Piece.Unit.NONE);
    }
}
