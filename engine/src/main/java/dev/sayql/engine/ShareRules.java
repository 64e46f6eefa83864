package dev.sayql.engine;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** "share of each region in total revenue": the group is said before the whole. */
final class ShareRules {
    private ShareRules() {}

    /** "of each region", "by each region" behind a share: the groups, when the whole follows. */
    static void ofEach(Chart chart, int at, Consumer<Piece> pieces) {
        int share = chart.after(
                at,
                "share of each",
                "share of every",
                "percentage of each",
                "percentage share of each",
                "share per",
                "share by",
                "proportion of each",
                "each");
        boolean each = chart.is(at, "each") && share > 0;
        if (share < 0) {
            return;
        }
        for (Found<Piece.Target> group : Targets.at(chart, share)) {
            boolean named =
                    group.value() instanceof Piece.Target.OfColumn || group.value() instanceof Piece.Target.OfTable;
            int end = each ? chart.after(group.end(), "share of") : group.end();
            if (named && end > 0) {
                pieces.accept(new Piece.Group(
                        Rule.span(at, end, 1.03 * group.quality()), List.of(group.value()), Piece.Group.Manner.BY));
                // Behind it, the whole: a share of it falls to each group.
            }
        }
    }

    /** "in total revenue", "of all orders", right behind the groups of a share. */
    static void wholes(Chart chart, int at, Consumer<Piece> pieces) {
        boolean behind = at > 2
                && chart.tokens().subList(0, at).stream()
                        .anyMatch(token -> token.is("share") || token.is("percentage") || token.is("proportion"));
        boolean each = at > 1
                && chart.tokens().subList(0, at).stream()
                        .anyMatch(token -> token.is("each") || token.is("every") || token.is("per") || token.is("by"));
        int noun = chart.after(
                at,
                "in the total",
                "of the total",
                "in total",
                "of total",
                "in all",
                "of all",
                "of the",
                "in the",
                "of",
                "in");
        if (!behind || !each || noun < 0) {
            return;
        }
        int whole = chart.skip(noun, Set.of("our", "overall"));
        for (Mention.OfMetric metric : chart.metrics(whole)) {
            pieces.accept(new Piece.Share(Rule.span(at, metric.end(), 1.04), new Piece.Target.OfMetric(metric), false));
        }
        for (Mention.OfTable table : chart.tables(whole)) {
            if (!table.link()) {
                pieces.accept(new Piece.Share(
                        Rule.span(at, table.end(), 1.02 * table.score()), new Piece.Target.OfTable(table), false));
            }
        }
    }
}
