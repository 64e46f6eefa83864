package dev.sayql.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** By what results are ordered: "sorted by price", "by revenue". Which way alone is said by {@link OrderRules}. */
final class SortRules {
    // spotless:off
    private static final String[] RISING = {
        "ascending order", "ascending", "asc", "lowest to highest", "low to high", "lowest first", "smallest first",
        "alphabetical order", "alphabetically", "increasing order", "oldest first", "cheapest first", "least expensive first", "shortest first", "oldest at the top", "oldest on top", "earliest first", "a to z"
    };
    // spotless:on
    // spotless:off
    private static final String[] FALLING = {
        "descending order", "descending", "desc", "highest to lowest", "high to low", "highest first",
        "largest first", "decreasing order", "most to least", "newest first", "dearest first", "longest first", "heaviest first", "most valuable first", "newest at the top", "newest on top", "latest first", "most recent first", "largest to smallest",
        "most expensive first", "best first", "most frequent first", "most common first", "most first", "biggest first", "top first"
    };
    // spotless:on
    // spotless:off
    private static final String[] SORTED_BY = {
        "sorted by", "ordered by", "order by", "sort by", "order them by", "sort them by", "in order of", "ranked by",
        "arranged by", "sorted in order of", "order the results by", "sort the results by",
        "sorted in ascending order of", "sorted in descending order of", "ordered in descending order of",
        "ordered in ascending order of", "in ascending order of", "in descending order of",
        "in alphabetical order of", "sorted alphabetically by", "ordered alphabetically by", "alphabetically by",
        "and sort by", "rank them by"
    };
    // spotless:on

    private SortRules() {}

    /** Whether "ordered by", "sorted by" or "ranked by" stands here and says in which order. */
    static boolean sortsBy(Chart chart, int at) {
        return chart.is(at, "ordered", "sorted", "ranked") && chart.is(at + 1, "by") && !isDeed(chart, at);
    }

    /** "products ordered by Anna", "by customers from Spain": who did it, not in which order. */
    private static boolean isDeed(Chart chart, int at) {
        int who = chart.skip(at + 2, Targets.DETERMINERS);
        return chart.is(at, "ordered")
                && chart.is(at + 1, "by")
                && (!chart.values(who).isEmpty()
                        || chart.tables(who).stream().anyMatch(table -> isPersons(chart, table)));
    }

    static boolean isPersons(Chart chart, Mention.OfTable table) {
        return !table.link()
                && chart.isPerson(table.best())
                && chart.token(table.end() - 1).word().endsWith("s");
    }

    static void sorts(Chart chart, int at, Consumer<Piece> pieces) {
        int after = chart.after(at, SORTED_BY);
        if (after > 0 && !isDeed(chart, at)) {
            String how = chart.text(at, after).toLowerCase(Locale.ROOT);
            boolean descending = how.contains("descending") || how.contains("rank");
            for (Found<Piece.Target> target : Targets.at(chart, after)) {
                addSort(chart, at, target, descending, 1.05, pieces);
            }
            for (Found<Piece.Target> target : whens(chart, after)) {
                addSort(chart, at, target, descending, 1.05, pieces);
            }
            ownDate(chart, at, after).ifPresent(target -> addSort(chart, at, target, descending, 1, pieces));
        }
        if (chart.is(at, "in")) {
            // "in the order they signed up".
            for (Found<Piece.Target> target : whens(chart, at + 1)) {
                addSort(chart, at, target, false, 1.05, pieces);
            }
        }
        int by = chart.after(at, "by", "in terms of", "based on", "according to", "measured by");
        if (by > 0) {
            for (Found<Piece.Target> target : Targets.at(chart, by)) {
                boolean counts = chart.is(by, "number") && chart.is(by + 1, "of") && target.end() == by + 1;
                if (isOrderable(chart, target.value()) && !isThing(chart, by, target) && !counts) {
                    pieces.accept(
                            new Piece.Sort(Rule.span(at, target.end(), 0.98 * target.quality()), target.value(), true));
                }
            }
        }
    }

    /** "meetings sorted by date": by that of the things that are listed. */
    private static Optional<Found<Piece.Target>> ownDate(Chart chart, int at, int after) {
        boolean bare = chart.is(after, "date", "day")
                && chart.columns(after).stream().noneMatch(column -> column.end() > after + 1)
                && !chart.is(after + 1, "of");
        return IntStream.range(0, bare ? at : 0)
                .boxed()
                .flatMap(start -> chart.tables(start).stream())
                .filter(table -> !table.link() && table.end() <= at)
                .reduce((first, last) -> last)
                .map(table -> new Found<>(new Piece.Target.OfDate(table), after + 1, 0.95));
    }

    /** "sorted by when they signed up", "by the date they were formed". */
    static List<Found<Piece.Target>> whens(Chart chart, int after) {
        int they = chart.after(
                after,
                "when they",
                "when it",
                "when he",
                "when she",
                "the date they",
                "the date each one",
                "the date each of them",
                "the order they",
                "the order in which they",
                "the day they",
                "the date on which they",
                "the year they");
        int verb = they < 0 ? -1 : chart.skip(they, Set.of("were", "was", "had", "have", "has", "been"));
        List<Found<Piece.Target>> dates = new ArrayList<>();
        if (verb > 0 && verb < chart.size()) {
            chart.columns(verb).stream()
                    .filter(column -> isDate(chart, column) || chart.is(they - 2, "year"))
                    .forEach(column -> dates.add(new Found<>(new Piece.Target.OfColumn(column), column.end(), 1)));
            chart.events(verb)
                    .forEach(event -> dates.add(new Found<>(
                            new Piece.Target.OfColumn(new Mention.OfColumn(
                                    verb, event.end(), List.of(new Mention.Option<>(event.column(), 1)))),
                            event.end(),
                            1)));
        }
        return dates;
    }

    private static boolean isDate(Chart chart, Mention.OfColumn column) {
        return chart.column(column.options().getFirst().meaning())
                .filter(found -> found.dataType().isDate())
                .isPresent();
    }

    /** "top customers by bookings": the things, not the day on which they were booked. */
    private static boolean isThing(Chart chart, int at, Found<Piece.Target> target) {
        return target.value() instanceof Piece.Target.OfColumn
                && chart.tables(at).stream()
                        .anyMatch(table -> !table.link() && table.score() > 0.95 && table.end() == target.end());
    }

    /** Whether a bare "by" can mean an order: by numbers and dates, not by names. */
    private static boolean isOrderable(Chart chart, Piece.Target target) {
        return switch (target) {
            case Piece.Target.OfColumn(Mention.OfColumn column) ->
                chart.column(column.options().getFirst().meaning())
                        .filter(found ->
                                found.dataType().isNumber() || found.dataType().isDate())
                        .isPresent();
            case Piece.Target.OfTable _, Piece.Target.OfParent _ -> false;
            case Piece.Target.OfMetric _,
                    Piece.Target.OfCount _,
                    Piece.Target.OfFold _,
                    Piece.Target.OfDate _,
                    Piece.Target.OfFrequency _,
                    Piece.Target.OfAdjective _ -> true;
        };
    }

    private static void addSort(
            Chart chart,
            int at,
            Found<Piece.Target> target,
            boolean descending,
            double strength,
            Consumer<Piece> pieces) {
        int next = chart.skip(target.end(), Set.of("in", "from", ","));
        int down = chart.after(next, FALLING);
        int up = chart.after(next, RISING);
        int end = down > 0 ? down : up > 0 ? up : target.end();
        boolean falls = down > 0 || (up <= 0 && descending);
        pieces.accept(new Piece.Sort(
                Rule.span(at, end, strength * Math.min(1, target.quality() + 0.05)), target.value(), falls));
    }
}
