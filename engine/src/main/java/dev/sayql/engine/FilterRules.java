package dev.sayql.engine;

import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.Values;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What narrows the rows: values, numbers, dates, flags, text. */
final class FilterRules {
    private static final Set<String> JOINTS = Set.of(
            "is", "are", "was", "were", "of", "that", "which", "=", "being", "be", "the", "a", "an", "as", "to", "in",
            "has", "have", "had", "equals", "equal", "named", "called", "from");
    private static final Set<String> COPULAS = Set.of(
            "is", "are", "was", "were", "of", "that", "which", "who", "has", "have", "had", "being", "be", "a", "an",
            "the", "with", "costing");

    private FilterRules() {}

    static void values(Chart chart, int at, Consumer<Piece> pieces) {
        int bare = negation(chart, at);
        boolean negated = bare > at;
        addValues(
                chart,
                at,
                negated ? chart.skip(bare, Set.of("the", "any", "all")) : bare,
                Optional.empty(),
                negated,
                pieces);
        for (Found<Mention.OfColumn> column : Targets.columns(
                chart,
                chart.skip(bare, Set.of("with", "whose", "where", "the", "in", "has", "have", "by", "of", "a")))) {
            int next = chart.skip(column.end(), JOINTS);
            int inner = negation(chart, next);
            addValues(
                    chart, at, chart.skip(inner, JOINTS), Optional.of(column.value()), negated || inner > next, pieces);
        }
    }

    /** The token after "not", "except", "other than" and the like; the same token when there is none. */
    private static int negation(Chart chart, int at) {
        int end = chart.after(
                at,
                "that are not in the",
                "that are not in",
                "that are not from",
                "who are not from",
                "that is not",
                "that are not",
                "that were not",
                "which are not",
                "who are not",
                "were not",
                "are not",
                "is not",
                "was not",
                "not in the",
                "not in",
                "not from",
                "not by",
                "not with",
                "not",
                "except for",
                "except",
                "excluding",
                "other than",
                "but not",
                "outside of",
                "outside the",
                "outside",
                "apart from",
                "ignoring",
                "non",
                "is anything but",
                "have not been",
                "has not been",
                "without",
                "did not",
                "do not");
        return end > 0 ? end : at;
    }

    private static void addValues(
            Chart chart,
            int start,
            int at,
            Optional<Mention.OfColumn> column,
            boolean negated,
            Consumer<Piece> pieces) {
        for (Mention.OfValue first : chart.values(at)) {
            restricted(first, column).ifPresent(value -> {
                List<Mention.OfValue> all = new ArrayList<>(List.of(value));
                emit(chart, start, all, column, negated, pieces);
                int joint = joint(chart, value.end());
                while (joint > 0) {
                    Optional<Mention.OfValue> next = sameColumn(chart, joint, all, column);
                    if (next.isEmpty()) {
                        break;
                    }
                    all.add(next.get());
                    emit(chart, start, all, column, negated, pieces);
                    joint = joint(chart, next.get().end());
                }
            });
        }
    }

    private static int joint(Chart chart, int at) {
        int end = chart.after(at, ", or", ", and", "or", "and", ",", "nor");
        return end > 0 ? chart.skip(end, Set.of("the", "in", "from", "by", "to")) : -1;
    }

    private static Optional<Mention.OfValue> restricted(Mention.OfValue value, Optional<Mention.OfColumn> column) {
        if (column.isEmpty()) {
            return Optional.of(value);
        }
        Set<ColumnName> wanted = new HashSet<>();
        column.get().options().forEach(option -> wanted.add(option.meaning()));
        List<Values.Hit> hits = value.hits().stream()
                .filter(hit -> wanted.contains(hit.column()))
                .toList();
        return hits.isEmpty()
                ? Optional.empty()
                : Optional.of(new Mention.OfValue(value.start(), value.end(), hits, value.score()));
    }

    private static Optional<Mention.OfValue> sameColumn(
            Chart chart, int at, List<Mention.OfValue> before, Optional<Mention.OfColumn> column) {
        Set<ColumnName> columns = new HashSet<>();
        before.getFirst().hits().forEach(hit -> columns.add(hit.column()));
        for (Mention.OfValue next : chart.values(at)) {
            List<Values.Hit> hits = next.hits().stream()
                    .filter(hit -> columns.contains(hit.column()))
                    .toList();
            if (!hits.isEmpty()) {
                return restricted(new Mention.OfValue(next.start(), next.end(), hits, next.score()), column);
            }
        }
        return Optional.empty();
    }

    private static void emit(
            Chart chart,
            int start,
            List<Mention.OfValue> values,
            Optional<Mention.OfColumn> column,
            boolean negated,
            Consumer<Piece> pieces) {
        int end = chart.is(values.getLast().end(), "ones", "one")
                ? values.getLast().end() + 1
                : values.getLast().end();
        double quality =
                values.stream().mapToDouble(Mention.OfValue::score).min().orElse(1);
        double bonus = column.isPresent() ? 1.04 : 1.01;
        pieces.accept(new Piece.HasValue(Rule.span(start, end, bonus * quality), List.copyOf(values), column, negated));
        // "cancelled status", "paypal payment method": the column's name behind.
        if (column.isEmpty()) {
            for (Found<Mention.OfColumn> behind : Targets.columns(chart, end)) {
                List<Mention.OfValue> kept = new ArrayList<>();
                values.forEach(
                        value -> restricted(value, Optional.of(behind.value())).ifPresent(kept::add));
                if (kept.size() == values.size()) {
                    pieces.accept(new Piece.HasValue(
                            Rule.span(start, behind.end(), 1.03 * quality * Math.min(1, behind.quality() + 0.1)),
                            List.copyOf(kept),
                            Optional.of(behind.value()),
                            negated));
                }
            }
        }
    }

    /** Columns behind "with", "whose" and the like may carry their table's name; others would swallow the noun before. */
    private static List<Found<Mention.OfColumn>> introduced(Chart chart, int at, int lead) {
        return Targets.columns(chart, lead).stream()
                .filter(column -> lead > at
                        || column.value().end() - lead
                                <= chart.columns(lead).stream()
                                                .mapToInt(plain -> plain.end() - lead)
                                                .max()
                                                .orElse(0)
                                        + 1)
                .filter(column -> lead > at || chart.tables(lead).isEmpty())
                .toList();
    }

    static void flags(Chart chart, int at, Consumer<Piece> pieces) {
        int bare = negation(chart, at);
        for (Mention.OfFlag flag : chart.flags(chart.skip(bare, Set.of("longer", "currently", "yet")))) {
            pieces.accept(new Piece.Flag(Rule.span(at, flag.end(), 1.03), flag, bare > at));
        }
    }

    /** "in stock", where the team said what that is; "not in stock" is its opposite. */
    static void taught(Chart chart, int at, Consumer<Piece> pieces) {
        int bare = negation(chart, at);
        int noun = chart.skip(bare, Set.of("that", "are", "is", "which", "were", "was", "with"));
        for (Mention.OfComparison taught : chart.comparisons(noun)) {
            Mention.OfColumn column =
                    new Mention.OfColumn(noun, taught.end(), List.of(new Mention.Option<>(taught.column(), 1)));
            Operator operator = bare > at ? taught.operator().negated() : taught.operator();
            pieces.accept(new Piece.Compare(
                    Rule.span(at, taught.end(), 1.05),
                    Optional.of(new Piece.Target.OfColumn(column)),
                    operator,
                    taught.number(),
                    Optional.empty(),
                    Piece.Unit.NONE));
        }
    }

    private static Piece.Unit unit(Mention.OfNumber number) {
        return number.money() ? Piece.Unit.MONEY : number.percent() ? Piece.Unit.PERCENT : Piece.Unit.NONE;
    }

    static void numbers(Chart chart, int at, Consumer<Piece> pieces) {
        // "price over 100", "rating of 5", "priced between 10 and 20"
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
        addComparisons(
                chart,
                at,
                chart.skip(
                        at,
                        Set.of(
                                "with",
                                "that",
                                "are",
                                "is",
                                "was",
                                "were",
                                "of",
                                "cost",
                                "worth",
                                "valued",
                                "a",
                                "which",
                                "costing",
                                "costs",
                                "totaling",
                                "totalling")),
                Optional.empty(),
                1,
                pieces);
        costs(chart, at, pieces);
        starred(chart, at, pieces);
        comparativeAdjective(chart, at, pieces);
        counted(chart, at, pieces);
    }

    private static boolean isCounted(Chart chart, Mention.OfNumber number) {
        return !chart.tables(number.end()).isEmpty();
    }

    private static void addComparisons(
            Chart chart, int start, int at, Optional<Piece.Target> target, double quality, Consumer<Piece> pieces) {
        Comparators.withNumber(chart, at).ifPresent(found -> {
            Mention.OfNumber number = found.value().number();
            pieces.accept(compare(
                    Rule.span(start, found.end(), (target.isPresent() ? 1.03 : 0.9) * Math.min(1.03, quality)),
                    target,
                    found.value().operator(),
                    number));
            if (target.isEmpty()) {
                int noun = chart.skip(found.end(), Set.of("in", "of", "for", "the", "a", "units", "unit", "pieces"));
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

    private static void between(
            Chart chart, int start, int at, Optional<Piece.Target> target, double quality, Consumer<Piece> pieces) {
        int low = chart.after(at, "between", "from", "in the range of", "ranging from");
        Optional<Mention.OfNumber> first = low > 0 ? chart.number(low) : Optional.empty();
        if (first.isEmpty()) {
            return;
        }
        int joint = chart.after(first.get().end(), "and", "to");
        Optional<Mention.OfNumber> second = joint > 0 ? chart.number(joint) : Optional.empty();
        second.ifPresent(upper -> pieces.accept(new Piece.Compare(
                Rule.span(start, upper.end(), (target.isPresent() ? 1.04 : 0.85) * Math.min(1, quality)),
                target,
                Operator.GREATER_OR_EQUAL,
                first.get().value(),
                Optional.of(upper.value()),
                unit(upper))));
    }

    private static boolean isComparable(Piece.Target target) {
        return !(target instanceof Piece.Target.OfTable) && !(target instanceof Piece.Target.OfAdjective);
    }

    private static Piece.Compare compare(
            Piece.Span span, Optional<Piece.Target> target, Operator operator, Mention.OfNumber number) {
        return new Piece.Compare(span, target, operator, number.value(), Optional.empty(), unit(number));
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

    /** "5 stars", "a 1 star review": a number and the whole name of a column. */
    private static void starred(Chart chart, int at, Consumer<Piece> pieces) {
        int first =
                chart.skip(at, Set.of("with", "a", "an", "have", "has", "had", "got", "of", "that", "only", "exactly"));
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

    /** "more than three orders", "at least one review", "with 2 orders", "only one payment". */
    private static void counted(Chart chart, int at, Consumer<Piece> pieces) {
        Set<String> lead = Set.of(
                "with",
                "have",
                "has",
                "had",
                "having",
                "that",
                "who",
                "which",
                "placed",
                "made",
                "received",
                "written",
                "wrote",
                "left",
                "got",
                "been",
                "were",
                "was",
                "are",
                "is",
                "whose",
                "on",
                "in");
        int next = chart.skip(at, lead);
        Comparators.withNumber(chart, next)
                .ifPresent(found -> addCounted(
                        chart,
                        at,
                        found.end(),
                        found.value().operator(),
                        found.value().number(),
                        pieces));
        boolean introduced = chart.is(
                next - 1,
                "with",
                "have",
                "has",
                "had",
                "having",
                "placed",
                "made",
                "received",
                "wrote",
                "written",
                "left",
                "got",
                "on",
                "in");
        if (next > at && introduced) {
            int number = chart.after(next, "only", "just") > 0 ? next + 1 : next;
            chart.number(number).ifPresent(found -> addCounted(chart, at, found.end(), Operator.EQUAL, found, pieces));
        }
        // "ordered more than twice", "reviewed at least 3 times"
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

    /** "price above the average", "above average price", "orders above the average". */
    static void averages(Chart chart, int at, Consumer<Piece> pieces) {
        addAverage(chart, at, at, Optional.empty(), pieces);
        for (Found<Piece.Target> target :
                Targets.at(chart, chart.skip(at, Set.of("with", "whose", "a", "an", "the", "has", "have")))) {
            if (isComparable(target.value())) {
                addAverage(chart, at, chart.skip(target.end(), COPULAS), Optional.of(target.value()), pieces);
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
                : chart.skip(at, Set.of("with", "that", "are", "is", "a", "an", "which", "cost", "costing"));
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
                if (isComparable(target.value())) {
                    pieces.accept(new Piece.CompareToAverage(
                            Rule.span(start, target.end(), 1.05 * Math.min(1, target.quality())),
                            Optional.of(before.orElse(target.value())),
                            operator.value()));
                }
            }
        });
    }

    static void dates(Chart chart, int at, Consumer<Piece> pieces) {
        chart.dates(at)
                .ifPresent(found -> pieces.accept(
                        new Piece.During(Rule.span(at, found.end(), 1.05), found.range(), Optional.empty())));
        int lead = chart.skip(at, Set.of("with", "whose", "an", "a", "the", "that", "were", "was", "have", "who"));
        for (Found<Mention.OfColumn> column : introduced(chart, at, lead)) {
            chart.dates(chart.skip(column.end(), Set.of("is", "are", "was", "were", "date")))
                    .ifPresent(found -> pieces.accept(new Piece.During(
                            Rule.span(at, found.end(), 1.04 * Math.min(1, column.quality() + 0.1)),
                            found.range(),
                            Optional.of(column.value()))));
        }
    }

    /** "containing 'pro'", "starting with A", "name is 'Unknown Inc'". */
    static void texts(Chart chart, int at, Consumer<Piece> pieces) {
        int lead = chart.skip(at, Set.of("with", "whose", "where", "that", "have", "has", "a", "the", "having", "in"));
        for (Found<Mention.OfColumn> column : introduced(chart, at, lead)) {
            int next = chart.skip(column.end(), Set.of("that", "which", "is", "are", "of", "was", "="));
            addText(chart, at, next, column.value(), column.quality(), pieces);
            if (next < chart.size()
                    && chart.token(next).quoted()
                    && chart.values(next).isEmpty()) {
                pieces.accept(new Piece.HasText(
                        Rule.span(at, next + 1, 1.02 * column.quality()),
                        column.value(),
                        TextMatch.EQUALS,
                        chart.token(next).text(),
                        false));
            }
        }
    }

    private static void addText(
            Chart chart, int start, int at, Mention.OfColumn column, double quality, Consumer<Piece> pieces) {
        int bare = chart.after(at, "does not", "do not", "not");
        int verb = bare > 0 ? bare : at;
        int contains = chart.after(
                verb,
                "containing",
                "contains",
                "contain",
                "including",
                "includes",
                "include",
                "with",
                "has",
                "like",
                "mentioning",
                "mentions");
        int starts = chart.after(
                verb, "starting with", "starts with", "start with", "beginning with", "begins with", "begin with");
        int ends = chart.after(verb, "ending with", "ends with", "end with", "ending in", "ends in", "end in");
        int after = Math.max(contains, Math.max(starts, ends));
        int text = after < 0
                ? -1
                : chart.skip(
                        after, Set.of("the", "word", "words", "letter", "text", "string", "a", "substring", "phrase"));
        if (text < 0 || text >= chart.size()) {
            return;
        }
        boolean loose = contains > 0 && chart.is(verb, "with", "has");
        if (loose && !chart.token(text).quoted()) {
            return;
        }
        TextMatch match = starts > 0 ? TextMatch.STARTS_WITH : ends > 0 ? TextMatch.ENDS_WITH : TextMatch.CONTAINS;
        pieces.accept(new Piece.HasText(
                Rule.span(start, text + 1, 1.04 * quality),
                column,
                match,
                chart.token(text).text(),
                bare > 0));
    }
}
