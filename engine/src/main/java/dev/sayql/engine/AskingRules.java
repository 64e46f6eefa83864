package dev.sayql.engine;

import dev.sayql.core.semantics.Aggregation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** What is asked about many rows together: counts, aggregates, shares. */
final class AskingRules {
    private static final Map<String, Aggregation> AGGREGATIONS = Map.ofEntries(
            Map.entry("average", Aggregation.AVERAGE),
            Map.entry("mean", Aggregation.AVERAGE),
            Map.entry("typical", Aggregation.AVERAGE),
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

    private static final String[] SERIES = {
        "develop",
        "developed",
        "evolve",
        "evolved",
        "change",
        "changed",
        "progress",
        "progressed",
        "go",
        "move",
        "moved"
    };

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
        CompoundRules.compounds(chart, noun)
                .forEach(table -> pieces.accept(new Piece.Count(Rule.span(at, table.end(), 1.02), table, distinct)));
        for (Mention.OfTable table : chart.tables(noun)) {
            if (!CompoundRules.modifies(chart, table)) {
                pieces.accept(new Piece.Count(Rule.span(at, table.end(), 1.03 * table.score()), table, distinct));
            }
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
            if (MoneyRules.isThing(chart, noun, metric)) {
                continue;
            }
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

    /** "total customers". */
    static void totalCounts(Chart chart, int at, Consumer<Piece> pieces) {
        int total = chart.after(at, "the total", "total", "our total", "overall");
        for (Mention.OfTable table : total > 0 ? chart.tables(total) : List.<Mention.OfTable>of()) {
            // "total orders in 2025": how many, where they are no sums of money themselves.
            boolean plural = chart.token(table.end() - 1).word().endsWith("s") && !table.link();
            if (plural && !MoneyRules.isMoney(chart.token(table.end() - 1)) && table.score() > 0.8) {
                pieces.accept(new Piece.Count(Rule.span(at, table.end(), 1.02 * table.score()), table, false));
            }
        }
    }

    /** "customer count", "on average". */
    static void afterthoughts(Chart chart, int at, Consumer<Piece> pieces) {
        for (Mention.OfTable table : chart.tables(at)) {
            if (chart.is(table.end(), "count", "counts") && !table.link()) {
                pieces.accept(new Piece.Count(Rule.span(at, table.end() + 1, 1.02 * table.score()), table, false));
            }
        }
        deeds(chart, at, pieces);
        totals(chart, at, pieces);
        int heads = chart.after(at, "headcount", "head count", "the headcount");
        if (heads > 0) {
            chart.facts()
                    .staff()
                    .ifPresent(staff -> pieces.accept(new Piece.Count(
                            Rule.span(at, heads, 1),
                            new Mention.OfTable(at, heads, List.of(new Mention.Option<>(staff, 1)), false),
                            false)));
        }
        int average = chart.after(at, "on average", "in average", "on avg");
        if (average > 0) {
            pieces.accept(new Piece.OnAverage(Rule.span(at, average, 1)));
        }
        boolean series = chart.after(0, "how did", "how has", "how have") > 0 && chart.is(at, SERIES);
        if (series) {
            int over = chart.after(at + 1, "over time", "over the time");
            pieces.accept(new Piece.Fresh(new Piece.Span(at, over > 0 ? over : at + 1, 0.5)));
        }
        if (chart.is(at, "trend", "trends", "development", "over") && chart.size() > 1) {
            int time = chart.after(at, "over time");
            if (time > 0 || !chart.is(at, "over")) {
                pieces.accept(new Piece.Fresh(new Piece.Span(at, Math.max(time, at + 1), 0.5)));
            }
        }
    }

    /** "sign-ups per month", where "sign up" was taught for a date: as many as there are of those dates. */
    private static void deeds(Chart chart, int at, Consumer<Piece> pieces) {
        for (Mention.OfColumn deed : chart.columns(at)) {
            String word = chart.token(deed.end() - 1).word();
            boolean particle = deed.end() > deed.start() + 1
                    && chart.is(deed.end() - 1, "ups", "ins", "outs", "offs")
                    && chart.column(deed.options().getFirst().meaning())
                            .filter(column -> column.dataType().isDate())
                            .isPresent();
            boolean born = OwnDates.isBirth(deed.options().getFirst().meaning().column());
            if (!born && (particle || (chart.isVerb(deed) && word.endsWith("s")))) {
                Mention.OfTable done = new Mention.OfTable(
                        deed.start(),
                        deed.end(),
                        List.of(new Mention.Option<>(
                                deed.options().getFirst().meaning().table(), 1)),
                        false);
                pieces.accept(new Piece.Count(Rule.span(at, deed.end(), 0.97), done, false));
            }
        }
    }

    /** "discount total", "repair costs, in total". */
    private static void totals(Chart chart, int at, Consumer<Piece> pieces) {
        for (Found<Mention.OfColumn> column : Targets.columns(chart, at)) {
            if (chart.is(column.end(), "total", "totals", "sum") && chart.isAmount(column.value())) {
                pieces.accept(new Piece.Folds(
                        Rule.span(at, column.end() + 1, 1.04 * column.quality()),
                        List.of(Aggregation.SUM),
                        new Piece.Target.OfColumn(column.value())));
            }
        }
        for (Mention.OfMetric metric : chart.metrics(at)) {
            if (chart.is(metric.end(), "total", "totals")) {
                pieces.accept(new Piece.Pick(
                        Rule.span(at, metric.end() + 1, 1.05), new Piece.Target.OfMetric(metric), false, false));
            }
        }
        int up = chart.after(at, "add up to", "sum up to", "amount to", "adds up to", "come to", "total up to");
        if (up > 0) {
            pieces.accept(new Piece.Quantity(Rule.span(at, up, 0.8), true));
        }
        addedUp(chart, at, pieces);
        int total = chart.after(
                at, ", in total", ", total", "in total", "in sum", ", altogether", "altogether", "us together");
        if (total > 0) {
            pieces.accept(new Piece.InTotal(Rule.span(at, total, 0.7)));
        }
    }

    /** "add up the tax". */
    private static void addedUp(Chart chart, int at, Consumer<Piece> pieces) {
        int noun = chart.after(at, "add up", "sum up", "add together", "total up", "tot up");
        if (noun > 0) {
            pieces.accept(new Piece.Quantity(Rule.span(at, noun, 0.8), true));
        }
        for (Found<Piece.Target> target : noun > 0 ? Targets.at(chart, noun) : List.<Found<Piece.Target>>of()) {
            if (target.value() instanceof Piece.Target.OfColumn) {
                pieces.accept(new Piece.Folds(
                        Rule.span(at, target.end(), target.quality()), List.of(Aggregation.SUM), target.value()));
            } else if (target.value() instanceof Piece.Target.OfMetric) {
                pieces.accept(new Piece.Pick(Rule.span(at, target.end(), 1.05), target.value(), false, false));
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
            next = chart.skip(next + 1, Set.of(",", "and", "the", "or", "as", "well", "up"));
        }
        if (aggregations.isEmpty()) {
            gradedFold(chart, at, pieces);
            return;
        }
        int number = chart.after(next, "number of");
        int noun = chart.skip(Math.max(next, number), Set.of("of", "the", "all", "their", "its"));
        boolean asked = chart.is(at - 1, "with", "has", "have", "had", "having", "earns", "earned");
        for (Found<Mention.OfColumn> column : Targets.columns(chart, noun)) {
            boolean of = chart.is(column.end(), "of", "for", "by", "per", "from", "across");
            if (ranks(chart, at, next, column)) {
                continue;
            }
            double quality = (asked ? 0.9 : of ? 1.08 : 1.03) * column.quality() * (ofOneThing(chart, next) ? 0.7 : 1);
            pieces.accept(new Piece.Folds(
                    Rule.span(at, column.end(), quality),
                    List.copyOf(aggregations),
                    new Piece.Target.OfColumn(column.value())));
        }
        for (Mention.OfMetric metric : chart.metrics(noun)) {
            pieces.accept(new Piece.Folds(
                    Rule.span(at, metric.end(), asked && isExtreme(aggregations) ? 0.5 : asked ? 0.95 : 1.06),
                    List.copyOf(aggregations),
                    new Piece.Target.OfMetric(metric)));
        }
    }

    /** Whether "most" or "highest" asks for what has most of it, not for how much that is: "most votes" but of a review. */
    private static boolean ranks(Chart chart, int at, int next, Found<Mention.OfColumn> column) {
        boolean plenty = chart.is(next - 1, "most", "least", "fewest");
        // Dates are early or late, not high or low.
        boolean tall = chart.is(next - 1, "highest", "lowest", "largest", "smallest", "biggest", "greatest");
        boolean day = chart.column(column.value().options().getFirst().meaning())
                .filter(named -> named.dataType().isDate())
                .isPresent();
        boolean ofAny = chart.is(column.end(), "a", "an", "any", "one", "anyone", "anybody", "of");
        return ((tall && day) || plenty) && !chart.is(at - 1, "is", "was") && !(ofAny && plenty);
    }

    /** "tonnes of winter wheat harvested": a noun of measure at the beginning asks how much of it. */
    static void measuresOf(Chart chart, int at, Consumer<Piece> pieces) {
        boolean narrowed = chart.flags(0).stream().anyMatch(flag -> flag.end() == at)
                || chart.values(0).stream().anyMatch(value -> value.end() == at);
        if (at > 0 && !narrowed) {
            return;
        }
        for (Found<Mention.OfColumn> column : Targets.columns(chart, at)) {
            String word = chart.token(column.end() - 1).word();
            boolean measure = NOUNS_OF_MEASURE.contains(word) && chart.isAmount(column.value());
            boolean done = column.end() < chart.size()
                    && (chart.is(column.end(), "of", "for", "spent")
                            || Stem.isPast(chart.token(column.end()).word()));
            boolean somebody = !chart.values(column.end()).isEmpty()
                    && IntStream.range(column.end(), chart.size())
                            .anyMatch(verb -> Stem.isPast(chart.token(verb).word()));
            if (measure && (done || somebody)) {
                pieces.accept(new Piece.Folds(
                        Rule.span(at, column.end(), 1.04 * column.quality()),
                        List.of(Aggregation.SUM),
                        new Piece.Target.OfColumn(column.value())));
            }
        }
    }

    private static final Set<String> NOUNS_OF_MEASURE = Set.of(
            "tonnes",
            "tons",
            "hours",
            "litres",
            "liters",
            "kilograms",
            "kg",
            "km",
            "kilometres",
            "kilometers",
            "miles",
            "days",
            "minutes",
            "units",
            "pieces",
            "quantity",
            "gallons",
            "metres",
            "meters",
            "hectares",
            "acres");

    /** "the longest distance", "cheapest fare": the extreme of the column that the adjective grades. */
    private static void gradedFold(Chart chart, int at, Consumer<Piece> pieces) {
        int word = chart.skip(at, Set.of("the"));
        int lead = chart.is(at - 1, "the") ? at - 2 : at - 1;
        if (word >= chart.size() || chart.is(lead, "with", "has", "have", "had", "having")) {
            return;
        }
        English.superlative(chart.token(word).word()).ifPresent(adjective -> {
            for (Found<Mention.OfColumn> column : Targets.columns(chart, word + 1)) {
                if (chart.grades(adjective, column.value())
                        && !RateRules.isThingWithRate(chart, word + 1, column.value())) {
                    pieces.accept(new Piece.Folds(
                            Rule.span(at, column.end(), 1.03 * column.quality()),
                            List.of(adjective.ascending() ? Aggregation.MINIMUM : Aggregation.MAXIMUM),
                            new Piece.Target.OfColumn(column.value())));
                }
            }
        });
    }

    private static boolean isExtreme(List<Aggregation> aggregations) {
        return aggregations.contains(Aggregation.MINIMUM) || aggregations.contains(Aggregation.MAXIMUM);
    }

    /** "which doctor charges the highest fee": the doctor is asked for, not the fee. */
    private static boolean ofOneThing(Chart chart, int after) {
        boolean which =
                chart.is(0, "which") || (chart.is(0, "what") && !chart.tables(1).isEmpty());
        return which && chart.is(after - 1, "highest", "lowest", "largest", "smallest", "biggest", "greatest");
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
            pieces.accept(new Piece.Sharing(Rule.span(at, noun, 0.95)));
            for (Mention.OfTable compound : CompoundRules.compounds(chart, noun)) {
                pieces.accept(new Piece.Share(
                        Rule.span(at, compound.end(), 1.06), new Piece.Target.OfTable(compound), false));
            }
            for (Found<Piece.Target> target : Targets.at(chart, noun)) {
                if (isMeasure(target.value()) || target.value() instanceof Piece.Target.OfTable) {
                    double quality = 1.05 * Math.min(1, target.quality());
                    pieces.accept(new Piece.Share(Rule.span(at, target.end(), quality), target.value(), false));
                }
            }
        }
        for (Mention.OfTable table : chart.tables(at)) {
            // "rejected claims share per product line".
            if (!table.link() && chart.is(table.end(), "share", "percentage") && !chart.is(table.end() + 1, "of")) {
                Piece.Span span = Rule.span(at, table.end() + 1, 1.02 * table.score());
                pieces.accept(new Piece.Share(span, new Piece.Target.OfTable(table), true));
            }
        }
        for (Mention.OfMetric metric : chart.metrics(at)) {
            if (chart.is(metric.end(), "share", "percentage", "percent", "proportion")) {
                Piece.Span span = Rule.span(at, metric.end() + 1, 1.06);
                pieces.accept(new Piece.Share(span, new Piece.Target.OfMetric(metric), false));
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
