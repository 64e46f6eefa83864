package dev.sayql.engine;

import dev.sayql.core.schema.Column;
import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.Table;
import dev.sayql.core.semantics.Aggregation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
        boolean bare = at == 0
                && chart.size() > 1
                && chart.token(0).word().endsWith("s")
                && Stem.isPast(chart.token(1).word());
        // "kilos harvested per year".
        int unit = bare ? 0 : chart.after(at, "how many", "total", "the total number of", "total number of");
        if (unit < 0 || unit >= chart.size() || chart.token(unit).quoted()) {
            return;
        }
        extremes(chart, at, unit, pieces);
        List<Mention.Option<ColumnName>> measured = isNamed(chart, unit) ? List.of() : measured(chart, unit);
        if (!measured.isEmpty()) {
            pieces.accept(new Piece.Folds(
                    Rule.span(at, unit + 1, 1),
                    List.of(Aggregation.SUM),
                    new Piece.Target.OfColumn(new Mention.OfColumn(unit, unit + 1, measured))));
        }
    }

    private static List<Mention.Option<ColumnName>> measured(Chart chart, int unit) {
        return chart.facts().measuredIn(NamePhrases.unit(chart.token(unit).word())).stream()
                .map(column -> new Mention.Option<>(column, 1))
                .toList();
    }

    private static final Set<String> LONG = Set.of("second", "minute", "hour", "day", "week", "km", "m", "mile", "cm");
    private static final Set<String> HEAVY = Set.of("kg", "t", "g", "lbs", "tonnes", "grams");

    /** "how many minutes did the longest call last", whether minutes are a name or a unit. */
    private static void extremes(Chart chart, int at, int unit, Consumer<Piece> pieces) {
        int extreme = chart.skip(unit + 1, Set.of("did", "does", "was", "is", "the"));
        boolean stretch = chart.is(extreme, "longest", "shortest");
        String said = NamePhrases.unit(chart.token(unit).word());
        if (extreme == unit + 1
                || !(stretch ? LONG : HEAVY).contains(said)
                || !(stretch || chart.is(extreme, "heaviest", "lightest"))) {
            return;
        }
        List<Mention.Option<ColumnName>> named = chart.columns(unit).stream()
                .filter(column -> column.score() > 0.95 && column.end() == unit + 1 && chart.isAmount(column))
                .flatMap(column -> column.options().stream())
                .toList();
        List<Mention.Option<ColumnName>> amounts = (named.isEmpty() ? measured(chart, unit) : named)
                .stream()
                        .filter(option -> chart.tables(extreme + 1).stream()
                                .anyMatch(table ->
                                        table.best().equals(option.meaning().table())))
                        .toList();
        if (!amounts.isEmpty()) {
            boolean most = chart.is(extreme, "longest", "heaviest");
            pieces.accept(new Piece.Folds(
                    Rule.span(at, extreme + 1, 1.05),
                    List.of(most ? Aggregation.MAXIMUM : Aggregation.MINIMUM),
                    new Piece.Target.OfColumn(new Mention.OfColumn(unit, unit + 1, amounts))));
        }
    }

    /** Whether something is called so, and not only by a part of its name: {@code minutes_approved} are no minutes. */
    private static boolean isNamed(Chart chart, int unit) {
        boolean parts = chart.columns(unit).stream()
                        .allMatch(column -> column.score() < 0.75 || PickRules.isFlag(chart, column))
                && chart.tables(unit).isEmpty()
                && chart.metrics(unit).isEmpty()
                && chart.flags(unit).isEmpty();
        return !parts && chart.isNamed(unit);
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
                ? NamePhrases.unitAtEnd(IntStream.range(number.start() + 1, number.end())
                                .mapToObj(place -> chart.token(place).word())
                                .toList())
                        .map(chart.facts()::measuredIn)
                        .orElse(List.of())
                : List.of();
    }

    /** Past the words that say what the column is counted or measured in, as its name or the comment on it says; where they begin if none do. */
    static int past(Chart chart, ColumnName name, int at) {
        if (at >= chart.size()) {
            return at;
        }
        if (NamePhrases.stemsOf(name.column()).contains(chart.token(at).stem())) {
            return at + 1;
        }
        List<String> told = chart.column(name)
                .flatMap(Column::comment)
                .map(comment -> NamePhrases.wordsOf(comment, Set.of()))
                .orElse(List.of());
        Set<String> units = IntStream.rangeClosed(1, told.size())
                .mapToObj(end -> NamePhrases.unitAtEnd(told.subList(0, end)))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        int end = Math.min(chart.size(), chart.is(at, "square") ? at + 2 : at + 1);
        return NamePhrases.unitAtEnd(IntStream.range(at, end)
                                .mapToObj(place -> chart.token(place).word())
                                .toList())
                        .filter(units::contains)
                        .isPresent()
                ? end
                : at;
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
