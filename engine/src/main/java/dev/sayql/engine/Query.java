package dev.sayql.engine;

import dev.sayql.core.semantics.Aggregation;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalInt;

/**
 * A question as it was understood: what is shown, of which rows, grouped and ordered how. Knows tables but no joins.
 * Immutable.
 *
 * @param subject whose rows are listed or folded
 * @param groups what the folds are grouped by; empty when there are none or everything is folded into one row
 * @param having conditions on folds
 */
record Query(
        Expression.Range subject,
        List<Output> outputs,
        List<Condition> where,
        List<Expression> groups,
        List<Having> having,
        List<Order> order,
        OptionalInt limit,
        boolean distinct) {

    /** A column of the result. */
    record Output(Expression expression, String name) {}

    record Having(Expression.Fold fold, Operator operator, BigDecimal number) {}

    record Order(Expression expression, boolean descending) {}

    public Query {
        outputs = List.copyOf(outputs);
        where = List.copyOf(where);
        groups = List.copyOf(groups);
        having = List.copyOf(having);
        order = List.copyOf(order);
    }

    boolean isFolded() {
        return outputs.stream().anyMatch(output -> output.expression().isFolded());
    }

    static boolean isCount(Expression expression) {
        return expression instanceof Expression.Fold fold && fold.aggregation() == Aggregation.COUNT;
    }
}
