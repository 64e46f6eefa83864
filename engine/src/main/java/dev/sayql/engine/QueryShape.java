package dev.sayql.engine;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What kinds of parts a query has, and the values written into it, inner queries included. For one use by one thread. */
final class QueryShape {

    /** A kind of part. */
    enum Part {
        COUNT,
        DIFFERENT,
        SUM,
        AVERAGE,
        LEAST,
        MOST,
        GROUPED,
        HAVING,
        ASCENDING,
        DESCENDING,
        FIRST,
        FIRST_FEW,
        ABOVE,
        BELOW,
        NEGATED,
        ALTERNATIVE,
        EXISTS,
        INNER,
        COMBINED,
        DISTINCT,
        DATE,
        TEXT_MATCH,
        SHARE,
        BEST_OF
    }

    private final Set<Part> parts = EnumSet.noneOf(Part.class);
    private final List<String> literals = new ArrayList<>();
    private final List<String> numbers = new ArrayList<>();
    private int conditions;

    private QueryShape() {}

    static QueryShape of(Query query) {
        QueryShape shape = new QueryShape();
        shape.add(query);
        return shape;
    }

    boolean has(Part part) {
        return parts.contains(part);
    }

    List<String> literals() {
        return literals;
    }

    List<String> numbers() {
        return numbers;
    }

    int conditions() {
        return conditions;
    }

    private void mark(Part part, boolean holds) {
        if (holds) {
            parts.add(part);
        }
    }

    private void add(Query query) {
        query.outputs().forEach(output -> add(output.expression()));
        query.where().forEach(this::add);
        mark(Part.GROUPED, !query.groups().isEmpty());
        query.having().forEach(having -> {
            add(having.fold());
            add(having.operator());
            numbers.add(having.number().toPlainString());
            parts.add(Part.HAVING);
        });
        query.order().forEach(key -> {
            add(key.expression());
            parts.add(key.descending() ? Part.DESCENDING : Part.ASCENDING);
        });
        query.limit().ifPresent(limit -> {
            parts.add(limit == 1 ? Part.FIRST : Part.FIRST_FEW);
            if (limit > 1) {
                numbers.add(Integer.toString(limit));
            }
        });
        mark(Part.DISTINCT, query.distinct());
        mark(Part.BEST_OF, query.firsts().isPresent());
        query.combined().ifPresent(combination -> {
            parts.add(Part.COMBINED);
            mark(Part.NEGATED, combination.operator() == Query.SetOperator.EXCEPT);
            add(combination.other());
        });
    }

    private void add(Expression expression) {
        switch (expression) {
            case Expression.Fold fold -> {
                parts.add(
                        switch (fold.aggregation()) {
                            case COUNT -> Part.COUNT;
                            case COUNT_DISTINCT -> Part.DIFFERENT;
                            case SUM -> Part.SUM;
                            case AVERAGE -> Part.AVERAGE;
                            case MINIMUM -> Part.LEAST;
                            case MAXIMUM -> Part.MOST;
                        });
                fold.over().ifPresent(this::add);
                fold.only().forEach(this::add);
            }
            case Expression.Arithmetic(char _, Expression left, Expression right) -> {
                add(left);
                add(right);
            }
            case Expression.Percentage(Expression.Fold part, var _) -> {
                parts.add(Part.SHARE);
                add(part);
            }
            case Expression.Ratio(Expression.Fold part, Expression.Fold each) -> {
                parts.add(Part.AVERAGE);
                add(part);
                add(each);
            }
            case Expression.Tally tally -> {
                add(tally.fold());
                tally.only().forEach(this::add);
            }
            case Expression.Bucket _, Expression.DatePart _ -> parts.add(Part.DATE);
            case Expression.Column _, Expression.Constant _ -> {}
        }
    }

    private void add(Operator operator) {
        mark(Part.ABOVE, operator == Operator.GREATER || operator == Operator.GREATER_OR_EQUAL);
        mark(Part.BELOW, operator == Operator.LESS || operator == Operator.LESS_OR_EQUAL);
        mark(Part.NEGATED, operator == Operator.NOT_EQUAL);
    }

    private void add(Condition.Literal literal) {
        switch (literal) {
            case Condition.Literal.Text(String value) -> literals.add(value);
            case Condition.Literal.Numeric(var value) -> numbers.add(value.toPlainString());
            case Condition.Literal.Truth _ -> {}
        }
    }

    private void add(Condition condition) {
        conditions++;
        switch (condition) {
            case Condition.Comparison(Expression left, Operator operator, Condition.Literal right) -> {
                add(left);
                add(operator);
                add(right);
            }
            case Condition.Columns(Expression _, Operator operator, Expression _) -> add(operator);
            case Condition.OneOf(Expression _, List<Condition.Literal> values, boolean negated) -> {
                values.forEach(this::add);
                mark(Part.NEGATED, negated);
                parts.add(Part.ALTERNATIVE);
            }
            case Condition.Between(Expression _, var low, var high) -> {
                numbers.add(low.toPlainString());
                numbers.add(high.toPlainString());
            }
            case Condition.During _ -> parts.add(Part.DATE);
            case Condition.IsNull(Expression _, boolean negated) -> mark(Part.NEGATED, !negated);
            case Condition.Matches(Expression _, var _, String text, boolean negated) -> {
                literals.add(text);
                mark(Part.NEGATED, negated);
                parts.add(Part.TEXT_MATCH);
            }
            case Condition.AgainstAll(Expression _, Operator operator, var _) -> {
                add(operator);
                parts.add(Part.INNER);
                parts.add(Part.AVERAGE);
            }
            case Condition.AgainstQuery(Expression _, Operator operator, Query query) -> {
                add(operator);
                parts.add(Part.INNER);
                add(query);
            }
            case Condition.InQuery(Expression _, Query query, boolean negated) -> {
                mark(Part.NEGATED, negated);
                parts.add(Part.INNER);
                add(query);
            }
            case Condition.BestOf best -> {
                parts.add(Part.BEST_OF);
                parts.add(best.highest() ? Part.DESCENDING : Part.ASCENDING);
            }
            case Condition.AnyOf(List<Condition> conditions) -> {
                parts.add(Part.ALTERNATIVE);
                conditions.forEach(this::add);
            }
            case Condition.AllOf(List<Condition> conditions) -> conditions.forEach(this::add);
            case Condition.Exists(Path _, List<Condition> conditions, boolean negated) -> {
                parts.add(Part.EXISTS);
                mark(Part.NEGATED, negated);
                conditions.forEach(this::add);
            }
            case Condition.FoldedAgainstMean folded -> {
                parts.add(Part.INNER);
                parts.add(Part.AVERAGE);
                add(folded.fold());
                add(folded.operator());
            }
            case Condition.InTree(Condition named, List<Condition> above) -> {
                add(named);
                above.forEach(this::add);
            }
            case Condition.Folded folded -> {
                parts.add(Part.HAVING);
                add(folded.fold());
                add(folded.operator());
                numbers.add(folded.number().toPlainString());
                folded.conditions().forEach(this::add);
            }
        }
    }
}
