package dev.sayql.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How results are grouped and ordered. */
final class GroupingRules {
    private static final String[] BY = {
        "grouped by",
        "group by",
        "broken down by",
        "split by",
        "breakdown by",
        "down by",
        "for each of the",
        "for each",
        "for every",
        "in each",
        "in every",
        "of each",
        "of every",
        "from each",
        "at each",
        "on each",
        "by each",
        "to each",
        "within each",
        "per",
        "by",
        "across",
        "each",
        "every",
        "with each",
        "through each",
        "via each",
        "under each"
    };
    private static final Set<String> MEASURED = Set.of(
            "number",
            "many",
            "much",
            "count",
            "counts",
            "total",
            "sum",
            "average",
            "mean",
            "share",
            "percentage",
            "compare");
    private static final Set<String> PASSED = Set.of("the", "different", "all", "their", "its", "distinct", "of");
    private static final Map<String, TimeUnit> UNITS = Map.of(
            "day", TimeUnit.DAY,
            "date", TimeUnit.DAY,
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
            "annual", TimeUnit.YEAR,
            "annually", TimeUnit.YEAR);

    private GroupingRules() {}

    static void groups(Chart chart, int at, Consumer<Piece> pieces) {
        int after = chart.after(at, BY);
        if (after < 0 || isNoGroup(chart, at, after) || (chart.is(at, "across") && chart.is(after, "all"))) {
            return;
        }
        List<Found<Piece.Target>> found = groupTargets(chart, after);
        if (found.stream().anyMatch(target -> areTold(chart, at, target))) {
            pieces.accept(new Piece.Filler(new Piece.Span(at, at + 1, 0.5), false));
        } else {
            found.forEach(first -> groups(chart, at, after, first, pieces));
        }
    }

    private static void groups(Chart chart, int at, int after, Found<Piece.Target> first, Consumer<Piece> pieces) {
        if (isDoers(chart, at, first)
                || (first.value() instanceof Piece.Target.OfTable(Mention.OfTable kind)
                        && ValueRules.isNamed(chart, kind))) {
            return;
        }
        // "going by payment date" says which date is meant.
        if (chart.is(at - 1, "going", "judging")) {
            return;
        }
        boolean counts = chart.is(after, "number") && chart.is(after + 1, "of") && first.end() == after + 1;
        if (counts || isHow(chart, at, after, first)) {
            return;
        }
        boolean amount = first.value() instanceof Piece.Target.OfColumn(Mention.OfColumn column)
                && chart.isAmount(column)
                && RankingRules.ranks(chart);
        // "held by museums" says who holds them.
        boolean agent = chart.is(at, "by")
                && at > 0
                && Stem.isPast(chart.token(at - 1).word())
                && first.value() instanceof Piece.Target.OfTable;
        double strength = chart.is(at, "by") ? (agent ? 0.4 : amount ? 0.8 : 0.98) : 1.03;
        String by = chart.text(at, after).toLowerCase(Locale.ROOT);
        Piece.Group.Manner manner = by.contains("each") || by.contains("every")
                ? Piece.Group.Manner.EACH
                : by.equals("across") ? Piece.Group.Manner.ACROSS : Piece.Group.Manner.BY;
        pieces.accept(new Piece.Group(
                Rule.span(at, first.end(), strength * first.quality()), List.of(first.value()), manner));
        int joint = chart.skip(first.end(), Set.of(",", "and"));
        if (joint > first.end()) {
            int again = chart.after(joint, BY);
            for (Found<Piece.Target> second : groupTargets(chart, again > 0 ? again : joint)) {
                pieces.accept(new Piece.Group(
                        Rule.span(at, second.end(), strength * Math.min(first.quality(), second.quality())),
                        List.of(first.value(), second.value()),
                        manner));
            }
        }
    }

    /** "sessions taught by coaches from Leeds": those who did it, in the plural, are no groups. */
    private static boolean isDoers(Chart chart, int at, Found<Piece.Target> group) {
        return chart.is(at, "by")
                && at > 0
                && Stem.isPast(chart.token(at - 1).word())
                && !chart.is(at - 1, "grouped", "sorted", "ordered", "ranked", "divided", "separated")
                && group.value() instanceof Piece.Target.OfTable(Mention.OfTable table)
                && (SortRules.isPersons(chart, table) || isKnown(chart, at, table));
    }

    /** "orders by customers from Germany": whose they are, where they are listed and the persons are told by more. */
    private static boolean areTold(Chart chart, int at, Found<Piece.Target> group) {
        return chart.is(at, "by")
                && at > 0
                && group.value() instanceof Piece.Target.OfTable(Mention.OfTable table)
                && chart.isPerson(table.best())
                && chart.token(table.end() - 1).word().endsWith("s")
                && chart.is(
                        table.end(), "from", "in", "who", "that", "with", "aged", "under", "over", "living", "based")
                && IntStream.range(0, at)
                        .anyMatch(word -> chart.tables(word).stream()
                                .anyMatch(thing -> !thing.link()
                                        && !thing.best().equals(table.best())
                                        && chart.token(thing.end() - 1).word().endsWith("s")))
                && IntStream.range(0, at)
                        .noneMatch(word -> MEASURED.contains(chart.token(word).word())
                                || !chart.metrics(word).isEmpty());
    }

    /** "cancelled by the hotel", "booked by clubs": no word for one group after another. */
    private static boolean isKnown(Chart chart, int at, Mention.OfTable table) {
        String word = chart.token(table.end() - 1).word();
        return !table.link() && (chart.is(at + 1, "the", "our") || (word.endsWith("s") && !word.endsWith("ss")));
    }

    private static List<Found<Piece.Target>> groupTargets(Chart chart, int at) {
        int noun = chart.skip(at, PASSED);
        List<Found<Piece.Target>> found = new ArrayList<>(Targets.at(chart, noun).stream()
                .filter(target -> target.value() instanceof Piece.Target.OfColumn
                        || target.value() instanceof Piece.Target.OfTable)
                .toList());
        if (chart.is(noun, "type", "kind", "sort") && chart.is(noun + 1, "of")) {
            found.addAll(kinds(chart, noun + 2));
        }
        // "by product category": the first says only which categories.
        for (Mention.OfTable first : chart.tables(noun)) {
            chart.tables(first.end()).stream()
                    .filter(second -> !first.link() && !second.link() && second.score() > 0.9)
                    .filter(second -> !second.best().equals(first.best()))
                    .forEach(second -> found.add(
                            new Found<>(new Piece.Target.OfTable(second), second.end(), 0.99 * second.score())));
        }
        return found;
    }

    /** "per type of damage", where the damage is a word for one kind or another. */
    private static List<Found<Piece.Target>> kinds(Chart chart, int noun) {
        return Targets.columns(chart, noun).stream()
                .filter(column -> chart.tables(noun).isEmpty())
                .filter(column -> column.value().options().stream()
                        .allMatch(option -> chart.column(option.meaning())
                                .filter(found -> found.dataType().isText())
                                .isPresent()))
                .map(column -> new Found<Piece.Target>(
                        new Piece.Target.OfColumn(column.value()), column.end(), column.quality()))
                .toList();
    }

    /** "units sold of each Mobile Devices product": what stands between narrows the things. */
    static void narrowed(Chart chart, int at, Consumer<Piece> pieces) {
        int after =
                chart.after(at, "of each", "for each", "per", "in each", "by each", "for every", "of every", "each");
        if (after < 0) {
            return;
        }
        Stream<Integer> ends = Stream.concat(
                chart.values(after).stream().map(Mention.OfValue::end),
                chart.flags(after).stream().map(Mention.OfFlag::end));
        ends.distinct()
                .forEach(end -> chart.tables(end).stream()
                        .filter(table -> !table.link() && table.score() > 0.9)
                        .forEach(table -> pieces.accept(new Piece.Group(
                                Rule.span(at, after, 1.02),
                                List.of(new Piece.Target.OfTable(table)),
                                Piece.Group.Manner.BY))));
    }

    /** "the highest amount ever bid by phone", where that is how it was done. */
    private static boolean isHow(Chart chart, int at, int after, Found<Piece.Target> target) {
        boolean deed = at > 1
                && chart.is(at, "by")
                && (Stem.isPast(chart.token(at - 1).word()) || chart.is(at - 2, "ever") || chart.is(at - 1, "in"));
        return deed
                && chart.values(after).stream().anyMatch(value -> value.score() >= 1 && value.end() == target.end());
    }

    /** "monthly", "by month", "per week of the order date", "month by month", "over time by month". */
    static void times(Chart chart, int at, Consumer<Piece> pieces) {
        unitNamed(ADVERBS, chart, at)
                .ifPresent(unit ->
                        pieces.accept(new Piece.GroupByTime(Rule.span(at, at + 1, 1.02), unit, Optional.empty())));
        eventSeries(chart, at, pieces);
        if (chart.is(at + 1, "by") && chart.is(at + 2, chart.token(at).word())) {
            unitNamed(UNITS, chart, at)
                    .ifPresent(unit ->
                            pieces.accept(new Piece.GroupByTime(Rule.span(at, at + 3, 1.05), unit, Optional.empty())));
        }
        if (chart.is(at, "which", "what") && !asksOfEach(chart, at)) {
            unitNamed(UNITS, chart, at + 1)
                    .ifPresent(unit ->
                            pieces.accept(new Piece.GroupByTime(Rule.span(at, at + 2, 1.02), unit, Optional.empty())));
        }
        joined(chart, at, pieces);
        int after = chart.after(at, BY);
        if (after >= 0) {
            int noun = chart.skip(after, Set.of("the", "calendar"));
            unitNamed(UNITS, chart, noun).ifPresent(unit -> addUnit(chart, at, noun, unit, pieces));
            // "per pickup month", "by year of birth" said the other way round.
            for (Found<Mention.OfColumn> date : Targets.columns(chart, noun)) {
                boolean dated = chart.column(date.value().options().getFirst().meaning())
                                .filter(found -> found.dataType().isDate())
                                .isPresent()
                        || date.value().options().stream()
                                .anyMatch(option -> chart.column(option.meaning())
                                        .filter(found -> found.dataType().isDate())
                                        .isPresent());
                unitNamed(UNITS, chart, date.end())
                        .filter(unit -> dated)
                        .ifPresent(unit -> pieces.accept(new Piece.GroupByTime(
                                Rule.span(at, date.end() + 1, 1.02 * date.quality()),
                                unit,
                                Optional.of(date.value()))));
            }
        }
    }

    /** "on what date was each of them delivered". */
    private static boolean asksOfEach(Chart chart, int at) {
        return chart.is(at + 1, "date", "day")
                && chart.is(at + 2, "was", "were", "is")
                && chart.is(at + 3, "each", "every");
    }

    /** "booked month by month", "shipped per week": when that was, though it is also a state. */
    private static void eventSeries(Chart chart, int at, Consumer<Piece> pieces) {
        for (Mention.OfColumn event :
                Stem.isPast(chart.token(at).word()) ? chart.columns(at) : List.<Mention.OfColumn>of()) {
            boolean dated = chart.column(event.options().getFirst().meaning())
                    .filter(found -> found.dataType().isDate())
                    .isPresent();
            int by = chart.after(event.end(), BY);
            int twice = chart.is(event.end() + 1, "by") ? event.end() + 2 : -1;
            int unit = by > 0 ? by : twice;
            if (dated && unit > 0) {
                unitNamed(UNITS, chart, unit)
                        .filter(found -> unit == by
                                || chart.token(event.end())
                                        .word()
                                        .equals(chart.token(unit).word()))
                        .ifPresent(found -> pieces.accept(
                                new Piece.GroupByTime(Rule.span(at, unit + 1, 1.06), found, Optional.of(event))));
            }
        }
    }

    /** "by region and month", "per month and region": the second of two. */
    private static void joined(Chart chart, int at, Consumer<Piece> pieces) {
        int joint = chart.skip(at, Set.of(",", "and"));
        boolean behind = IntStream.range(Math.max(0, at - 5), at).anyMatch(start -> chart.after(start, BY) > 0);
        if (joint == at || !behind) {
            return;
        }
        unitNamed(UNITS, chart, joint)
                .ifPresent(unit ->
                        pieces.accept(new Piece.GroupByTime(Rule.span(at, joint + 1, 1.02), unit, Optional.empty())));
        boolean time = unitNamed(UNITS, chart, at - 1).isPresent();
        for (Found<Piece.Target> target : time ? groupTargets(chart, joint) : List.<Found<Piece.Target>>of()) {
            pieces.accept(new Piece.Group(
                    Rule.span(at, target.end(), target.quality()), List.of(target.value()), Piece.Group.Manner.BY));
        }
    }

    private static void addUnit(Chart chart, int at, int noun, TimeUnit unit, Consumer<Piece> pieces) {
        pieces.accept(new Piece.GroupByTime(Rule.span(at, noun + 1, 1.02), unit, Optional.empty()));
        int column = chart.skip(noun + 1, Set.of("of", "the", "they", "were"));
        for (Found<Mention.OfColumn> found : Targets.columns(chart, column)) {
            pieces.accept(new Piece.GroupByTime(
                    Rule.span(at, found.end(), found.quality()), unit, Optional.of(found.value())));
        }
    }

    private static Optional<TimeUnit> unitNamed(Map<String, TimeUnit> units, Chart chart, int at) {
        return at < chart.size() && !chart.token(at).quoted()
                ? Optional.ofNullable(units.get(chart.token(at).word()))
                : Optional.empty();
    }

    /** "sorted by price" is an order, "checked by a vet" says who did it. */
    private static boolean isNoGroup(Chart chart, int at, int after) {
        return chart.is(at, "by")
                && (SortRules.sortsBy(chart, at - 1)
                        || chart.is(at - 1, "order", "sort")
                        || chart.is(after, "a", "an"));
    }
}
