package dev.sayql.engine;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

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
                int average = chart.skip(than + 1, Set.of("the", "overall", "our", "an", "a"));
                Optional<English.Adjective> adjective =
                        English.comparative(chart.text(word, than).toLowerCase(Locale.ROOT));
                if (adjective.isPresent() && chart.is(average, "average", "mean")) {
                    Operator operator = adjective.get().ascending() ? Operator.LESS : Operator.GREATER;
                    pieces.accept(new Piece.CompareToAverage(
                            Rule.span(at, average + 1, 1.04),
                            Optional.of(new Piece.Target.OfAdjective(adjective.get())),
                            operator));
                    gradedAverage(chart, at, average + 1, operator, pieces);
                }
            }
        }
    }

    /** "cheaper than the average price": the column that the average is of is the one compared. */
    private static void gradedAverage(Chart chart, int at, int noun, Operator operator, Consumer<Piece> pieces) {
        for (Found<Mention.OfColumn> column : Targets.columns(chart, noun)) {
            if (chart.isAmount(column.value())) {
                pieces.accept(new Piece.CompareToAverage(
                        Rule.span(at, column.end(), 1.05 * Math.min(1, column.quality())),
                        Optional.of(new Piece.Target.OfColumn(column.value())),
                        operator));
            }
        }
    }

    /** "earn more than average", "weigh less than the average". */
    static void verbs(Chart chart, int at, Consumer<Piece> pieces) {
        int verb = chart.skip(at, Set.of("that", "who", "which"));
        if (verb + 1 >= chart.size()) {
            return;
        }
        int than = chart.after(verb + 2, "than the average", "than average", "than the mean");
        boolean more = chart.is(verb + 1, "more");
        boolean less = chart.is(verb + 1, "less");
        boolean earning = chart.is(
                verb, "earning", "earn", "earns", "paid", "making", "getting", "costing", "weighing", "charging");
        for (Found<Mention.OfColumn> column : than > 0 && earning && (more || less)
                ? Targets.columns(chart, than)
                : List.<Found<Mention.OfColumn>>of()) {
            pieces.accept(new Piece.CompareToAverage(
                    Rule.span(at, column.end(), 1.06),
                    Optional.of(new Piece.Target.OfColumn(column.value())),
                    more ? Operator.GREATER : Operator.LESS));
        }
        if (than > 0 && chart.columns(than).isEmpty() && (more || less)) {
            English.verb(chart.token(verb).stem())
                    .ifPresent(adjective -> pieces.accept(new Piece.CompareToAverage(
                            Rule.span(at, than, 1.05),
                            Optional.of(new Piece.Target.OfAdjective(adjective)),
                            more ? Operator.GREATER : Operator.LESS)));
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

    /** "more orders than average", "more orders than the average customer", "spent more than average". */
    static void folds(Chart chart, int at, Consumer<Piece> pieces) {
        int lead = chart.skip(at, Set.of("with", "who", "have", "has", "had", "that", "which", "placed", "made"));
        boolean more = chart.is(lead, "more");
        if (more || chart.is(lead, "fewer", "less")) {
            for (Mention.OfTable table : chart.tables(lead + 1)) {
                int than = thanAverage(chart, table.end());
                if (than > 0 && !table.link()) {
                    pieces.accept(new Piece.CompareToAverage(
                            Rule.span(at, than, 1.04 * table.score()),
                            Optional.of(new Piece.Target.OfCount(table)),
                            more ? Operator.GREATER : Operator.LESS));
                }
            }
        }
        for (Mention.OfMetric metric : chart.metrics(lead)) {
            boolean above = chart.is(metric.end(), "more");
            int than = above || chart.is(metric.end(), "less") ? thanAverage(chart, metric.end() + 1) : -1;
            if (than > 0) {
                pieces.accept(new Piece.CompareToAverage(
                        Rule.span(at, than, 1.05),
                        Optional.of(new Piece.Target.OfMetric(metric)),
                        above ? Operator.GREATER : Operator.LESS));
            }
        }
    }

    /** The token behind "than average", "than the average customer"; -1 when that does not stand here. */
    private static int thanAverage(Chart chart, int at) {
        int than = chart.after(at, "than the average", "than average", "than the mean", "than an average");
        boolean one = than > 0
                && chart.tables(than).stream()
                        .anyMatch(table -> !table.link()
                                && chart.tokens().subList(0, at).stream()
                                        .anyMatch(token -> token.stem()
                                                .equals(chart.token(table.end() - 1)
                                                        .stem())));
        return one ? chart.tables(than).getFirst().end() : than;
    }

    private static void addAverage(
            Chart chart, int start, int at, Optional<Piece.Target> before, Consumer<Piece> pieces) {
        int lead = before.isPresent()
                ? at
                : chart.skip(
                        at,
                        Set.of("with", "that", "are", "is", "a", "an", "which", "cost", "costing", "worth", "valued"));
        boolean deed = chart.is(lead - 1, "earn", "earns", "earned", "earning", "weigh", "weighs", "weighing");
        if (deed && before.isEmpty()) {
            // "earn more than average" is about pay: see verbs.
            return;
        }
        Optional<Found<Operator>> graded = before.isPresent() ? adjectiveThan(chart, lead) : Optional.empty();
        Comparators.operator(chart, lead).or(() -> graded).ifPresent(operator -> {
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

    /** "whose delivery time is longer than the average". */
    private static Optional<Found<Operator>> adjectiveThan(Chart chart, int at) {
        return chart.is(at + 1, "than")
                ? English.comparative(chart.token(at).word())
                        .filter(adjective -> adjective.date() == 0)
                        .map(adjective ->
                                new Found<>(adjective.ascending() ? Operator.LESS : Operator.GREATER, at + 2, 1))
                : Optional.empty();
    }

    /** "than the average product in their category": of those that are alike, and not of all. */
    static boolean isOfTheirs(Chart chart, int end) {
        return IntStream.range(end, chart.size() - 1)
                .anyMatch(at -> chart.is(at, "in", "of", "for", "within", "from")
                        && chart.is(at + 1, "their", "its", "his", "her", "own", "same"));
    }
}
