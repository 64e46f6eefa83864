package dev.sayql.engine;

import dev.sayql.core.semantics.Aggregation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What is asked about many rows together: counts, aggregates, shares. */
final class AskingRules {
    private static final Map<String, Aggregation> AGGREGATIONS = Map.ofEntries(
            Map.entry("average", Aggregation.AVERAGE),
            Map.entry("mean", Aggregation.AVERAGE),
            Map.entry("avg", Aggregation.AVERAGE),
            Map.entry("total", Aggregation.SUM),
            Map.entry("sum", Aggregation.SUM),
            Map.entry("combined", Aggregation.SUM),
            Map.entry("minimum", Aggregation.MINIMUM),
            Map.entry("min", Aggregation.MINIMUM),
            Map.entry("lowest", Aggregation.MINIMUM),
            Map.entry("smallest", Aggregation.MINIMUM),
            Map.entry("earliest", Aggregation.MINIMUM),
            Map.entry("maximum", Aggregation.MAXIMUM),
            Map.entry("max", Aggregation.MAXIMUM),
            Map.entry("highest", Aggregation.MAXIMUM),
            Map.entry("largest", Aggregation.MAXIMUM),
            Map.entry("biggest", Aggregation.MAXIMUM),
            Map.entry("greatest", Aggregation.MAXIMUM),
            Map.entry("most", Aggregation.MAXIMUM),
            Map.entry("least", Aggregation.MINIMUM),
            Map.entry("fewest", Aggregation.MINIMUM),
            Map.entry("latest", Aggregation.MAXIMUM));

    // spotless:off
    private static final String[] COUNTING = {
        "how many total", "how many", "what is the number of", "what is the total number of", "the total number of",
        "the number of", "total number of", "number of", "the total count of", "the count of", "count of", "count",
        "total count of", "a count of", "count the number of"
    };
    // spotless:on

    private AskingRules() {}

    static void counts(Chart chart, int at, Consumer<Piece> pieces) {
        int after = chart.after(at, COUNTING);
        if (after < 0) {
            return;
        }
        int inner = chart.skip(after, Set.of("the", "all", "of", "our", "total", "a", "an", "number"));
        boolean distinct = inner < chart.size()
                && PickRules.DIFFERENT.contains(chart.token(inner).word());
        int noun = distinct ? inner + 1 : inner;
        for (Mention.OfTable table : chart.tables(noun)) {
            pieces.accept(new Piece.Count(Rule.span(at, table.end(), 1.03 * table.score()), table, distinct));
        }
        for (Found<Mention.OfColumn> column : Targets.columns(chart, noun)) {
            if (column.value().options().stream().anyMatch(option -> chart.isQuantity(option.meaning()))) {
                addQuantity(chart, at, column, pieces);
            } else if (chart.isAmount(column.value()) && !distinct && column.quality() > 0.85) {
                pieces.accept(new Piece.Folds(
                        Rule.span(at, column.end(), 0.98 * column.quality()),
                        List.of(Aggregation.SUM),
                        new Piece.Target.OfColumn(column.value())));
            } else if (column.quality() > 0.85 && !PickRules.isFlag(chart, column.value())) {
                double quality = column.quality() * (distinct ? 1 : 0.8);
                pieces.accept(new Piece.CountColumn(Rule.span(at, column.end(), quality), column.value()));
            }
        }
        for (Mention.OfMetric metric : chart.metrics(noun)) {
            pieces.accept(
                    new Piece.Pick(Rule.span(at, metric.end(), 1.05), new Piece.Target.OfMetric(metric), false, false));
        }
    }

    /** "number of beds" where a column holds it: shown for each row, added up when a total is asked for. */
    private static void addQuantity(Chart chart, int at, Found<Mention.OfColumn> column, Consumer<Piece> pieces) {
        Piece.Target target = new Piece.Target.OfColumn(column.value());
        Piece.Span span = Rule.span(at, column.end(), Math.max(0.95, column.quality()));
        if (chart.is(at, "total", "how")
                || chart.after(at, "the total") > 0
                || chart.after(at, "what is the total") > 0) {
            pieces.accept(new Piece.Folds(span, List.of(Aggregation.SUM), target));
        } else {
            pieces.accept(new Piece.Pick(span, target, false, false));
        }
    }

    /** "customer count", "on average". */
    static void afterthoughts(Chart chart, int at, Consumer<Piece> pieces) {
        for (Mention.OfTable table : chart.tables(at)) {
            if (chart.is(table.end(), "count", "counts") && !table.link()) {
                pieces.accept(new Piece.Count(Rule.span(at, table.end() + 1, 1.02 * table.score()), table, false));
            }
        }
        int average = chart.after(at, "on average", "in average", "on avg");
        if (average > 0) {
            pieces.accept(new Piece.OnAverage(Rule.span(at, average, 1)));
        }
        if (chart.is(at, "trend", "trends", "development", "over") && chart.size() > 1) {
            int time = chart.after(at, "over time");
            if (time > 0 || !chart.is(at, "over")) {
                pieces.accept(new Piece.Fresh(new Piece.Span(at, Math.max(time, at + 1), 0.5)));
            }
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
        boolean first = chart.after(when, "first", "earliest", "oldest") > 0;
        int last = chart.after(when, "last", "latest", "newest", "most recent");
        int noun = first ? when + 1 : last;
        if (noun > 0) {
            for (Mention.OfTable table : chart.tables(noun)) {
                if (!table.link()) {
                    pieces.accept(new Piece.Folds(
                            Rule.span(at, table.end(), table.score()),
                            List.of(first ? Aggregation.MINIMUM : Aggregation.MAXIMUM),
                            new Piece.Target.OfDate(table)));
                }
            }
        }
    }

    /** "total revenue", "the average, minimum and maximum price". */
    static void folds(Chart chart, int at, Consumer<Piece> pieces) {
        List<Aggregation> aggregations = new ArrayList<>();
        int next = chart.skip(at, Set.of("the"));
        while (next < chart.size()
                && AGGREGATIONS.containsKey(chart.token(next).word())
                && !chart.token(next).quoted()) {
            aggregations.add(AGGREGATIONS.get(chart.token(next).word()));
            next = chart.skip(next + 1, Set.of(",", "and", "the", "or", "as", "well"));
        }
        if (aggregations.isEmpty()) {
            return;
        }
        int number = chart.after(next, "number of");
        int noun = chart.skip(Math.max(next, number), Set.of("of", "the", "all", "their", "its"));
        boolean asked = chart.is(at - 1, "with", "has", "have", "had", "having", "earns", "earned");
        for (Found<Mention.OfColumn> column : Targets.columns(chart, noun)) {
            boolean of = chart.is(column.end(), "of", "for", "by", "per", "from", "across");
            boolean most = chart.is(next - 1, "most", "least", "fewest");
            if (most && !chart.is(at - 1, "is", "was")) {
                continue;
            }
            double quality = (asked ? 0.9 : of ? 1.08 : 1.03) * column.quality();
            pieces.accept(new Piece.Folds(
                    Rule.span(at, column.end(), quality),
                    List.copyOf(aggregations),
                    new Piece.Target.OfColumn(column.value())));
        }
        for (Mention.OfMetric metric : chart.metrics(noun)) {
            pieces.accept(new Piece.Folds(
                    Rule.span(at, metric.end(), asked ? 0.95 : 1.06),
                    List.copyOf(aggregations),
                    new Piece.Target.OfMetric(metric)));
        }
    }

    /** "what percentage of orders", "share of revenue", "revenue share". */
    static void shares(Chart chart, int at, Consumer<Piece> pieces) {
        int after = chart.after(
                at,
                "percentage of",
                "portion of",
                "percent of",
                "share of",
                "fraction of",
                "proportion of",
                "% of",
                "percentage share of");
        if (after > 0) {
            int noun = chart.skip(after, Set.of("the", "all", "our", "total", "overall"));
            for (Found<Piece.Target> target : Targets.at(chart, noun)) {
                if (isMeasure(target.value()) || target.value() instanceof Piece.Target.OfTable) {
                    double quality = 1.05 * Math.min(1, target.quality());
                    pieces.accept(new Piece.Share(Rule.span(at, target.end(), quality), target.value()));
                }
            }
        }
        for (Mention.OfMetric metric : chart.metrics(at)) {
            if (chart.is(metric.end(), "share", "percentage", "percent")) {
                Piece.Span span = Rule.span(at, metric.end() + 1, 1.06);
                pieces.accept(new Piece.Share(span, new Piece.Target.OfMetric(metric)));
            }
        }
    }

    private static boolean isMeasure(Piece.Target target) {
        return target instanceof Piece.Target.OfMetric
                || target instanceof Piece.Target.OfCount
                || target instanceof Piece.Target.OfFold
                || target instanceof Piece.Target.OfColumn;
    }
}
