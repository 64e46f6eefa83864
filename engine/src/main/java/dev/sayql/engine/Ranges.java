package dev.sayql.engine;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The ranges that the parts of one SELECT name, those of inner queries left out. For one use by one thread. */
final class Ranges {
    private final Set<Expression.Range> found = new LinkedHashSet<>();

    private Ranges() {}

    static List<Expression.Range> of(Query query) {
        return of(query.outputs(), query.where(), query.groups(), query.having(), query.order());
    }

    static List<Expression.Range> of(
            List<Query.Output> outputs,
            List<Condition> where,
            List<Expression> groups,
            List<Query.Having> having,
            List<Query.Order> order) {
        Ranges ranges = new Ranges();
        outputs.forEach(output -> ranges.add(output.expression()));
        where.forEach(ranges::add);
        groups.forEach(ranges::add);
        having.forEach(limit -> ranges.add(limit.fold()));
        order.forEach(key -> ranges.add(key.expression()));
        return List.copyOf(ranges.found);
    }

    private void add(Expression expression) {
        if (!(expression instanceof Expression.Fold fold && fold.over().isEmpty())) {
            found.addAll(Grouping.ranges(expression));
        }
    }

    private void add(Condition condition) {
        switch (condition) {
            case Condition.Comparison(Expression left, var _, var _) -> add(left);
            case Condition.Columns(Expression left, var _, Expression right) -> {
                add(left);
                add(right);
            }
            case Condition.OneOf(Expression left, var _, boolean _) -> add(left);
            case Condition.Between(Expression left, var _, var _) -> add(left);
            case Condition.During(Expression date, var _) -> add(date);
            case Condition.IsNull(Expression left, boolean _) -> add(left);
            case Condition.Matches(Expression left, var _, var _, boolean _) -> add(left);
            case Condition.AgainstAll(Expression left, var _, var _) -> add(left);
            case Condition.AgainstQuery(Expression left, var _, var _) -> add(left);
            case Condition.InQuery(Expression left, var _, boolean _) -> add(left);
            case Condition.BestOf best -> add(best.value());
            case Condition.AnyOf(List<Condition> conditions) -> conditions.forEach(this::add);
            case Condition.AllOf(List<Condition> conditions) -> conditions.forEach(this::add);
            case Condition.Exists exists -> found.add(exists.path().from());
            case Condition.Folded folded -> found.add(folded.path().from());
            case Condition.FoldedAgainstMean folded -> found.add(folded.path().from());
            case Condition.InTree(Condition named, List<Condition> above) -> {
                add(named);
                above.forEach(this::add);
            }
        }
    }
}
