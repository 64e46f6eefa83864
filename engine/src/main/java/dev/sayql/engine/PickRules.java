package dev.sayql.engine;

import dev.sayql.core.schema.DataType;
import java.util.Set;
import java.util.function.Consumer;

/** What is asked for row by row: columns, names, things, and what is shown beside them. */
final class PickRules {
    static final Set<String> DIFFERENT = Set.of("different", "distinct", "unique");

    private PickRules() {}

    /** "names and emails of all customers", "the name of the customer": how people call the rows of a table. */
    static void names(Chart chart, int at, Consumer<Piece> pieces) {
        int name = chart.after(
                at,
                "the full names",
                "the full name",
                "full names",
                "full name",
                "the names",
                "the name",
                "names",
                "name");
        boolean joined = chart.is(at - 1, "and", "with", ",");
        if (name > 0) {
            owners(chart, at, name, joined, pieces);
            ownersLater(chart, at, name, pieces);
        }
        for (Mention.OfTable table : chart.tables(at)) {
            if (chart.is(table.end(), "name", "names") && chart.hasLongLabel(table.best())) {
                pieces.accept(new Piece.Pick(
                        Rule.span(at, table.end() + 1, 1.02 * table.score()),
                        new Piece.Target.OfTable(table),
                        false,
                        joined && chart.is(at - 1, "with")));
            }
        }
    }

    private static void owners(Chart chart, int at, int name, boolean joined, Consumer<Piece> pieces) {
        int owner = chart.skip(name, Set.of("of", "the", "all", "each", "every", "our", "a"));
        for (Mention.OfTable table : chart.tables(owner)) {
            if (owner > name && chart.hasLongLabel(table.best())) {
                pieces.accept(new Piece.Pick(Rule.span(at, name, 1.02), new Piece.Target.OfTable(table), false, false));
                pieces.accept(new Piece.Pick(
                        Rule.span(at, table.end(), joined ? 1.03 : 0.9),
                        new Piece.Target.OfTable(table),
                        false,
                        joined));
            }
        }
    }

    /** "names and emails of all customers". */
    private static void ownersLater(Chart chart, int at, int name, Consumer<Piece> pieces) {
        int of = name;
        while (of < chart.size() && !chart.is(of, "of", "for")) {
            of++;
        }
        for (Mention.OfTable table :
                chart.tables(chart.skip(of, Set.of("of", "for", "the", "all", "each", "every", "our")))) {
            if (of > name && of < name + 8 && chart.hasLongLabel(table.best())) {
                pieces.accept(new Piece.Pick(Rule.span(at, name, 1.02), new Piece.Target.OfTable(table), false, false));
            }
        }
    }

    static void entities(Chart chart, int at, Consumer<Piece> pieces) {
        boolean each = chart.is(at, "each", "every");
        int inner = each ? at + 1 : at;
        for (Mention.OfTable table : chart.tables(inner)) {
            pieces.accept(new Piece.Entity(Rule.span(at, table.end(), table.score()), table, each));
        }
        if (chart.is(at, "different", "distinct", "unique")) {
            for (Mention.OfTable table : chart.tables(at + 1)) {
                pieces.accept(new Piece.Entity(Rule.span(at, table.end(), 0.8 * table.score()), table, false));
            }
        }
    }

    static void picks(Chart chart, int at, Consumer<Piece> pieces) {
        boolean distinct =
                at < chart.size() && DIFFERENT.contains(chart.token(at).word());
        int inner = distinct ? chart.skip(at + 1, Targets.DETERMINERS) : at;
        for (Mention.OfMetric metric : chart.metrics(inner)) {
            pieces.accept(new Piece.Pick(
                    Rule.span(at, metric.end(), 1.05), new Piece.Target.OfMetric(metric), distinct, false));
        }
        boolean which = distinct || chart.is(at - 1, "which", "what");
        for (Found<Mention.OfColumn> column : Targets.columns(chart, inner)) {
            // A participle alone ("the patients registered") asks for nothing; a true-or-false column rather filters.
            boolean participle = (!chart.events(inner).isEmpty() && column.end() == inner + 1 && !asksWhen(chart))
                    || chart.isVerb(column.value())
                    || (isPastParticiple(chart, column.value(), inner) && !asksWhen(chart));
            double weight = isFlag(chart, column.value()) ? 0.6 : 1;
            if (!participle) {
                Piece.Span span = Rule.span(at, column.end(), weight * column.quality());
                pieces.accept(new Piece.Pick(span, new Piece.Target.OfColumn(column.value()), which, false));
            }
        }
        if (chart.is(at, "each") && at + 1 < chart.size()) {
            pieces.accept(new Piece.Filler(new Piece.Span(at, at + 1, 0.1), false));
        }
    }

    static void companions(Chart chart, int at, Consumer<Piece> pieces) {
        int after = chart.after(
                at,
                "including their",
                "including its",
                "plus their",
                "with its",
                "with their",
                "and its",
                "and their",
                "together with their",
                "together with its",
                "along with their",
                "along with its",
                "with his",
                "with her");
        if (after < 0) {
            return;
        }
        boolean parent = chart.is(after, "parent");
        for (Found<Mention.OfColumn> column : Targets.columns(chart, after)) {
            Piece.Span span = Rule.span(at, column.end(), column.quality());
            pieces.accept(new Piece.Pick(span, new Piece.Target.OfColumn(column.value()), false, true));
        }
        for (Mention.OfTable table : chart.tables(parent ? after + 1 : after)) {
            Piece.Target target = parent ? new Piece.Target.OfParent(table) : new Piece.Target.OfTable(table);
            int end = chart.is(table.end(), "name", "names") ? table.end() + 1 : table.end();
            pieces.accept(new Piece.Pick(Rule.span(at, end, table.score()), target, false, true));
        }
        for (Mention.OfTable role : chart.roles(after)) {
            int end = chart.is(role.end(), "name", "names") ? role.end() + 1 : role.end();
            pieces.accept(new Piece.Pick(Rule.span(at, end, 1), new Piece.Target.OfParent(role), false, true));
        }
    }

    /** "every product with price and cost": a bare "with" before columns shows them beside. */
    static void accompaniments(Chart chart, int at, Consumer<Piece> pieces) {
        int after = chart.after(at, "with the", "with");
        if (after > 0 && at > 0) {
            for (Found<Mention.OfColumn> column : Targets.columns(chart, after)) {
                boolean ends = column.end() == chart.size() || chart.is(column.end(), "and", ",", "of", "for");
                if (ends && !isFlag(chart, column.value())) {
                    Piece.Span span = Rule.span(at, column.end(), 0.9 * column.quality());
                    pieces.accept(new Piece.Pick(span, new Piece.Target.OfColumn(column.value()), false, true));
                }
            }
        }
    }

    private static boolean isPastParticiple(Chart chart, Mention.OfColumn column, int at) {
        return column.end() == at + 1
                && chart.token(at).word().endsWith("ed")
                && chart.column(column.options().getFirst().meaning())
                        .filter(found -> found.dataType().isDate())
                        .isPresent();
    }

    private static boolean asksWhen(Chart chart) {
        return chart.is(0, "when")
                && chart.tokens().stream()
                        .noneMatch(token -> Set.of("first", "last", "latest", "earliest", "recent", "newest", "oldest")
                                .contains(token.word()));
    }

    static boolean isFlag(Chart chart, Mention.OfColumn column) {
        return chart.column(column.options().getFirst().meaning())
                .filter(found -> found.dataType() == DataType.BOOLEAN)
                .isPresent();
    }
}
