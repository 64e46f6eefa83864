package dev.sayql.engine;

import dev.sayql.core.schema.ColumnName;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether what plays a part in a query plays it in the question too: what the rows are ordered by stands beside "oldest", what is
 * compared with 56 beside "older than 56", what is grouped by behind "for each", what is shown before "whose". For one question
 * by one thread.
 */
final class RoleFeatures {
    private static final Set<String> OR = Set.of("or", "either");
    private static final Set<String> BOTH = Set.of("both", "also");
    private static final Set<String> KEY_WORDS = Set.of("id", "ids", "code", "codes", "identifier", "identifiers");
    private static final Set<String> NAME_WORDS = Set.of("name", "names", "title", "titles");
    private static final Set<String> TIME_WORDS = Set.of("when", "date", "dates", "day", "days", "time", "times");

    private final Linking linking;
    private final Knowledge knowledge;
    private final Chart chart;
    private final int head;
    private final boolean startsWithCount;
    private final List<Linking.Link> askedFor;
    private final int firstTable;

    RoleFeatures(Linking linking, Knowledge knowledge) {
        this.linking = linking;
        this.knowledge = knowledge;
        this.chart = linking.chart();
        this.head = head();
        this.startsWithCount = Cues.nearest(chart, 0, 0, Cues.COUNT) <= 4;
        this.askedFor = linking.linkedColumns().stream()
                .flatMap(column -> linking.of(column).stream())
                .filter(link -> link.score() > 0.9 && link.start() < head)
                .distinct()
                .toList();
        this.firstTable = linking.linkedTables().stream()
                .flatMap(table -> linking.of(table).stream())
                .filter(link -> link.score() > 0.9)
                .mapToInt(Linking.Link::start)
                .min()
                .orElse(Cues.FAR);
    }

    /** The end of what is asked for: before the first word that narrows, groups or orders it. */
    private int head() {
        boolean named = false;
        for (int at = 0; at < chart.size(); at++) {
            String word = chart.token(at).word();
            boolean turns = Cues.RELATIVE.contains(word)
                    || Cues.EACH.contains(word)
                    || Cues.ORDER.contains(word)
                    || Cues.ABOVE.contains(word)
                    || Cues.BELOW.contains(word);
            if (named && turns && !word.equals("of")) {
                return at;
            }
            named |= linking.isNamed(at);
        }
        return chart.size();
    }

    void addTo(FeatureRow row, Query query) {
        QueryParts parts = QueryParts.of(query);
        addOrder(row, query);
        addLimit(row, query);
        addTests(row, parts);
        addTexts(row, parts);
        addGroups(row, query);
        addFolds(row, query, parts);
        addShown(row, query);
        addLogic(row, query, parts);
        addSubject(row, query);
    }

    private void addOrder(FeatureRow row, Query query) {
        boolean extreme = Cues.anywhere(chart, Cues.MOST) || Cues.anywhere(chart, Cues.LEAST);
        if (query.order().isEmpty()) {
            row.unknown(3).add(extreme && !folds(query)).add(Cues.anywhere(chart, Cues.ORDER));
            return;
        }
        Query.Order first = query.order().getFirst();
        List<Linking.Link> links = links(first.expression());
        int most = nearest(links, Cues.MOST);
        int least = nearest(links, Cues.LEAST);
        int cue = Math.min(Math.min(most, least), nearest(links, Cues.ORDER));
        int said = Integer.compare(least, most);
        row.add(first.descending() ? said : -said).add(cue).add(best(links));
        row.add(false).add(!extreme && !Cues.anywhere(chart, Cues.ORDER));
    }

    private static boolean folds(Query query) {
        return query.isFolded() && query.groups().isEmpty();
    }

    /** 1 when as many rows as said are shown, -1 when another number is said. */
    private void addLimit(FeatureRow row, Query query) {
        List<String> few = linking.numbers().stream()
                .filter(number -> Math.min(
                                Cues.nearest(chart, number.start(), number.end(), Cues.MOST),
                                Cues.nearest(chart, number.start(), number.end(), Cues.LEAST))
                        <= 3)
                .map(Linking.Value::text)
                .toList();
        if (query.limit().isEmpty()) {
            row.add(few.isEmpty() ? 0 : -2);
        } else {
            String limit = Integer.toString(query.limit().getAsInt());
            row.add(few.isEmpty() ? (limit.equals("1") ? 0 : -1) : few.contains(limit) ? 1 : -1);
        }
    }

    /** How near numbers stand to what they are compared with, and whether "more" or "less" agrees. */
    private void addTests(FeatureRow row, QueryParts parts) {
        int furthest = 0;
        int unlinked = 0;
        int agreeing = 0;
        int contradicting = 0;
        int placed = 0;
        for (QueryParts.Test test : parts.tests()) {
            List<Linking.Link> links = links(test.tested());
            unlinked += links.isEmpty() ? 1 : 0;
            for (Linking.Value number : linking.numbers()) {
                if (number.text().equals(test.number())) {
                    placed++;
                    furthest =
                            Math.max(furthest, links.isEmpty() ? Cues.FAR : apart(links, number.start(), number.end()));
                    int way = way(number) * way(test.operator());
                    agreeing += way > 0 ? 1 : 0;
                    contradicting += way < 0 ? 1 : 0;
                }
            }
        }
        row.add(placed == 0 ? Double.NaN : furthest).add(unlinked).add(agreeing).add(contradicting);
        row.add(parts.tests().size() - placed);
    }

    /** 1 for "more than" just before the number, -1 for "less than", 0 for neither. */
    private int way(Linking.Value number) {
        int above = Cues.before(chart, number.start(), Cues.ABOVE, 4);
        int below = Cues.before(chart, number.start(), Cues.BELOW, 4);
        return Integer.compare(below, above);
    }

    private static int way(Operator operator) {
        return switch (operator) {
            case GREATER, GREATER_OR_EQUAL -> 1;
            case LESS, LESS_OR_EQUAL -> -1;
            case EQUAL, NOT_EQUAL -> 0;
        };
    }

    /** How near values stand to the names of the columns that hold them. */
    private void addTexts(FeatureRow row, QueryParts parts) {
        int furthest = 0;
        int beside = 0;
        int unnamed = 0;
        double weakest = 1;
        for (QueryParts.Text text : parts.texts()) {
            List<Linking.Link> links = links(text.tested());
            int nearest = Cues.FAR;
            double score = 0;
            for (Linking.Value value : values(text.text())) {
                nearest = Math.min(nearest, apart(links, value.start(), value.end()));
                score = Math.max(score, value.score());
            }
            unnamed += links.isEmpty() ? 1 : 0;
            beside += nearest <= 2 ? 1 : 0;
            furthest = links.isEmpty() ? furthest : Math.max(furthest, nearest);
            weakest = Math.min(weakest, score);
        }
        boolean none = parts.texts().isEmpty();
        row.add(none ? Double.NaN : furthest).add(beside).add(unnamed).add(none ? Double.NaN : weakest);
    }

    private List<Linking.Value> values(String text) {
        return Stream.concat(
                        linking.columnsWithValues().stream().flatMap(column -> linking.valuesOf(column).stream()),
                        linking.texts().stream())
                .filter(value -> value.text().equals(text))
                .toList();
    }

    private void addGroups(FeatureRow row, Query query) {
        int nearest = Cues.FAR;
        int unlinked = 0;
        int hidden = 0;
        for (Expression group : query.groups()) {
            List<Linking.Link> links = links(group);
            unlinked += links.isEmpty() ? 1 : 0;
            hidden += query.outputs().stream()
                            .anyMatch(output -> output.expression().equals(group))
                    ? 0
                    : 1;
            for (Linking.Link link : links) {
                nearest = Math.min(nearest, Cues.before(chart, link.start(), Cues.EACH, 4));
            }
        }
        boolean said = Cues.anywhere(chart, Cues.EACH);
        row.add(query.groups().isEmpty() ? Double.NaN : nearest).add(unlinked).add(hidden);
        row.add(agreement(said, !query.groups().isEmpty()));
    }

    /** Whether "average", "total", "how many" stand before what is folded so, and no other such word is nearer. */
    private void addFolds(FeatureRow row, Query query, QueryParts parts) {
        int furthest = 0;
        int contradicted = 0;
        for (Expression.Fold fold : parts.folds()) {
            List<Linking.Link> links = links(fold);
            int own = before(links, cues(fold));
            furthest = Math.max(furthest, own);
            boolean nearerOther = Stream.of(Cues.COUNT, Cues.SUM, Cues.MEAN)
                    .filter(words -> !words.equals(cues(fold)))
                    .anyMatch(words -> before(links, words) < own);
            contradicted += nearerOther ? 1 : 0;
        }
        row.add(parts.folds().isEmpty() ? Double.NaN : furthest).add(contradicted);
        boolean counts = query.outputs().size() == 1
                && parts.folds().stream().limit(1).anyMatch(fold -> cues(fold).equals(Cues.COUNT));
        row.add(agreement(startsWithCount, counts));
    }

    private static Set<String> cues(Expression.Fold fold) {
        return switch (fold.aggregation()) {
            case COUNT, COUNT_DISTINCT -> Cues.COUNT;
            case SUM -> Cues.SUM;
            case AVERAGE -> Cues.MEAN;
            case MINIMUM -> Cues.LEAST;
            case MAXIMUM -> Cues.MOST;
        };
    }

    private int before(List<Linking.Link> links, Set<String> words) {
        return links.stream()
                .mapToInt(link -> Cues.before(chart, link.start(), words, 5))
                .min()
                .orElse(9);
    }

    private void addShown(FeatureRow row, Query query) {
        List<Expression.Column> shown = query.outputs().stream()
                .map(Query.Output::expression)
                .filter(Expression.Column.class::isInstance)
                .map(Expression.Column.class::cast)
                .toList();
        long inHead = shown.stream().filter(column -> isInHead(links(column))).count();
        long behind = shown.stream()
                .filter(column -> !links(column).isEmpty() && !isInHead(links(column)))
                .count();
        List<Linking.Link> outputs = query.outputs().stream()
                .flatMap(output -> links(output.expression()).stream())
                .toList();
        long missed = askedFor.stream()
                .filter(link -> outputs.stream().noneMatch(own -> own.overlaps(link.start(), link.end())))
                .mapToInt(Linking.Link::start)
                .distinct()
                .count();
        row.add(inHead).add(behind).add(missed);
        boolean keys = shown.stream().anyMatch(column -> knowledge.isKey(name(column)));
        boolean labels = shown.stream()
                .anyMatch(column -> knowledge.label(column.range().table()).contains(column.name()));
        row.add(agreement(isInHead(KEY_WORDS), keys)).add(agreement(isInHead(NAME_WORDS), labels));
        row.add(agreement(
                isInHead(TIME_WORDS),
                shown.stream().anyMatch(column -> column.type().isDate())));
    }

    private static ColumnName name(Expression.Column column) {
        return new ColumnName(column.range().table(), column.name());
    }

    private boolean isInHead(List<Linking.Link> links) {
        return links.stream().anyMatch(link -> link.start() < head);
    }

    private boolean isInHead(Set<String> words) {
        return chart.tokens().stream().limit(head).anyMatch(token -> words.contains(token.word()));
    }

    private void addLogic(FeatureRow row, Query query, QueryParts parts) {
        QueryShape shape = QueryShape.of(query);
        boolean either = shape.has(QueryShape.Part.ALTERNATIVE) || parts.combines(Query.SetOperator.UNION);
        row.add(agreement(Cues.anywhere(chart, OR), either));
        row.add(agreement(Cues.anywhere(chart, BOTH), parts.combines(Query.SetOperator.INTERSECT)));
        row.add(agreement(Cues.anywhere(chart, Cues.NOT), shape.has(QueryShape.Part.NEGATED)));
        boolean distinct = query.distinct() || shape.has(QueryShape.Part.DIFFERENT);
        row.add(agreement(
                Cues.anywhere(chart, Cues.DIFFERENT),
                distinct || !query.groups().isEmpty()));
        int nearest = parts.without().stream()
                .map(linking::of)
                .mapToInt(links -> nearest(links, Cues.NOT))
                .min()
                .orElse(-1);
        row.add(nearest < 0 ? Double.NaN : nearest);
    }

    private void addSubject(FeatureRow row, Query query) {
        List<Linking.Link> links = linking.of(query.subject().table());
        int own = links.stream().mapToInt(Linking.Link::start).min().orElse(Cues.FAR);
        row.add(best(links)).add(own - firstTable);
    }

    /** 1 when both, -1 when it is said and not done, -2 when it is done and not said, 0 when neither. */
    private static int agreement(boolean said, boolean done) {
        return said ? (done ? 1 : -1) : (done ? -2 : 0);
    }

    /** The words that name what an expression is made of. */
    private List<Linking.Link> links(Expression expression) {
        return switch (expression) {
            case Expression.Column column -> linking.of(name(column));
            case Expression.Fold fold ->
                fold.over()
                        .map(this::links)
                        .orElseGet(() -> linking.of(fold.rows().table()));
            case Expression.Bucket(var _, Expression date) -> links(date);
            case Expression.DatePart(var _, Expression date) -> links(date);
            case Expression.Tally tally -> links(tally.fold());
            case Expression.Percentage(Expression.Fold part, var _) -> links(part);
            case Expression.Ratio(Expression.Fold part, var _) -> links(part);
            case Expression.Arithmetic(char _, Expression left, Expression right) ->
                Stream.concat(links(left).stream(), links(right).stream()).toList();
            case Expression.Constant _ -> List.of();
        };
    }

    private int nearest(List<Linking.Link> links, Set<String> words) {
        return links.stream()
                .mapToInt(link -> Cues.nearest(chart, link.start(), link.end(), words))
                .min()
                .orElse(Cues.FAR);
    }

    private static int apart(List<Linking.Link> links, int start, int end) {
        return links.stream()
                .mapToInt(link -> Math.max(0, Math.max(link.start() - end, start - link.end()) + 1))
                .min()
                .orElse(Cues.FAR);
    }

    private static double best(List<Linking.Link> links) {
        return links.stream().mapToDouble(Linking.Link::score).max().orElse(0);
    }
}
