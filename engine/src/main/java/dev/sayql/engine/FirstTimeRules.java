package dev.sayql.engine;

import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.semantics.Aggregation;
import java.util.List;
import java.util.function.Consumer;

/** When something happened first or last: "when was the first order placed". */
final class FirstTimeRules {
    private FirstTimeRules() {}

    /** "when did Jane Smith last place an order". */
    static void lastTimes(Chart chart, int at, Consumer<Piece> pieces) {
        boolean when = chart.after(0, "when did", "when has", "when was", "on what date did", "on which date did") > 0;
        if (when && at > 2 && chart.is(at, "last", "first") && chart.dates(at).isEmpty()) {
            pieces.accept(new Piece.LastTime(new Piece.Span(at, at + 1, 0.6), chart.is(at, "first")));
        }
    }

    /** "when was the first order placed", "date of the latest review". */
    static void firsts(Chart chart, int at, Consumer<Piece> pieces) {
        int when = chart.after(
                at,
                "when was the",
                "when is the",
                "when did the",
                "what is the date of the",
                "date of the",
                "on what date was the",
                "what date was the");
        if (when < 0) {
            return;
        }
        addDateOfFirst(chart, at, when, pieces);
    }

    /** "when did we receive our very first order", "when was the last time": the date of it. */
    static void firstEver(Chart chart, int at, Consumer<Piece> pieces) {
        if (at > 0 || !chart.is(0, "when")) {
            return;
        }
        int next = 1;
        while (next < Math.min(chart.size(), 8)
                && (English.FILLERS.contains(chart.token(next).word())
                        || chart.is(next, "very")
                        || English.LINKING_STEMS.contains(chart.token(next).stem()))) {
            next++;
        }
        addDateOfFirst(chart, at, next, pieces);
    }

    /** "first order", "most recent review": the earliest or latest date of the thing. */
    private static void addDateOfFirst(Chart chart, int start, int at, Consumer<Piece> pieces) {
        int first = chart.after(at, "first", "earliest", "oldest");
        int noun = first > 0 ? first : chart.after(at, "last", "latest", "newest", "most recent");
        if (noun < 0) {
            return;
        }
        for (Mention.OfTable table : chart.tables(noun)) {
            if (!table.link()) {
                pieces.accept(new Piece.Folds(
                        Rule.span(start, table.end(), table.score()),
                        List.of(first > 0 ? Aggregation.MINIMUM : Aggregation.MAXIMUM),
                        new Piece.Target.OfDate(table)));
                addDeed(chart, start, table, first > 0 ? Aggregation.MINIMUM : Aggregation.MAXIMUM, pieces);
            }
        }
    }

    /** "when did our first shop open", where a date of shops is called so. */
    private static void addDeed(
            Chart chart, int start, Mention.OfTable table, Aggregation extreme, Consumer<Piece> pieces) {
        int verb = table.end();
        if (verb >= chart.size() || !chart.is(1, "did")) {
            return;
        }
        List<ColumnName> dates =
                chart.facts().datesCalled(table.best(), chart.token(verb).stem());
        if (dates.size() == 1) {
            Mention.OfColumn date =
                    new Mention.OfColumn(verb, verb + 1, List.of(new Mention.Option<>(dates.getFirst(), 1)));
            pieces.accept(new Piece.Folds(
                    Rule.span(start, verb + 1, 1.02), List.of(extreme), new Piece.Target.OfColumn(date)));
        }
    }
}
