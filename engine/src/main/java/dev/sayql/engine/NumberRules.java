package dev.sayql.engine;

import dev.sayql.core.schema.ColumnName;
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
    // spotless:on

    private NumberRules() {}

    /** "second" and "2nd" are 2; 0 when the word is no place in an order. */
    static int ordinal(String word) {
        return word.matches("\\d{1,2}(st|nd|rd|th)")
                ? Integer.parseInt(word.replaceAll("\\D", ""))
                : 1 + ORDINALS.indexOf(word);
    }

    static void numbers(Chart chart, int at, Consumer<Piece> pieces) {
        identified(chart, at, pieces);
        ofColumns(chart, at, pieces);
        addComparisons(chart, at, chart.skip(at, LEADS), Optional.empty(), 1, pieces);
        costs(chart, at, pieces);
        starred(chart, at, pieces);
        ordinals(chart, at, pieces);
        comparativeAdjective(chart, at, pieces);
        HavingRules.counted(chart, at, pieces);
    }

    /** "order 1005", "issue number 318": the key of a thing named right before. */
    private static void identified(Chart chart, int at, Consumer<Piece> pieces) {
        int noun = chart.is(at - 1, "number", "no", "nr", "id", "#") ? at - 1 : at;
        boolean whole = at > 0
                && chart.token(at).text().matches("\\d{1,12}")
                && !chart.token(at).quoted();
        if (!whole || chart.is(at + 1, "%", "percent", "days", "hours", "minutes", "to", "or")) {
            return;
        }
        for (int start = Math.max(0, noun - 3); start < noun; start++) {
            for (Mention.OfTable table : chart.tables(start)) {
                boolean one = table.end() == noun
                        && !table.link()
                        && table.score() > 0.9
                        && !chart.token(noun - 1).word().endsWith("s")
                        && !chart.is(start - 1, "per", "by", "each", "every", "a", "an");
                Optional<ColumnName> key = one ? chart.numberOf(table.best()) : Optional.empty();
                key.ifPresent(column -> pieces.accept(new Piece.Compare(
                        Rule.span(noun, at + 1, 1.03),
                        Optional.of(new Piece.Target.OfColumn(
                                new Mention.OfColumn(noun, at + 1, List.of(new Mention.Option<>(column, 1))))),
                        Operator.EQUAL,
                        new BigDecimal(chart.token(at).text()),
                        Optional.empty(),
                        Piece.Unit.NONE)));
            }
        }
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
                                Rule.span(
                                        at,
                                        past(chart, Optional.of(target.value()), number.end()),
                                        0.98 * target.quality()),
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
            boolean elsewhere =
                    target.isEmpty() && !UnitRules.measured(chart, number).isEmpty();
            if ((target.isPresent() || !countable) && !elsewhere) {
                pieces.accept(compare(
                        Rule.span(start, found.end(), (target.isPresent() ? 1.03 : 0.9) * Math.min(1.03, quality)),
                        target,
                        found.value().operator(),
                        number));
                boolean pieced =
                        target.filter(Piece.Target.OfMetric.class::isInstance).isPresent()
                                && chart.is(found.end(), "units", "unit", "pieces", "items", "copies", "times");
                int behind = pieced ? found.end() + 1 : past(chart, target, found.end());
                if (behind > found.end()) {
                    pieces.accept(compare(
                            Rule.span(start, behind, 1.03 * Math.min(1.03, quality)),
                            target,
                            found.value().operator(),
                            number));
                }
            }
            if (target.isEmpty()) {
                addNouns(chart, start, found, pieces);
            }
        });
        between(chart, start, at, target, quality, pieces);
    }

    /** Past the noun or unit behind a number: "a capacity of ten students", "a vase life of 18 days". */
    private static int past(Chart chart, Optional<Piece.Target> target, int at) {
        return target.filter(Piece.Target.OfColumn.class::isInstance)
                .map(found -> ((Piece.Target.OfColumn) found).column())
                .filter(column -> column.end() < at && column.exact().options().size() == 1)
                .map(column -> UnitRules.past(chart, column.options().getFirst().meaning(), at))
                .orElse(at);
    }

    /** "more than 20 in stock", "over 100 units sold": what is compared stands behind. */
    private static void addNouns(Chart chart, int start, Found<Comparators.Comparison> found, Consumer<Piece> pieces) {
        int noun = chart.skip(
                found.end(), Set.of("in", "of", "for", "the", "units", "unit", "pieces", "left", "remaining"));
        for (Found<Mention.OfColumn> column : Targets.columns(chart, noun)) {
            pieces.accept(compare(
                    Rule.span(start, column.end(), 1.02 * column.quality()),
                    Optional.of(new Piece.Target.OfColumn(column.value())),
                    found.value().operator(),
                    found.value().number()));
        }
        for (Mention.OfMetric metric : chart.metrics(noun)) {
            pieces.accept(compare(
                    Rule.span(start, metric.end(), 1.03),
                    Optional.of(new Piece.Target.OfMetric(metric)),
                    found.value().operator(),
                    found.value().number()));
        }
    }

    private static boolean isCounted(Chart chart, Mention.OfNumber number) {
        return !chart.tables(number.end()).isEmpty();
    }

    private static void between(
            Chart chart, int start, int at, Optional<Piece.Target> target, double quality, Consumer<Piece> pieces) {
        int low = chart.after(at, "between", "from", "in the range of", "ranging from");
        Optional<Mention.OfNumber> first = low > 0 ? chart.number(low) : Optional.empty();
        int joint = first.map(lower -> chart.after(lower.end(), "and", "to")).orElse(-1);
        Optional<Mention.OfNumber> second = joint > 0 ? chart.number(joint) : Optional.empty();
        if (second.isEmpty() || (target.isEmpty() && isCounted(chart, second.get()))) {
            return;
        }
        Mention.OfNumber lower = first.orElseThrow();
        Mention.OfNumber upper = second.get();
        if (target.isEmpty()) {
            betweenOf(chart, start, lower, upper, pieces);
        }
        int past = past(chart, target, upper.end());
        if (past > upper.end()) {
            pieces.accept(
                    range(Rule.span(start, past, 1.04 * Math.min(1, quality)), target, lower, upper, Piece.Unit.NONE));
        }
        pieces.accept(range(
                Rule.span(start, upper.end(), (target.isPresent() ? 1.04 : 0.85) * Math.min(1.03, quality)),
                target,
                lower,
                upper,
                unit(upper)));
    }

    private static Piece.Compare range(
            Piece.Span span,
            Optional<Piece.Target> target,
            Mention.OfNumber lower,
            Mention.OfNumber upper,
            Piece.Unit unit) {
        return new Piece.Compare(
                span, target, Operator.GREATER_OR_EQUAL, lower.value(), Optional.of(upper.value()), unit);
    }

    /** "between 10 and 15 seats", "between 6 and 8 metres long": what is compared stands behind. */
    private static void betweenOf(
            Chart chart, int start, Mention.OfNumber lower, Mention.OfNumber upper, Consumer<Piece> pieces) {
        for (Found<Mention.OfColumn> noun : Targets.columns(chart, upper.end())) {
            if (noun.quality() > 0.9 && chart.isAmount(noun.value())) {
                pieces.accept(range(
                        Rule.span(start, noun.end(), 1.04),
                        Optional.of(new Piece.Target.OfColumn(noun.value())),
                        lower,
                        upper,
                        Piece.Unit.NONE));
            }
        }
        Optional.of(upper)
                .filter(number -> number.time() == Piece.Unit.NONE)
                .flatMap(number -> extent(chart, number.end()))
                .ifPresent(adjective -> pieces.accept(range(
                        Rule.span(
                                start,
                                Math.max(upper.end() + 1, chart.after(upper.end(), "years old", "years of age")),
                                1.04),
                        Optional.of(new Piece.Target.OfAdjective(adjective)),
                        lower,
                        upper,
                        Piece.Unit.NONE)));
    }

    private static Optional<English.Adjective> extent(Chart chart, int at) {
        if (chart.after(at, "years old", "years of age") > 0) {
            return English.superlative("oldest");
        }
        return chart.is(at, "long", "high", "deep", "wide", "tall") && !chart.isNamed(at)
                ? English.superlative(chart.token(at).word() + (chart.is(at, "wide") ? "st" : "est"))
                : Optional.empty();
    }

    static boolean isComparable(Piece.Target target) {
        return !(target instanceof Piece.Target.OfTable) && !(target instanceof Piece.Target.OfAdjective);
    }

    static Piece.Compare compare(
            Piece.Span span, Optional<Piece.Target> target, Operator operator, Mention.OfNumber number) {
        return new Piece.Compare(span, target, operator, number.value(), Optional.empty(), unit(number));
    }

    private static Piece.Unit unit(Mention.OfNumber number) {
        return number.money() ? Piece.Unit.MONEY : number.percent() ? Piece.Unit.PERCENT : number.time();
    }

    /** "that cost more than 100", "costs 5 dollars", "weighs 3 kg": the verb speaks of prices or weights. */
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
        boolean weighs = chart.is(verb, "weigh", "weighs", "weighing", "weighed");
        if (noun || !(weighs || chart.is(verb, "cost", "costs", "costing", "priced"))) {
            return;
        }
        Optional<Piece.Target> price =
                English.verb(Stem.of(weighs ? "weigh" : "cost")).map(Piece.Target.OfAdjective::new);
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
        int first = chart.skip(
                at, Set.of("with", "a", "an", "have", "has", "had", "got", "of", "that", "exactly", "only", "just"));
        chart.number(first).ifPresent(number -> {
            for (Found<Mention.OfColumn> column : Targets.columns(chart, number.end())) {
                boolean counts = chart.column(
                                column.value().options().getFirst().meaning())
                        .filter(found -> found.dataType().isNumber())
                        .isPresent();
                if (column.quality() > 0.9 && counts) {
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
}
