package dev.sayql.engine;

import dev.sayql.core.schema.DataType;
import dev.sayql.core.semantics.Aggregation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What is asked for: columns, tables, counts, aggregates, shares. */
final class SelectionRules {
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
    private static final Set<String> DIFFERENT = Set.of("different", "distinct", "unique");

    private SelectionRules() {}

    static void fillers(Chart chart, int at, Consumer<Piece> pieces) {
        Token token = chart.token(at);
        if (token.quoted()) {
            return;
        }
        boolean opener = English.OPENERS.contains(token.word()) && !(token.is("name") && at > 1);
        if (English.FILLERS.contains(token.word()) || opener) {
            pieces.accept(new Piece.Filler(new Piece.Span(at, at + 1, 0.5), token.is("and") || token.is(",")));
        } else if (token.word().length() > 2 && English.LINKING_STEMS.contains(token.stem())) {
            pieces.accept(new Piece.Filler(new Piece.Span(at, at + 1, 0.3), false));
        }
        int polite = chart.after(
                at,
                "i want to know",
                "i would like to know",
                "i want to see",
                "i would like to see",
                "can you tell me",
                "could you tell me",
                "tell me about",
                "please show me",
                "look up",
                "let me know",
                "we have in total",
                "in total",
                "in the database",
                "of all time",
                "to date",
                "in our database",
                "do we have",
                "in the system",
                "along with",
                "as well as",
                "at all",
                "pull up",
                "let me see",
                "let us see",
                "let me have",
                "a list of",
                "list of",
                "how does",
                "how do",
                "compare",
                "compares",
                "break down",
                "the breakdown of",
                "price list please",
                "came in",
                "come in",
                "still",
                "yet",
                "but",
                "as of now",
                "these days",
                "across all",
                "among all",
                "over all",
                "out of all",
                "and what is",
                "at the moment",
                "right now",
                "so far",
                "on record",
                "do we know");
        if (polite > 0) {
            pieces.accept(new Piece.Filler(Rule.span(at, polite, 0.6), false));
        }
    }

    static void whos(Chart chart, int at, Consumer<Piece> pieces) {
        int end = chart.after(at, "who are the people who", "who are", "who is", "who", "whom");
        int people = chart.after(at, "people", "persons");
        if (people > 0 && chart.tables(at).isEmpty()) {
            pieces.accept(new Piece.Who(Rule.span(at, people, 0.9)));
        }
        if (end > 0 && (at == 0 || (at < 3 && !chart.is(at - 1, "of", "to")))) {
            pieces.accept(new Piece.Who(new Piece.Span(at, end, 0.52 * (end - at))));
        }
        int many = chart.after(
                at,
                "how many",
                "what is the number of",
                "the total number of",
                "the number of",
                "total number of",
                "number of",
                "the count of",
                "count of",
                "count the number of",
                "# of",
                "amount of",
                "count");
        if (many > 0) {
            int noun = chart.skip(many, Set.of("the", "all", "of", "our", "total", "a", "an"));
            pieces.accept(new Piece.Counting(Rule.span(at, noun, 0.7)));
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

    /** "names and emails of all customers", "the name of the customer": how people call the rows of a table. */
    static void names(Chart chart, int at, Consumer<Piece> pieces) {
        int name = chart.after(
                at,
                "the full names",
                "the full name",
                "full names",
                "full name",
                "the names",
                "the name",
                "names",
                "name");
        boolean joined = chart.is(at - 1, "and", "with", ",");
        if (name > 0) {
            int owner = chart.skip(name, Set.of("of", "the", "all", "each", "every", "our", "a"));
            for (Mention.OfTable table : chart.tables(owner)) {
                if (owner > name && chart.hasLongLabel(table.best())) {
                    pieces.accept(
                            new Piece.Pick(Rule.span(at, name, 1.02), new Piece.Target.OfTable(table), false, false));
                    pieces.accept(new Piece.Pick(
                            Rule.span(at, table.end(), joined ? 1.03 : 0.9),
                            new Piece.Target.OfTable(table),
                            false,
                            joined));
                }
            }
            int of = name;
            while (of < chart.size() && !chart.is(of, "of", "for")) {
                of++;
            }
            for (Mention.OfTable table :
                    chart.tables(chart.skip(of, Set.of("of", "for", "the", "all", "each", "every", "our")))) {
                if (of > name && of < name + 8 && chart.hasLongLabel(table.best())) {
                    pieces.accept(
                            new Piece.Pick(Rule.span(at, name, 1.02), new Piece.Target.OfTable(table), false, false));
                }
            }
        }
        for (Mention.OfTable table : chart.tables(at)) {
            if (chart.is(table.end(), "name", "names") && chart.hasLongLabel(table.best())) {
                pieces.accept(new Piece.Pick(
                        Rule.span(at, table.end() + 1, 1.02 * table.score()),
                        new Piece.Target.OfTable(table),
                        false,
                        joined && chart.is(at - 1, "with")));
            }
        }
    }

    /** "new users per month": says nothing beyond the dates, which must be there. */
    static void fresh(Chart chart, int at, Consumer<Piece> pieces) {
        if (chart.is(at, "new") && !chart.tables(at + 1).isEmpty()) {
            pieces.accept(new Piece.Fresh(new Piece.Span(at, at + 1, 0.5)));
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

    static void companions(Chart chart, int at, Consumer<Piece> pieces) {
        int after = chart.after(
                at,
                "including their",
                "including its",
                "plus their",
                "with its",
                "with their",
                "and its",
                "and their",
                "together with their",
                "together with its",
                "along with their",
                "along with its",
                "with his",
                "with her");
        if (after < 0) {
            return;
        }
        boolean parent = chart.is(after, "parent");
        for (Found<Mention.OfColumn> column : Targets.columns(chart, after)) {
            Piece.Span span = Rule.span(at, column.end(), column.quality());
            pieces.accept(new Piece.Pick(span, new Piece.Target.OfColumn(column.value()), false, true));
        }
        for (Mention.OfTable table : chart.tables(parent ? after + 1 : after)) {
            Piece.Target target = parent ? new Piece.Target.OfParent(table) : new Piece.Target.OfTable(table);
            int end = chart.is(table.end(), "name", "names") ? table.end() + 1 : table.end();
            pieces.accept(new Piece.Pick(Rule.span(at, end, table.score()), target, false, true));
        }
        for (Mention.OfTable role : chart.roles(after)) {
            int end = chart.is(role.end(), "name", "names") ? role.end() + 1 : role.end();
            pieces.accept(new Piece.Pick(Rule.span(at, end, 1), new Piece.Target.OfParent(role), false, true));
        }
    }

    /** "every product with price and cost": a bare "with" before columns shows them beside. */
    static void accompaniments(Chart chart, int at, Consumer<Piece> pieces) {
        int after = chart.after(at, "with the", "with");
        if (after > 0 && at > 0) {
            for (Found<Mention.OfColumn> column : Targets.columns(chart, after)) {
                boolean ends = column.end() == chart.size() || chart.is(column.end(), "and", ",", "of", "for");
                if (ends && !isFlag(chart, column.value())) {
                    Piece.Span span = Rule.span(at, column.end(), 0.9 * column.quality());
                    pieces.accept(new Piece.Pick(span, new Piece.Target.OfColumn(column.value()), false, true));
                }
            }
        }
    }

    static void entities(Chart chart, int at, Consumer<Piece> pieces) {
        boolean each = chart.is(at, "each", "every");
        int inner = each ? at + 1 : at;
        for (Mention.OfTable table : chart.tables(inner)) {
            pieces.accept(new Piece.Entity(Rule.span(at, table.end(), table.score()), table, each));
        }
        if (chart.is(at, "different", "distinct", "unique")) {
            for (Mention.OfTable table : chart.tables(at + 1)) {
                pieces.accept(new Piece.Entity(Rule.span(at, table.end(), 0.8 * table.score()), table, false));
            }
        }
    }

    static void picks(Chart chart, int at, Consumer<Piece> pieces) {
        boolean distinct =
                at < chart.size() && DIFFERENT.contains(chart.token(at).word());
        int inner = distinct ? chart.skip(at + 1, Targets.DETERMINERS) : at;
        for (Mention.OfMetric metric : chart.metrics(inner)) {
            pieces.accept(new Piece.Pick(
                    Rule.span(at, metric.end(), 1.05), new Piece.Target.OfMetric(metric), distinct, false));
        }
        boolean which = distinct || chart.is(at - 1, "which", "what");
        for (Found<Mention.OfColumn> column : Targets.columns(chart, inner)) {
            // A participle alone ("the patients registered") asks for nothing; a true-or-false column rather filters.
            boolean participle = (!chart.events(inner).isEmpty() && column.end() == inner + 1 && !asksWhen(chart))
                    || chart.isVerb(column.value())
                    || (isPastParticiple(chart, column.value(), inner) && !asksWhen(chart));
            double weight = isFlag(chart, column.value()) ? 0.6 : 1;
            if (!participle) {
                Piece.Span span = Rule.span(at, column.end(), weight * column.quality());
                pieces.accept(new Piece.Pick(span, new Piece.Target.OfColumn(column.value()), which, false));
            }
        }
        if (chart.is(at, "each") && at + 1 < chart.size()) {
            pieces.accept(new Piece.Filler(new Piece.Span(at, at + 1, 0.1), false));
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

    private static boolean isPastParticiple(Chart chart, Mention.OfColumn column, int at) {
        return column.end() == at + 1
                && chart.token(at).word().endsWith("ed")
                && chart.column(column.options().getFirst().meaning())
                        .filter(found -> found.dataType().isDate())
                        .isPresent();
    }

    private static boolean asksWhen(Chart chart) {
        return chart.is(0, "when")
                && chart.tokens().stream()
                        .noneMatch(token -> Set.of("first", "last", "latest", "earliest", "recent", "newest", "oldest")
                                .contains(token.word()));
    }

    private static boolean isFlag(Chart chart, Mention.OfColumn column) {
        return chart.column(column.options().getFirst().meaning())
                .filter(found -> found.dataType() == DataType.BOOLEAN)
                .isPresent();
    }

    static void counts(Chart chart, int at, Consumer<Piece> pieces) {
        int after = chart.after(
                at,
                "how many total",
                "how many",
                "what is the number of",
                "what is the total number of",
                "the total number of",
                "the number of",
                "total number of",
                "number of",
                "the total count of",
                "the count of",
                "count of",
                "count",
                "total count of",
                "a count of",
                "count the number of");
        if (after < 0) {
            return;
        }
        int inner = chart.skip(after, Set.of("the", "all", "of", "our", "total", "a", "an", "number"));
        boolean distinct =
                inner < chart.size() && DIFFERENT.contains(chart.token(inner).word());
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
            } else if (column.quality() > 0.85 && !isFlag(chart, column.value())) {
                double quality = column.quality() * (distinct ? 1 : 0.8);
                pieces.accept(new Piece.CountColumn(Rule.span(at, column.end(), quality), column.value()));
            }
        }
        for (Mention.OfMetric metric : chart.metrics(noun)) {
            pieces.accept(
                    new Piece.Pick(Rule.span(at, metric.end(), 1.05), new Piece.Target.OfMetric(metric), false, false));
        }
    }

    static void quantities(Chart chart, int at, Consumer<Piece> pieces) {
        int after = chart.after(
                at,
                "how many units of the",
                "how many units of",
                "how many units",
                "how many pieces of",
                "how many",
                "how much money",
                "how much");
        if (after > 0) {
            pieces.accept(new Piece.Quantity(new Piece.Span(at, after, 0.3 * (after - at))));
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
        int noun = chart.skip(next, Set.of("of", "the", "all", "their", "its"));
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
