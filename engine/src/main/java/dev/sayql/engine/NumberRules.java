package dev.sayql.engine;

import dev.sayql.sql.TableName;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What narrows the rows by a number: comparisons, ranges, prices, and counts of other rows. */
final class NumberRules {
    static final Set<String> COPULAS = Set.of(
            "is", "are", "was", "were", "of", "that", "which", "who", "has", "have", "had", "being", "be", "a", "an",
            "the", "with", "costing");

    private static final List<String> ORDINALS =
            List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth");

    // spotless:off
    private static final Set<String> LEADS = Set.of(
            "with", "that", "are", "is", "was", "were", "of", "cost", "worth", "valued", "a", "which", "costing",
            "costs", "totaling", "totalling");
    private static final Set<String> BEFORE_COUNTS = Set.of(
            "with", "have", "has", "had", "having", "that", "who", "which", "placed", "made", "received", "written",
            "wrote", "left", "got", "been", "were", "was", "are", "is", "whose", "on", "in");
    private static final String[] INTRODUCING_COUNTS = {
        "with", "have", "has", "had", "having", "placed", "made", "received", "wrote", "written", "left", "got", "on",
        "in"
    };
    // spotless:on

    private NumberRules() {}

    static void numbers(Chart chart, int at, Consumer<Piece> pieces) {
        ofColumns(chart, at, pieces);
        addComparisons(chart, at, chart.skip(at, LEADS), Optional.empty(), 1, pieces);
        costs(chart, at, pieces);
        starred(chart, at, pieces);
        ordinals(chart, at, pieces);
        comparativeAdjective(chart, at, pieces);
        counted(chart, at, pieces);
    }

    /** "price over 100", "rating of 5", "priced between 10 and 20". */
    private static void ofColumns(Chart chart, int at, Consumer<Piece> pieces) {
        for (Found<Piece.Target> target : Targets.at(
                chart,
                chart.skip(at, Set.of("with", "whose", "where", "a", "an", "the", "has", "have", "had", "having")))) {
            if (isComparable(target.value())) {
                int next = chart.skip(target.end(), COPULAS);
                addComparisons(chart, at, next, Optional.of(target.value()), target.quality(), pieces);
                chart.number(next)
                        .filter(number -> !isCounted(chart, number))
                        .ifPresent(number -> pieces.accept(compare(
                                Rule.span(at, number.end(), 0.98 * target.quality()),
                                Optional.of(target.value()),
                                Operator.EQUAL,
                                number)));
            }
        }
    }

    private static void addComparisons(
            Chart chart, int start, int at, Optional<Piece.Target> target, double quality, Consumer<Piece> pieces) {
        Comparators.withNumber(chart, at).ifPresent(found -> {
            Mention.OfNumber number = found.value().number();
            // Without a noun only amounts are meant: nobody says "fewer" of money, or a number of pieces.
            boolean countable = !chart.tables(found.end()).isEmpty()
                    || chart.values(found.end()).stream()
                            .anyMatch(value -> !chart.tables(value.end()).isEmpty())
                    || chart.is(found.end(), "units", "unit", "pieces", "items", "left", "people")
                    || chart.is(at, "fewer");
            if (target.isPresent() || !countable) {
                pieces.accept(compare(
                        Rule.span(start, found.end(), (target.isPresent() ? 1.03 : 0.9) * Math.min(1.03, quality)),
                        target,
                        found.value().operator(),
                        number));
            }
            if (target.isEmpty()) {
                int noun = chart.skip(
                        found.end(),
                        Set.of("in", "of", "for", "the", "a", "units", "unit", "pieces", "left", "remaining"));
                for (Found<Mention.OfColumn> column : Targets.columns(chart, noun)) {
                    pieces.accept(compare(
                            Rule.span(start, column.end(), 1.02 * column.quality()),
                            Optional.of(new Piece.Target.OfColumn(column.value())),
                            found.value().operator(),
                            number));
                }
                for (Mention.OfMetric metric : chart.metrics(noun)) {
                    pieces.accept(compare(
                            Rule.span(start, metric.end(), 1.03),
                            Optional.of(new Piece.Target.OfMetric(metric)),
                            found.value().operator(),
                            number));
                }
            }
        });
        between(chart, start, at, target, quality, pieces);
    }

    private static boolean isCounted(Chart chart, Mention.OfNumber number) {
        return !chart.tables(number.end()).isEmpty();
    }

    private static void between(
            Chart chart, int start, int at, Optional<Piece.Target> target, double quality, Consumer<Piece> pieces) {
        int low = chart.after(at, "between", "from", "in the range of", "ranging from");
        Optional<Mention.OfNumber> first = low > 0 ? chart.number(low) : Optional.empty();
        if (first.isEmpty()) {
            return;
        }
        int joint = chart.after(first.get().end(), "and", "to");
        Optional<Mention.OfNumber> second = joint > 0 ? chart.number(joint) : Optional.empty();
        if (target.isEmpty()
                && second.filter(number -> isCounted(chart, number)).isPresent()) {
            return;
        }
        second.ifPresent(upper -> pieces.accept(new Piece.Compare(
                Rule.span(start, upper.end(), (target.isPresent() ? 1.04 : 0.85) * Math.min(1, quality)),
                target,
                Operator.GREATER_OR_EQUAL,
                first.get().value(),
                Optional.of(upper.value()),
                unit(upper))));
    }

    static boolean isComparable(Piece.Target target) {
        return !(target instanceof Piece.Target.OfTable) && !(target instanceof Piece.Target.OfAdjective);
    }

    private static Piece.Compare compare(
            Piece.Span span, Optional<Piece.Target> target, Operator operator, Mention.OfNumber number) {
        return new Piece.Compare(span, target, operator, number.value(), Optional.empty(), unit(number));
    }

    private static Piece.Unit unit(Mention.OfNumber number) {
        return number.money() ? Piece.Unit.MONEY : number.percent() ? Piece.Unit.PERCENT : Piece.Unit.NONE;
    }

    /** "that cost more than 100", "costs 5 dollars": the verb speaks of prices. */
    private static void costs(Chart chart, int at, Consumer<Piece> pieces) {
        int verb = chart.skip(at, Set.of("that", "which", "they"));
        boolean noun = verb > 0
                && chart.is(
                        verb - 1,
                        "the",
                        "a",
                        "with",
                        "whose",
                        "their",
                        "its",
                        "unit",
                        "average",
                        "total",
                        "shipping",
                        "of");
        if (noun || !chart.is(verb, "cost", "costs", "costing", "priced")) {
            return;
        }
        Optional<Piece.Target> price = English.superlative("most expensive").map(Piece.Target.OfAdjective::new);
        if (verb == chart.size() - 1 && chart.after(0, "how much does", "how much do", "how much did") > 0) {
            price.ifPresent(
                    target -> pieces.accept(new Piece.Pick(Rule.span(at, verb + 1, 1.06), target, false, false)));
        }
        addComparisons(chart, at, verb + 1, price, 1.06, pieces);
        chart.number(verb + 1)
                .ifPresent(number ->
                        pieces.accept(compare(Rule.span(at, number.end(), 1.03), price, Operator.EQUAL, number)));
    }

    /** "on the third floor": a number that says which. */
    private static void ordinals(Chart chart, int at, Consumer<Piece> pieces) {
        int ordinal = chart.skip(at, Set.of("on", "in", "the", "at"));
        int rank =
                ordinal < chart.size() ? ORDINALS.indexOf(chart.token(ordinal).word()) : -1;
        for (Found<Mention.OfColumn> column :
                rank < 0 ? List.<Found<Mention.OfColumn>>of() : Targets.columns(chart, ordinal + 1)) {
            if (column.quality() > 0.9
                    && chart.column(column.value().options().getFirst().meaning())
                            .filter(found -> found.dataType().isNumber())
                            .isPresent()) {
                pieces.accept(new Piece.Compare(
                        Rule.span(at, column.end(), 1.03),
                        Optional.of(new Piece.Target.OfColumn(column.value())),
                        Operator.EQUAL,
                        BigDecimal.valueOf(rank + 1L),
                        Optional.empty(),
                        Piece.Unit.NONE));
            }
        }
    }

    /** "5 stars", "a 1 star review": a number and the whole name of a column. */
    private static void starred(Chart chart, int at, Consumer<Piece> pieces) {
        int first = chart.skip(at, Set.of("with", "a", "an", "have", "has", "had", "got", "of", "that", "exactly"));
        chart.number(first).ifPresent(number -> {
            for (Found<Mention.OfColumn> column : Targets.columns(chart, number.end())) {
                if (column.quality() > 0.9) {
                    pieces.accept(compare(
                            Rule.span(at, column.end(), 1.03),
                            Optional.of(new Piece.Target.OfColumn(column.value())),
                            Operator.EQUAL,
                            number));
                }
            }
        });
    }

    /** "older than 30", "more expensive than 100". */
    private static void comparativeAdjective(Chart chart, int at, Consumer<Piece> pieces) {
        int word = chart.skip(at, Set.of("that", "are", "is", "who", "which", "were"));
        for (int length = 1; length <= 2; length++) {
            int than = word + length;
            if (!chart.is(than, "than")) {
                continue;
            }
            Optional<English.Adjective> adjective =
                    English.comparative(chart.text(word, than).toLowerCase(Locale.ROOT));
            Optional<Mention.OfNumber> number = chart.number(than + 1);
            if (adjective.isPresent() && number.isPresent()) {
                measured(chart, at, adjective.get(), number.get(), pieces);
            }
            if (adjective.isPresent()
                    && number.isPresent()
                    && !adjective.get().nouns().isEmpty()) {
                pieces.accept(compare(
                        Rule.span(at, number.get().end(), 1.05),
                        Optional.of(new Piece.Target.OfAdjective(adjective.get())),
                        adjective.get().ascending() ? Operator.LESS : Operator.GREATER,
                        number.get()));
            }
        }
    }

    /** "longer than 7 days", where a column holds days. */
    private static void measured(
            Chart chart, int at, English.Adjective adjective, Mention.OfNumber number, Consumer<Piece> pieces) {
        for (Found<Mention.OfColumn> column : Targets.columns(chart, number.end())) {
            if (column.quality() > 0.8 && chart.grades(adjective, column.value())) {
                pieces.accept(compare(
                        Rule.span(at, column.end(), 1.06),
                        Optional.of(new Piece.Target.OfColumn(column.value())),
                        adjective.ascending() ? Operator.LESS : Operator.GREATER,
                        number));
            }
        }
    }

    /** "more than three orders", "at least one review", "with 2 orders", "only one payment". */
    private static void counted(Chart chart, int at, Consumer<Piece> pieces) {
        int next = chart.skip(at, BEFORE_COUNTS);
        Comparators.withNumber(chart, next)
                .ifPresent(found -> addCounted(
                        chart,
                        at,
                        found.end(),
                        found.value().operator(),
                        found.value().number(),
                        pieces));
        boolean introduced = chart.is(next - 1, INTRODUCING_COUNTS);
        if (next > at && introduced) {
            int number = chart.after(next, "only", "just") > 0 ? next + 1 : next;
            chart.number(number).ifPresent(found -> addCounted(chart, at, found.end(), Operator.EQUAL, found, pieces));
        }
        often(chart, at, next, pieces);
    }

    /** "ordered more than twice", "reviewed at least 3 times". */
    private static void often(Chart chart, int at, int next, Consumer<Piece> pieces) {
        for (Mention.OfTable table : chart.tables(next)) {
            Comparators.withNumber(chart, table.end()).ifPresent(found -> {
                boolean times = chart.is(found.end(), "times", "time");
                boolean adverb = chart.is(found.end() - 1, "once", "twice");
                if (times || adverb) {
                    pieces.accept(new Piece.CompareCount(
                            Rule.span(at, times ? found.end() + 1 : found.end(), 1.03),
                            table,
                            found.value().operator(),
                            found.value().number().value()));
                }
            });
        }
    }

    /** "made more than 25 times", "used at least twice". */
    static void times(Chart chart, int at, Consumer<Piece> pieces) {
        int next = chart.skip(at, Set.of("that", "which", "who", "were", "was", "have", "been", "has"));
        for (Mention.OfColumn deed : chart.columns(next)) {
            if (chart.isVerb(deed)) {
                deedTimes(chart, at, deed, pieces);
            }
        }
        done(chart, at, next, pieces);
        boolean verb = next < chart.size()
                && English.LINKING_STEMS.contains(chart.token(next).stem());
        Comparators.withNumber(chart, verb ? next + 1 : next).ifPresent(found -> {
            boolean named = chart.is(found.end(), "times");
            if (named || chart.is(found.end() - 1, "once", "twice")) {
                pieces.accept(new Piece.CompareTimes(
                        Rule.span(at, named ? found.end() + 1 : found.end(), 0.95),
                        found.value().operator(),
                        found.value().number().value()));
            }
        });
    }

    /** "renewed at least once" beside {@code renewal_count}. */
    private static void done(Chart chart, int at, int next, Consumer<Piece> pieces) {
        boolean never = chart.is(next, "never", "not");
        int verb = never ? next + 1 : next;
        if (verb >= chart.size() || !Stem.isPast(chart.token(verb).word())) {
            return;
        }
        chart.countOf(chart.token(verb).stem(), verb).ifPresent(column -> {
            Optional<Piece.Target> target = Optional.of(new Piece.Target.OfColumn(column));
            Comparators.withNumber(chart, verb + 1)
                    .ifPresent(found -> pieces.accept(compare(
                            Rule.span(at, chart.is(found.end(), "times", "time") ? found.end() + 1 : found.end(), 1.03),
                            target,
                            found.value().operator(),
                            found.value().number())));
            chart.number(verb + 1)
                    .filter(number -> chart.is(number.end(), "times", "time") || chart.is(verb + 1, "once", "twice"))
                    .ifPresent(number -> pieces.accept(compare(
                            Rule.span(
                                    at,
                                    chart.is(number.end(), "times", "time") ? number.end() + 1 : number.end(),
                                    1.02),
                            target,
                            Operator.EQUAL,
                            number)));
            if (never) {
                pieces.accept(new Piece.Compare(
                        Rule.span(at, verb + 1, 1.02),
                        target,
                        Operator.EQUAL,
                        BigDecimal.ZERO,
                        Optional.empty(),
                        Piece.Unit.NONE));
            }
        });
    }

    /** "checked in more than 25 times", where "check in" was taught for a date. */
    private static void deedTimes(Chart chart, int at, Mention.OfColumn deed, Consumer<Piece> pieces) {
        TableName done = deed.options().getFirst().meaning().table();
        Comparators.withNumber(chart, deed.end())
                .filter(found -> chart.is(found.end(), "times", "time"))
                .ifPresent(found -> pieces.accept(new Piece.CompareCount(
                        Rule.span(at, found.end() + 1, 1.02),
                        new Mention.OfTable(deed.start(), deed.end(), List.of(new Mention.Option<>(done, 1)), true),
                        found.value().operator(),
                        found.value().number().value())));
    }

    private static void addCounted(
            Chart chart, int start, int noun, Operator operator, Mention.OfNumber number, Consumer<Piece> pieces) {
        if (number.money() || number.percent()) {
            return;
        }
        int inner = chart.skip(noun, Set.of("of", "the", "different", "distinct", "their"));
        for (Mention.OfTable table : chart.tables(inner)) {
            pieces.accept(new Piece.CompareCount(
                    Rule.span(start, table.end(), 1.04 * table.score()), table, operator, number.value()));
        }
    }
}
