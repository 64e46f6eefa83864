package dev.sayql.engine;

import dev.sayql.core.semantics.Aggregation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says a query in English, from its representation alone: it can say nothing that the query does not do. */
final class Restatement {
    private Restatement() {}

    static String of(Query query) {
        String text = sentence(query);
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }

    /** A query inside another. */
    private static String within(Query query) {
        return "(" + sentence(query) + ")";
    }

    private static String sentence(Query query) {
        String text = alone(query);
        return query.combined()
                .map(combination -> text
                        + switch (combination.operator()) {
                            case UNION -> "; together with ";
                            case INTERSECT -> "; only what is also among ";
                            case EXCEPT -> "; without ";
                        }
                        + sentence(combination.other()))
                .orElse(text);
    }

    private static String alone(Query query) {
        StringBuilder text = new StringBuilder();
        addShown(query, text);
        addJoins(query, text);
        if (!query.groups().isEmpty()) {
            text.append(" for each ")
                    .append(query.outputs().stream()
                            .map(Query.Output::expression)
                            .filter(expression -> !expression.isFolded())
                            .map(Restatement::words)
                            .collect(Collectors.joining(" and ")));
        }
        List<String> conditions = new ArrayList<>();
        query.where().forEach(condition -> conditions.add(words(condition)));
        query.having()
                .forEach(having -> conditions.add(words(having.fold()) + " "
                        + having.operator().words() + " " + having.number().toPlainString()));
        if (!conditions.isEmpty()) {
            text.append(", where ").append(String.join(" and ", conditions));
        }
        if (!query.order().isEmpty()) {
            text.append(", ordered by ")
                    .append(query.order().stream()
                            .map(order -> words(order.expression())
                                    + (order.descending()
                                            ? " (highest first)"
                                            : isOfSome(query, order)
                                                    ? " (lowest first, only of those that have any)"
                                                    : " (lowest first)"))
                            .collect(Collectors.joining(", ")));
        }
        addCut(query, text);
        return text.toString();
    }

    /** Whether groups that have none of what is measured are missing where the lowest comes first. */
    private static boolean isOfSome(Query query, Query.Order order) {
        return order.expression().isFolded()
                && query.groups().stream()
                        .flatMap(group -> Grouping.ranges(group).stream())
                        .anyMatch(range -> !range.equals(query.subject()));
    }

    private static void addShown(Query query, StringBuilder text) {
        List<Expression> shown = query.outputs().stream()
                .map(Query.Output::expression)
                .filter(expression -> query.groups().isEmpty() || expression.isFolded() || !query.isFolded())
                .toList();
        text.append(
                areOwn(shown, query)
                        ? names(shown)
                        : shown.stream().map(Restatement::words).collect(Collectors.joining(", ")));
        if (!query.isFolded()) {
            text.append(" of ").append(query.distinct() ? "different " : "").append(name(query.subject()));
        }
    }

    /** Whether all that is shown are columns of what the rows stand for, so that this is said once. */
    private static boolean areOwn(List<Expression> shown, Query query) {
        return !query.isFolded()
                && shown.stream()
                        .allMatch(expression -> expression instanceof Expression.Column column
                                && column.range().equals(query.subject()));
    }

    private static String names(List<Expression> columns) {
        List<String> names = columns.stream()
                .map(column -> spaced(((Expression.Column) column).name()))
                .toList();
        int last = names.size() - 1;
        return last < 1 ? names.getFirst() : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    private static void addJoins(Query query, StringBuilder text) {
        Set<String> with = new LinkedHashSet<>();
        query.joins().forEach(step -> with.add(name(step.to())));
        if (!with.isEmpty()) {
            text.append(", each with its ").append(String.join(" and ", with));
        }
    }

    /** Which of the rows are shown. */
    private static void addCut(Query query, StringBuilder text) {
        query.firsts()
                .ifPresent(firsts -> text.append(", only the first ")
                        .append(firsts.count() == 1 ? "one" : firsts.count())
                        .append(" of each ")
                        .append(firsts.of().stream().map(Restatement::words).collect(Collectors.joining(" and "))));
        if (query.skipped() > 0) {
            text.append(", without the first ").append(query.skipped() == 1 ? "one" : query.skipped());
        }
        query.limit().ifPresent(limit -> text.append(", only the first ").append(limit == 1 ? "one" : limit));
    }

    static String words(Expression expression) {
        return switch (expression) {
            case Expression.Column column -> spaced(column.name()) + " of " + name(column.range());
            case Expression.Constant(var value) -> value.toPlainString();
            case Expression.Arithmetic(char operator, Expression left, Expression right) ->
                "(" + words(left) + " " + operator + " " + words(right) + ")";
            case Expression.Bucket(TimeUnit unit, Expression date) -> unit.sql() + " of the " + words(date);
            case Expression.DatePart(TimeUnit unit, Expression date) -> unit.sql() + " of the " + words(date);
            case Expression.Fold fold -> fold(fold);
            case Expression.Percentage(Expression.Fold part, Optional<Expression.Fold> whole) ->
                fold(part) + " in percent of " + whole.map(Restatement::fold).orElse("the total over all groups");
            case Expression.Tally tally -> fold(tally.fold()) + such(tally.only()) + " of each";
            case Expression.Ratio(Expression.Fold part, Expression.Fold each) ->
                fold(part) + " divided by the " + fold(each) + " (only those that have any)";
        };
    }

    private static String fold(Expression.Fold fold) {
        String over = fold.over().map(Restatement::words).orElse(name(fold.rows()));
        String text = switch (fold.aggregation()) {
            case COUNT -> "number of " + over;
            case COUNT_DISTINCT -> "number of different " + over;
            case SUM -> "total of " + over;
            case AVERAGE -> "average " + over;
            case MINIMUM -> "lowest " + over;
            case MAXIMUM -> "highest " + over;
        };
        return fold.only().isEmpty()
                ? text
                : text + " where "
                        + fold.only().stream().map(Restatement::words).collect(Collectors.joining(" and "));
    }

    static String words(Condition condition) {
        return switch (condition) {
            case Condition.Comparison(Expression left, Operator operator, Condition.Literal right) ->
                words(left) + " " + operator.words() + " " + literal(right);
            case Condition.Columns(Expression left, Operator operator, Expression right) ->
                words(left) + " " + operator.words() + " " + words(right);
            case Condition.OneOf(Expression left, List<Condition.Literal> values, boolean negated) ->
                words(left)
                        + (negated ? " is none of " : " is one of ")
                        + values.stream().map(Restatement::literal).collect(Collectors.joining(", "));
            case Condition.Between(Expression left, var low, var high) ->
                words(left) + " is between " + low.toPlainString() + " and " + high.toPlainString();
            case Condition.During(Expression date, DateRange range) -> words(date) + " is " + days(range);
            case Condition.IsNull(Expression left, boolean negated) ->
                words(left) + (negated ? " is given" : " is not given");
            case Condition.Matches(Expression left, TextMatch match, String text, boolean negated) ->
                words(left) + (negated ? " does not " : " does ") + match.words() + " '" + text + "'";
            case Condition.AgainstAll(Expression left, Operator operator, Aggregation _) ->
                words(left) + " " + operator.words() + " its average over all "
                        + name(((Expression.Column) left).range());
            case Condition.AgainstQuery(Expression left, Operator operator, Query query) ->
                words(left) + " " + operator.words() + " " + within(query);
            case Condition.InQuery(Expression left, Query query, boolean negated) ->
                words(left) + (negated ? " is none of " : " is one of ") + within(query);
            case Condition.InTree(Condition named, var _) -> words(named) + ", or one above it is called so";
            case Condition.FoldedAgainstMean mean ->
                fold(mean.fold()) + " " + mean.operator().words() + " the average of all that have any";
            case Condition.BestOf best ->
                words(best.value()) + " is the " + (best.highest() ? "highest" : "lowest") + " of its "
                        + best.groups().stream().map(Restatement::words).collect(Collectors.joining(" and "));
            case Condition.AnyOf(List<Condition> conditions) ->
                conditions.stream().map(Restatement::words).collect(Collectors.joining(" or "));
            case Condition.AllOf(List<Condition> conditions) ->
                conditions.stream().map(Restatement::words).collect(Collectors.joining(" and "));
            case Condition.Exists(Path path, List<Condition> inner, boolean negated) ->
                (negated ? "there are no " : "there are ") + name(path.to()) + such(inner);
            case Condition.Folded folded ->
                fold(folded.fold()) + such(folded.conditions()) + " "
                        + folded.operator().words() + " " + folded.number().toPlainString();
        };
    }

    private static String such(List<Condition> conditions) {
        return conditions.isEmpty()
                ? ""
                : " whose " + conditions.stream().map(Restatement::words).collect(Collectors.joining(" and whose "));
    }

    private static String days(DateRange range) {
        if (range.from().isPresent() && range.until().isPresent()) {
            return "from " + range.from().get() + " to " + range.until().get().minusDays(1);
        }
        return range.from()
                .map(day -> "from " + day + " on")
                .orElseGet(() -> range.until().map(day -> "before " + day).orElse("any day"));
    }

    private static String literal(Condition.Literal literal) {
        return switch (literal) {
            case Condition.Literal.Text(String value) -> "'" + value + "'";
            case Condition.Literal.Numeric(var value) -> value.toPlainString();
            case Condition.Literal.Truth(boolean value) -> value ? "true" : "false";
        };
    }

    static String name(Expression.Range range) {
        return spaced(range.table().name());
    }

    static String spaced(String identifier) {
        return identifier.replace('_', ' ').toLowerCase(Locale.ROOT);
    }
}
