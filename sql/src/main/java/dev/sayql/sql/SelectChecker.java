package dev.sayql.sql;

import dev.sayql.sql.Expression.Name;
import dev.sayql.sql.Query.Distinct;
import dev.sayql.sql.Query.Grouping;
import dev.sayql.sql.Query.SortKey;
import dev.sayql.sql.Query.Target;
import dev.sayql.sql.Query.Window;
import dev.sayql.sql.Query.With;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks one SELECT. */
final class SelectChecker {

    private final StatementCheck statement;
    private final QueryChecker queries;
    private final ExpressionChecker expressions;

    SelectChecker(StatementCheck statement, QueryChecker queries, ExpressionChecker expressions) {
        this.statement = statement;
        this.queries = queries;
        this.expressions = expressions;
    }

    QueryChecker.Result check(Query.Select select, With with, Scope beforeFrom) {
        ShapeBuilder shape = beforeFrom.shape();
        FromChecker from = new FromChecker(statement, queries);
        List<FromItem> items = new ArrayList<>();
        Scope scope = beforeFrom.with(from.check(select.from(), beforeFrom, items));
        statement.stopIfTablesAreMissing();

        Expression where = select.where() == null ? null : expressions.condition(select.where(), scope);
        double rows = from.rows();
        List<Target> targets = new ArrayList<>();
        List<Range.Column> columns = new ArrayList<>();
        targets(select.targets(), scope, targets, columns);
        Grouping grouping = new Grouping(
                select.grouping().distinct(), grouping(select.grouping().elements(), columns, scope));
        Expression having = expressions.optional(select.having(), scope);
        List<Window> windows = new ArrayList<>();
        select.windows().forEach(window -> windows.add(queries.window(window, scope)));
        Distinct distinct = distinct(select.distinct(), columns, scope);
        List<SortKey> order = order(select.tail().orderBy(), columns, scope);
        if (!grouping.elements().isEmpty()) {
            shape.grouped();
            statement.addComplexity(1);
        }
        shape.tail(select.tail());
        Query.Tail tail = queries.limits(select.tail(), order, scope);

        List<FromItem> printed = items.stream().map(from::finished).toList();
        Query checked = new Query.Select(with, distinct, targets, printed, where, grouping, having, windows, tail);
        double shown = shape.isOneRow() ? 1 : RowEstimate.limited(rows, tail);
        return new QueryChecker.Result(checked, columns, shown);
    }

    /** EXISTS is often asked of a SELECT without result columns; nothing else can use one. */
    static Query withColumn(Query query) {
        if (!(query instanceof Query.Select select) || !select.targets().isEmpty()) {
            return query;
        }
        Expression one = new Expression.Literal(Expression.LiteralKind.INTEGER, "1");
        return select.withTargets(List.of(new Target(one, null)));
    }

    /** Checks the result columns and replaces every * by the columns of the catalogue. */
    private void targets(List<Target> given, Scope scope, List<Target> targets, List<Range.Column> columns) {
        for (Target target : given) {
            if (target.value() instanceof Expression.Star star) {
                for (StarExpansion.Part part : StarExpansion.parts(star, scope)) {
                    targets.add(new Target(part.expression(), null));
                    columns.addAll(part.columns());
                    part.columns().forEach(column -> statement.use(part.range(), column));
                }
            } else if (target.value() instanceof Expression.FieldStar(Expression value) && target.name() == null) {
                fields(value, scope, targets, columns);
            } else {
                add(target, scope, targets, columns);
            }
        }
        if (targets.isEmpty()) {
            throw TreeNode.unexpected("a SELECT without result columns");
        }
    }

    /** {@code (row).*} of a range, or of a function whose columns have names; PostgreSQL repeats the call as well. */
    private void fields(Expression value, Scope scope, List<Target> targets, List<Range.Column> columns) {
        if (value instanceof Name name
                && name.parts().size() == 1
                && scope.column(name.last()).isEmpty()) {
            targets(List.of(new Target(new Expression.Star(name.parts()), null)), scope, targets, columns);
            return;
        }
        List<String> named =
                value instanceof Expression.Call call ? AllowedFunctions.namedColumns(call.function()) : List.of();
        if (named.size() < 2) {
            throw TreeNode.unexpected("* behind a value");
        }
        named.forEach(field -> add(new Target(new Expression.Field(value, field), null), scope, targets, columns));
    }

    private void add(Target target, Scope scope, List<Target> targets, List<Range.Column> columns) {
        String name = ColumnNames.of(target);
        Typed typed = expressions.check(target.value(), scope);
        targets.add(new Target(typed.expression(), target.name()));
        columns.add(Range.Column.of(name, typed));
    }

    private List<Expression> grouping(List<Expression> elements, List<Range.Column> columns, Scope scope) {
        List<Expression> checked = new ArrayList<>();
        for (Expression element : elements) {
            if (element instanceof Expression.GroupingSet set) {
                checked.add(new Expression.GroupingSet(set.kind(), grouping(set.content(), columns, scope)));
            } else if (element instanceof Expression.Row row && !row.explicit()) {
                checked.add(new Expression.Row(grouping(row.elements(), columns, scope), false));
            } else {
                boolean input = element instanceof Name name
                        && !scope.names().named(name.last()).isEmpty();
                Optional<Range.Column> output = input ? Optional.empty() : output(element, columns);
                checked.add(outputOrInput(element, output, scope));
            }
        }
        return checked;
    }

    private Distinct distinct(Distinct distinct, List<Range.Column> columns, Scope scope) {
        if (!distinct.present()) {
            return distinct;
        }
        scope.shape().distinct();
        if (distinct.on().isEmpty()) {
            columns.stream()
                    .filter(Range.Column::isClosed)
                    .forEach(column -> statement.report(RejectionCode.OPAQUE_COLUMN, column.name()));
            return distinct;
        }
        List<Expression> on = new ArrayList<>();
        distinct.on().forEach(element -> on.add(outputOrInput(element, output(element, columns), scope)));
        return new Distinct(true, on);
    }

    private List<SortKey> order(List<SortKey> keys, List<Range.Column> columns, Scope scope) {
        List<SortKey> checked = new ArrayList<>();
        for (SortKey key : keys) {
            Expression value = outputOrInput(key.value(), output(key.value(), columns), scope);
            checked.add(new SortKey(value, key.direction(), key.nulls()));
        }
        return checked;
    }

    /** The result column that a position or a bare name means, if it means one. */
    static Optional<Range.Column> output(Expression element, List<Range.Column> columns) {
        if (element instanceof Expression.Literal literal && literal.kind() == Expression.LiteralKind.INTEGER) {
            int position = Integer.parseInt(literal.text());
            if (position < 1 || position > columns.size()) {
                throw new Refusal(RejectionCode.UNKNOWN_COLUMN, "there is no result column " + position);
            }
            return Optional.of(columns.get(position - 1));
        }
        if (element instanceof Name name && name.parts().size() == 1) {
            return columns.stream()
                    .filter(column -> column.name().equals(name.last()))
                    .findFirst();
        }
        return Optional.empty();
    }

    private Expression outputOrInput(Expression element, Optional<Range.Column> output, Scope scope) {
        if (output.isEmpty()) {
            return expressions.comparable(element, scope).expression();
        }
        if (output.get().isClosed()) {
            statement.report(RejectionCode.OPAQUE_COLUMN, output.get().name());
        }
        return element;
    }
}
