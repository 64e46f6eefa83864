package dev.sayql.engine;

import java.util.Set;
import java.util.function.Consumer;

/** How many other rows there are for each: "customers with more than three orders", "hives with five treatments or more". */
final class HavingRules {
    // spotless:off
    private static final Set<String> BEFORE_COUNTS = Set.of(
            "with", "have", "has", "had", "having", "that", "who", "which", "placed", "made", "received", "written",
            "wrote", "left", "got", "been", "were", "was", "are", "is", "whose", "on", "in");
    private static final String[] INTRODUCING_COUNTS = {
        "with", "have", "has", "had", "having", "placed", "made", "received", "wrote", "written", "left", "got", "on",
        "in"
    };
    // spotless:on

    private HavingRules() {}

    /** "more than three orders", "at least one review", "with 2 orders", "only one payment". */
    static void counted(Chart chart, int at, Consumer<Piece> pieces) {
        int next = chart.skip(at, BEFORE_COUNTS);
        Comparators.withNumber(chart, next)
                .ifPresent(found -> addCounted(
                        chart,
                        at,
                        found.end(),
                        found.value().operator(),
                        found.value().number(),
                        pieces));
        Comparators.withNumber(chart, next)
                .ifPresent(found -> addMany(
                        chart,
                        at,
                        found.end(),
                        found.value().operator(),
                        found.value().number(),
                        pieces));
        boolean introduced = chart.is(next - 1, INTRODUCING_COUNTS);
        if (next > at && introduced && !BesideRules.isOneOfMany(chart, next)) {
            int number = chart.after(next, "only", "just") > 0 ? next + 1 : next;
            chart.number(number).ifPresent(found -> {
                addCounted(chart, at, found.end(), Operator.EQUAL, found, pieces);
                addMany(chart, at, found.end(), Operator.EQUAL, found, pieces);
            });
        }
        TimesRules.often(chart, at, next, pieces);
    }

    /** "more than two cancelled orders": what stands between narrows what is counted. */
    private static void addMany(
            Chart chart, int start, int at, Operator operator, Mention.OfNumber number, Consumer<Piece> pieces) {
        boolean narrowed = !chart.values(at).isEmpty()
                || !chart.flags(at).isEmpty()
                || !chart.events(at).isEmpty();
        if (narrowed && !number.money() && !number.percent()) {
            pieces.accept(new Piece.CompareMany(Rule.span(start, at, 1.02), operator, number.value()));
        }
    }

    private static void addCounted(
            Chart chart, int start, int noun, Operator operator, Mention.OfNumber number, Consumer<Piece> pieces) {
        // "200 hours driven" are hours, not drives.
        if (number.money() || number.percent() || number.time() != Piece.Unit.NONE) {
            return;
        }
        int inner = chart.skip(noun, Set.of("of", "the", "different", "distinct", "their"));
        for (Mention.OfTable table : chart.tables(inner)) {
            int end = Targets.pastRow(chart, table.end());
            // "five treatments or more".
            int more = operator == Operator.EQUAL ? chart.after(end, "or more", "and more") : -1;
            pieces.accept(new Piece.CompareCount(
                    Rule.span(start, Math.max(more, end), 1.04 * table.score()),
                    table,
                    more > 0 ? Operator.GREATER_OR_EQUAL : operator,
                    number.value()));
        }
    }
}
