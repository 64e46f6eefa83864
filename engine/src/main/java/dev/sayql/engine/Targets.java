package dev.sayql.engine;

import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.semantics.Aggregation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads noun phrases that can be measured, shown, grouped or ordered by. */
final class Targets {
    /** Before a column they say what is to be made of it. */
    private static final Set<String> FOLDING = Set.of(
            "total", "average", "mean", "number", "count", "maximum", "minimum", "max", "min", "first", "last", "each",
            "per");

    static final Set<String> DETERMINERS =
            Set.of("the", "a", "an", "their", "its", "his", "her", "all", "our", "each's");
    private static final Map<String, Aggregation> FOLDS = Map.of(
            "average", Aggregation.AVERAGE,
            "mean", Aggregation.AVERAGE,
            "avg", Aggregation.AVERAGE,
            "total", Aggregation.SUM,
            "sum", Aggregation.SUM,
            "combined", Aggregation.SUM,
            "minimum", Aggregation.MINIMUM,
            "min", Aggregation.MINIMUM,
            "maximum", Aggregation.MAXIMUM,
            "max", Aggregation.MAXIMUM);

    private Targets() {}

    /** Every target that begins here, determiners passed over. */
    static List<Found<Piece.Target>> at(Chart chart, int start) {
        int at = chart.skip(start, DETERMINERS);
        List<Found<Piece.Target>> found = new ArrayList<>();
        for (Mention.OfMetric metric : chart.metrics(at)) {
            found.add(new Found<>(new Piece.Target.OfMetric(metric), metric.end(), 1.05));
        }
        boolean pieces = chart.is(at, "units", "pieces")
                && !chart.isNamed(at)
                && !chart.is(at + 1, "in", "on", "of", "left", "per", "at");
        if (pieces) {
            chart.facts()
                    .pieces(at)
                    .ifPresent(metric -> found.add(new Found<>(new Piece.Target.OfMetric(metric), at + 1, 0.95)));
        }
        counts(chart, at)
                .forEach(count ->
                        found.add(new Found<>(new Piece.Target.OfCount(count.value()), count.end(), count.quality())));
        columns(chart, at)
                .forEach(column -> found.add(
                        new Found<>(new Piece.Target.OfColumn(column.value()), column.end(), column.quality())));
        for (Mention.OfTable table : chart.tables(at)) {
            if (!table.link()) {
                found.add(new Found<>(new Piece.Target.OfTable(table), table.end(), table.score()));
            }
        }
        found.addAll(folds(chart, at));
        found.addAll(quantities(chart, at));
        return found;
    }

    /** "number of orders"; also "orders count". */
    static List<Found<Mention.OfTable>> counts(Chart chart, int at) {
        List<Found<Mention.OfTable>> found = new ArrayList<>();
        int after = chart.after(at, "total number of", "number of", "total count of", "count of", "# of", "amount of");
        if (after > 0) {
            int inner = chart.skip(after, Set.of("the", "all", "different", "distinct", "unique", "their", "its"));
            chart.tables(inner).forEach(table -> found.add(new Found<>(table, table.end(), 1.02 * table.score())));
        }
        chart.tables(at).forEach(table -> {
            if (chart.is(table.end(), "count", "counts")) {
                found.add(new Found<>(table, table.end() + 1, table.score()));
            }
        });
        return found;
    }

    /** "maintenance jobs", "log entries": a word behind the name of rows that says only that they are rows. */
    static int pastRow(Chart chart, int at) {
        boolean row = chart.is(
                at, "record", "records", "entry", "entries", "row", "rows", "job", "jobs", "event", "events", "case",
                "cases");
        return row && chart.tables(at).isEmpty() ? at + 1 : at;
    }

    /** Columns, also with their table's name before them: "product price". */
    static List<Found<Mention.OfColumn>> columns(Chart chart, int at) {
        List<Found<Mention.OfColumn>> found = new ArrayList<>();
        for (Mention.OfColumn column : chart.columns(at)) {
            if (isValue(chart, column)) {
                continue;
            }
            found.add(new Found<>(column, column.end(), column.score()));
            if (isLonger(chart, column)) {
                Mention.OfColumn longer = new Mention.OfColumn(at, column.end() + 1, column.options());
                found.add(new Found<>(longer, longer.end(), 0.97 * column.score()));
            }
        }
        addTwice(chart, at, found);
        addOwnWord(chart, at, found);
        for (Mention.OfTable table : chart.tables(at)) {
            for (Mention.OfColumn column : chart.columns(table.end())) {
                List<Mention.Option<ColumnName>> own = column.options().stream()
                        // A "loan amount" is no amount of what is paid on loans.
                        .filter(option -> table.options().stream()
                                .filter(owner -> owner.score() > table.score() - 0.3)
                                .anyMatch(owner ->
                                        owner.meaning().equals(option.meaning().table())))
                        .toList();
                // "jobs priced above the average" are jobs.
                boolean described = chart.token(table.end() - 1).word().endsWith("s")
                        && Stem.isPast(chart.token(column.end() - 1).word());
                if (!own.isEmpty() && !table.link() && !described) {
                    Mention.OfColumn qualified = new Mention.OfColumn(at, column.end(), own);
                    found.add(new Found<>(qualified, column.end(), 0.5 * (table.score() + qualified.score()) - 0.04));
                }
            }
        }
        return found;
    }

    /** "by direct debit", which a comment names among the methods of payment: one of them, and not the methods. */
    private static boolean isValue(Chart chart, Mention.OfColumn column) {
        return column.score() < 0.95
                && chart.values(column.start()).stream()
                        .anyMatch(value -> value.end() == column.end()
                                && value.score() > 0.95
                                && value.hits().stream()
                                        .allMatch(hit -> column.options().stream()
                                                .allMatch(option ->
                                                        option.meaning().equals(hit.column()))));
    }

    /** "phone number", "email addresses": a word behind the name that adds nothing to it. */
    private static boolean isLonger(Chart chart, Mention.OfColumn column) {
        boolean value = chart.is(column.end(), "value", "values") && !isStock(chart, column);
        boolean other = chart.is(
                column.end(),
                "number",
                "numbers",
                "level",
                "levels",
                "address",
                "addresses",
                "score",
                "scores",
                "names",
                "amount",
                "amounts");
        return (value || other) && !chart.is(column.end() - 1, "number", "numbers");
    }

    /** "stock value" is no number of pieces. */
    private static boolean isStock(Chart chart, Mention.OfColumn column) {
        return column.options().stream().anyMatch(option -> chart.isQuantity(option.meaning()));
    }

    /** "hourly wage", where a wage is an hourly rate. */
    private static void addOwnWord(Chart chart, int at, List<Found<Mention.OfColumn>> found) {
        boolean taken = at >= chart.size()
                || FOLDING.contains(chart.token(at).word())
                || !chart.columns(at).isEmpty()
                || !chart.tables(at).isEmpty()
                || !chart.values(at).isEmpty();
        for (Mention.OfColumn column : taken ? List.<Mention.OfColumn>of() : chart.columns(at + 1)) {
            List<Mention.Option<ColumnName>> own = column.options().stream()
                    .filter(option -> Stem.ofWords(option.meaning().column())
                            .contains(chart.token(at).stem()))
                    .toList();
            if (!own.isEmpty()) {
                found.add(
                        new Found<>(new Mention.OfColumn(at, column.end(), own), column.end(), 0.97 * column.score()));
            }
        }
    }

    /** "star rating": two words for the same column. */
    private static void addTwice(Chart chart, int at, List<Found<Mention.OfColumn>> found) {
        for (Mention.OfColumn first : chart.columns(at)) {
            for (Mention.OfColumn again : chart.columns(first.end())) {
                List<Mention.Option<ColumnName>> both = again.options().stream()
                        .filter(option -> first.options().stream()
                                .anyMatch(other -> other.meaning().equals(option.meaning())))
                        .toList();
                if (!both.isEmpty()) {
                    Mention.OfColumn twice = new Mention.OfColumn(at, again.end(), both);
                    found.add(new Found<>(twice, again.end(), Math.max(first.score(), again.score())));
                }
            }
        }
    }

    /** "number of packs" where a column holds it. */
    private static List<Found<Piece.Target>> quantities(Chart chart, int at) {
        List<Found<Piece.Target>> found = new ArrayList<>();
        int after = chart.after(at, "total number of", "number of");
        if (after > 0) {
            columns(chart, after).stream()
                    .filter(column ->
                            column.value().options().stream().anyMatch(option -> chart.isQuantity(option.meaning())))
                    .forEach(column -> found.add(new Found<>(
                            new Piece.Target.OfFold(Aggregation.SUM, column.value()),
                            column.end(),
                            Math.max(0.95, column.quality()))));
            // "number of seats", where rooms say how many.
            columns(chart, after).stream()
                    .filter(column -> chart.tables(after).isEmpty()
                            && column.quality() > 0.9
                            && chart.token(column.end() - 1).word().endsWith("s")
                            && chart.isAmount(column.value())
                            && !chart.isQuantity(
                                    column.value().options().getFirst().meaning()))
                    .forEach(column -> found.add(new Found<>(
                            new Piece.Target.OfColumn(column.value()), column.end(), 0.97 * column.quality())));
        }
        return found;
    }

    /** "average price", "total amount of". */
    private static List<Found<Piece.Target>> folds(Chart chart, int at) {
        List<Found<Piece.Target>> found = new ArrayList<>();
        Aggregation aggregation = at < chart.size() ? FOLDS.get(chart.token(at).word()) : null;
        if (aggregation == null) {
            return found;
        }
        int inner = chart.skip(at + 1, Set.of("of", "the", "value"));
        columns(chart, inner)
                .forEach(column -> found.add(new Found<>(
                        new Piece.Target.OfFold(aggregation, column.value()), column.end(), 0.98 * column.quality())));
        if (aggregation == Aggregation.SUM) {
            chart.metrics(inner)
                    .forEach(metric -> found.add(new Found<>(new Piece.Target.OfMetric(metric), metric.end(), 1.05)));
        }
        return found;
    }

    /** Columns behind "with", "whose" and the like may carry their table's name; others would swallow the noun before. */
    static List<Found<Mention.OfColumn>> introduced(Chart chart, int at, int lead) {
        return columns(chart, lead).stream()
                .filter(column -> lead > at
                        || column.value().end() - lead
                                <= chart.columns(lead).stream()
                                                .mapToInt(plain -> plain.end() - lead)
                                                .max()
                                                .orElse(0)
                                        + 1)
                .filter(column -> lead > at || chart.tables(lead).isEmpty() || chart.isDeedOnADay(column.value()))
                .toList();
    }
}
