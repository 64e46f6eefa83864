package dev.sayql.engine;

import dev.sayql.core.semantics.Aggregation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A question as it was understood: what is shown, of which rows, grouped and ordered how. Tables that it names are joined
 * along the keys; only what does not follow from the names is written down. Immutable.
 *
 * @param subject whose rows are listed or folded
 * @param groups what the folds are grouped by; empty when there are none or everything is folded into one row
 * @param having conditions on folds
 * @param joins ways that are joined in any case, before those that follow from the tables named
 * @param combined another query whose rows are added, kept or taken away
 * @param firsts when present, only the first of every group are shown
 * @param skipped how many rows are passed over before the first: 1 for the second most expensive
 */
record Query(
        Expression.Range subject,
        List<Output> outputs,
        List<Condition> where,
        List<Expression> groups,
        List<Having> having,
        List<Order> order,
        OptionalInt limit,
        boolean distinct,
        List<Path.Step> joins,
        Optional<Combination> combined,
        int skipped,
        Optional<Firsts> firsts) {

    /**
     * The first rows, in the order of the query, of every group of rows, ties included.
     *
     * @param of what tells the groups apart
     */
    record Firsts(List<Expression> of, int count) {
        public Firsts {
            of = List.copyOf(of);
        }
    }

    /** A column of the result. */
    record Output(Expression expression, String name) {}

    record Having(Expression.Fold fold, Operator operator, BigDecimal number) {}

    record Order(Expression expression, boolean descending) {}

    /** The rows of two queries as sets: in either, in both, in the first alone. */
    enum SetOperator {
        UNION,
        INTERSECT,
        EXCEPT
    }

    record Combination(SetOperator operator, Query other) {}

    public Query {
        outputs = List.copyOf(outputs);
        where = List.copyOf(where);
        groups = List.copyOf(groups);
        having = List.copyOf(having);
        order = List.copyOf(order);
        joins = List.copyOf(joins);
    }

    /** A query all of whose rows are shown. */
    Query(
            Expression.Range subject,
            List<Output> outputs,
            List<Condition> where,
            List<Expression> groups,
            List<Having> having,
            List<Order> order,
            OptionalInt limit,
            boolean distinct,
            List<Path.Step> joins,
            Optional<Combination> combined) {
        this(subject, outputs, where, groups, having, order, limit, distinct, joins, combined, 0, Optional.empty());
    }

    /** A query for itself whose joins follow from the tables that it names. */
    Query(
            Expression.Range subject,
            List<Output> outputs,
            List<Condition> where,
            List<Expression> groups,
            List<Having> having,
            List<Order> order,
            OptionalInt limit,
            boolean distinct) {
        this(subject, outputs, where, groups, having, order, limit, distinct, List.of(), Optional.empty());
    }

    Query combinedWith(SetOperator operator, Query other) {
        return new Query(
                subject,
                outputs,
                where,
                groups,
                having,
                order,
                limit,
                distinct,
                joins,
                Optional.of(new Combination(operator, other)),
                skipped,
                firsts);
    }

    Query limitedTo(int rows) {
        return new Query(
                subject,
                outputs,
                where,
                groups,
                having,
                order,
                OptionalInt.of(rows),
                distinct,
                joins,
                combined,
                skipped,
                firsts);
    }

    /** Whether the same rows are shown, in another order at most. */
    boolean showsRowsOf(Query other) {
        boolean showsAll = limit.isEmpty() && firsts.isEmpty() && skipped == 0;
        return unordered().equals(other.unordered()) && (showsAll || order.equals(other.order));
    }

    /** Whether both list the same rows one by one, whatever they show of them and in whatever order. */
    boolean listsRowsOf(Query other) {
        return isList() && other.isList() && bare().equals(other.bare());
    }

    private boolean isList() {
        return !isFolded() && groups.isEmpty() && limit.isEmpty() && firsts.isEmpty() && combined.isEmpty();
    }

    private Query bare() {
        return new Query(
                subject, List.of(), where, groups, having, List.of(), limit, false, joins, combined, skipped, firsts);
    }

    private Query unordered() {
        return new Query(
                subject, outputs, where, groups, having, List.of(), limit, distinct, joins, combined, skipped, firsts);
    }

    boolean isFolded() {
        return outputs.stream().anyMatch(output -> output.expression().isFolded());
    }

    static boolean isCount(Expression expression) {
        return expression instanceof Expression.Fold fold && fold.aggregation() == Aggregation.COUNT;
    }
}
