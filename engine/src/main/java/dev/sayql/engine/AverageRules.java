package dev.sayql.engine;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What narrows the rows to those above or below the average. */
final class AverageRules {
    private AverageRules() {}

    /** "price above the average", "above average price", "orders above the average". */
    static void averages(Chart chart, int at, Consumer<Piece> pieces) {
        addAverage(chart, at, at, Optional.empty(), pieces);
        for (Found<Piece.Target> target :
                Targets.at(chart, chart.skip(at, Set.of("with", "whose", "a", "an", "the", "has", "have")))) {
            if (NumberRules.isComparable(target.value())) {
                addAverage(
                        chart, at, chart.skip(target.end(), NumberRules.COPULAS), Optional.of(target.value()), pieces);
            }
        }
        comparativeAverage(chart, at, pieces);
    }

    private static void comparativeAverage(Chart chart, int at, Consumer<Piece> pieces) {
        int word = chart.skip(at, Set.of("that", "are", "is", "who", "which", "were"));
        for (int length = 1; length <= 2; length++) {
            int than = word + length;
            if (chart.is(than, "than") && than < chart.size()) {
                int average = chart.skip(than + 1, Set.of("the", "overall"));
                Optional<English.Adjective> adjective =
                        English.comparative(chart.text(word, than).toLowerCase(Locale.ROOT));
                if (adjective.isPresent() && chart.is(average, "average", "mean")) {
                    pieces.accept(new Piece.CompareToAverage(
                            Rule.span(at, average + 1, 1.04),
                            Optional.of(new Piece.Target.OfAdjective(adjective.get())),
                            adjective.get().ascending() ? Operator.LESS : Operator.GREATER));
                }
            }
        }
    }

    /** "more stock than average". */
    static void moreThanAverage(Chart chart, int at, Consumer<Piece> pieces) {
        int lead = chart.skip(at, Set.of("with", "have", "has", "that", "a"));
        if (!chart.is(lead, "more", "less", "higher", "lower", "larger", "smaller", "fewer", "greater")) {
            return;
        }
        boolean more = chart.is(lead, "more", "higher", "larger", "greater");
        for (Found<Mention.OfColumn> column : Targets.columns(chart, lead + 1)) {
            int than = chart.after(column.end(), "than the average", "than average", "than the overall average");
            if (than > 0) {
                pieces.accept(new Piece.CompareToAverage(
                        Rule.span(at, than, 1.04),
                        Optional.of(new Piece.Target.OfColumn(column.value())),
                        more ? Operator.GREATER : Operator.LESS));
            }
        }
    }

    private static void addAverage(
            Chart chart, int start, int at, Optional<Piece.Target> before, Consumer<Piece> pieces) {
        int lead = before.isPresent()
                ? at
                : chart.skip(
                        at,
                        Set.of("with", "that", "are", "is", "a", "an", "which", "cost", "costing", "worth", "valued"));
        Comparators.operator(chart, lead).ifPresent(operator -> {
            int average = chart.skip(operator.end(), Set.of("the", "overall", "their", "its"));
            for (Mention.OfMetric metric : chart.metrics(average)) {
                pieces.accept(new Piece.CompareToAverage(
                        Rule.span(start, metric.end(), 1.05),
                        Optional.of(new Piece.Target.OfMetric(metric)),
                        operator.value()));
            }
            if (!chart.is(average, "average", "mean", "avg")) {
                return;
            }
            pieces.accept(new Piece.CompareToAverage(
                    Rule.span(start, average + 1, before.isPresent() ? 1.04 : 0.97), before, operator.value()));
            int noun = chart.skip(average + 1, Set.of("of", "the", "all"));
            for (Found<Piece.Target> target : Targets.at(chart, noun)) {
                if (NumberRules.isComparable(target.value())) {
                    pieces.accept(new Piece.CompareToAverage(
                            Rule.span(start, target.end(), 1.05 * Math.min(1, target.quality())),
                            Optional.of(before.orElse(target.value())),
                            operator.value()));
                }
            }
        });
    }
}
