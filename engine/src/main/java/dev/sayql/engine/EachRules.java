package dev.sayql.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Averages of what belongs to each thing: "average number of orders per customer", "revenue per month on average". */
final class EachRules {
    private static final Set<String> AVERAGES = Set.of("average", "avg", "mean");
    private static final Map<String, TimeUnit> UNITS = Map.of(
            "day", TimeUnit.DAY,
            "week", TimeUnit.WEEK,
            "month", TimeUnit.MONTH,
            "quarter", TimeUnit.QUARTER,
            "year", TimeUnit.YEAR);
    private static final Map<String, TimeUnit> ADVERBS = Map.of(
            "daily", TimeUnit.DAY,
            "weekly", TimeUnit.WEEK,
            "monthly", TimeUnit.MONTH,
            "quarterly", TimeUnit.QUARTER,
            "yearly", TimeUnit.YEAR,
            "annual", TimeUnit.YEAR);
    // spotless:off
    private static final String[] EACH = {
        "per", "for each", "for every", "by each", "in each", "of each", "each", "in a", "in an", "by a", "a single",
        "for a", "each single", "on each", "at each", "to each", "with each", "from each", "within each", "in every",
        "every", "on a", "at a", "a", "an"
    };
    private static final String[] EACH_ASKED = {
        "per", "does a", "does an", "do we have per", "does each", "does one", "does every", "does the average",
        "does an average", "does a typical", "are there per", "has a", "has each", "are in a", "are in an", "are in each",
        "are on a", "are on each", "do our", "do the", "do", "did a", "for each", "for every", "each", "belong to each",
        "belong to a", "in each", "are there in each", "are there for each", "are there in a"
    };
    // spotless:on

    private EachRules() {}

    /** "customers with more than ten orders, and how many each of them has": what was compared is shown. */
    static void howManyEach(Chart chart, int at, Consumer<Piece> pieces) {
        int many = chart.after(at, "and how many", ", and how many");
        int verb = many < 0 ? chart.size() : chart.skip(many, Set.of("each", "of", "them", "one", "they", "did"));
        boolean asked = verb == chart.size() - 1
                && verb > many
                && chart.is(verb, "has", "have", "had", "placed", "made", "got", "holds", "owns");
        if (!asked) {
            return;
        }
        IntStream.iterate(at - 1, start -> start >= 0, start -> start - 1)
                .boxed()
                .flatMap(start -> chart.tables(start).stream())
                .filter(table -> table.end() == at && !table.link())
                .findFirst()
                .ifPresent(table -> pieces.accept(new Piece.Count(Rule.span(at, chart.size(), 1.05), table, false)));
    }

    static void averages(Chart chart, int at, Consumer<Piece> pieces) {
        int word = chart.skip(at, Set.of("the"));
        boolean said =
                word < chart.size() && AVERAGES.contains(chart.token(word).word());
        if (said) {
            Optional<TimeUnit> often = word + 1 < chart.size()
                    ? Optional.ofNullable(ADVERBS.get(chart.token(word + 1).word()))
                    : Optional.empty();
            int noun = often.isPresent() ? word + 2 : word + 1;
            for (Found<Piece.Target> measure : measures(chart, noun)) {
                if (often.isPresent()) {
                    pieces.accept(piece(at, measure.end(), measure.value(), Optional.empty(), often));
                } else {
                    addEach(chart, at, measure, chart.after(passVerb(chart, measure.end()), EACH), pieces);
                }
            }
        } else if (asksForAverage(chart)) {
            int many = chart.after(at, "how many", "the number of", "number of", "how much");
            int noun = many > 0 ? many : at;
            for (Found<Piece.Target> measure : measures(chart, noun)) {
                String[] joints = many > 0 && chart.is(at, "how") ? EACH_ASKED : EACH;
                addEach(chart, at, measure, chart.after(passVerb(chart, measure.end()), joints), pieces);
            }
        }
    }

    /** "on average" anywhere, or "the average customer". */
    private static boolean asksForAverage(Chart chart) {
        return IntStream.range(0, chart.size())
                .anyMatch(at ->
                        chart.after(at, "on average", "in average", "on avg", "the average", "an average", "a typical")
                                        > 0
                                && (!chart.is(at, "the", "an", "a")
                                        || chart.tables(at + 2).stream().anyMatch(table -> !table.link())));
    }

    private static int passVerb(Chart chart, int at) {
        boolean verb = at < chart.size()
                && English.LINKING_STEMS.contains(chart.token(at).stem())
                && !chart.is(at, "does", "do");
        return verb ? at + 1 : at;
    }

    /** A number of things, or an amount that adds up. */
    private static List<Found<Piece.Target>> measures(Chart chart, int at) {
        List<Found<Piece.Target>> found = new ArrayList<>();
        int counted = chart.after(at, "number of", "count of", "amount of", "total number of");
        int noun = Math.max(at, counted);
        for (Mention.OfTable table : chart.tables(noun)) {
            if (!table.link() && !CompoundRules.modifies(chart, table) && (counted > 0 || plural(chart, table))) {
                found.add(new Found<>(new Piece.Target.OfCount(table), table.end(), table.score()));
            }
        }
        for (Mention.OfMetric metric : chart.metrics(chart.skip(at, Set.of("total")))) {
            found.add(new Found<>(new Piece.Target.OfMetric(metric), metric.end(), 1));
        }
        return found;
    }

    private static boolean plural(Chart chart, Mention.OfTable table) {
        return chart.token(table.end() - 1).word().endsWith("s");
    }

    private static void addEach(Chart chart, int start, Found<Piece.Target> measure, int each, Consumer<Piece> pieces) {
        if (each < 0) {
            return;
        }
        int noun = chart.skip(each, Set.of("single", "individual", "average", "typical", "calendar", "given"));
        Optional<TimeUnit> unit = noun < chart.size()
                ? Optional.ofNullable(UNITS.get(chart.token(noun).word()))
                : Optional.empty();
        if (unit.isPresent()) {
            pieces.accept(piece(start, noun + 1, measure.value(), Optional.empty(), unit));
        }
        for (Mention.OfTable table : chart.tables(noun)) {
            if (!table.link()) {
                pieces.accept(piece(start, table.end(), measure.value(), Optional.of(table), Optional.empty()));
            }
        }
    }

    private static Piece piece(
            int start, int end, Piece.Target measure, Optional<Mention.OfTable> each, Optional<TimeUnit> unit) {
        return new Piece.PerEach(Rule.span(start, end, 1.06), measure, each, unit);
    }
}
