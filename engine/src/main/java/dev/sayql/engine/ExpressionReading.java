package dev.sayql.engine;

import dev.sayql.core.semantics.Aggregation;
import dev.sayql.sql.Expression.Call;
import dev.sayql.sql.Expression.Literal;
import dev.sayql.sql.Expression.Name;
import dev.sayql.sql.Expression.Operation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the values that a statement computes. For one SELECT by one thread. */
final class ExpressionReading {
    private static final Set<String> ARITHMETIC = Set.of("+", "-", "*", "/");

    private final ReadScope scope;

    ExpressionReading(ReadScope scope) {
        this.scope = scope;
    }

    /** @throws Unreadable when the representation has no words for it */
    Expression read(dev.sayql.sql.Expression expression) {
        return switch (expression) {
            case Name name -> scope.column(name.parts());
            case Literal literal when literal.isNumber() -> new Expression.Constant(new BigDecimal(literal.text()));
            case Operation(String operator, var left, var right)
            when left != null && ARITHMETIC.contains(operator) ->
                new Expression.Arithmetic(operator.charAt(0), read(left), read(right));
            case Call call -> fold(call);
            default -> throw new Unreadable();
        };
    }

    private Expression.Fold fold(Call call) {
        Unreadable.unless(call.over() == null
                && call.filter() == null
                && call.orderBy().isEmpty()
                && !call.withinGroup()
                && !call.variadic()
                && !call.sqlSyntax()
                && call.arguments().size() <= 1);
        Aggregation aggregation = aggregation(call);
        if (call.star()) {
            return new Expression.Fold(aggregation, Optional.empty(), scope.rows(), List.of());
        }
        Unreadable.unless(call.arguments().size() == 1);
        Expression over = read(call.arguments().getFirst());
        Unreadable.unless(!over.isFolded());
        return new Expression.Fold(aggregation, Optional.of(over), scope.rows(), List.of());
    }

    private static Aggregation aggregation(Call call) {
        boolean counts = call.function().equals("count");
        Unreadable.unless(counts || !call.distinct());
        return switch (call.function()) {
            case "count" -> call.distinct() ? Aggregation.COUNT_DISTINCT : Aggregation.COUNT;
            case "sum" -> Aggregation.SUM;
            case "avg" -> Aggregation.AVERAGE;
            case "min" -> Aggregation.MINIMUM;
            case "max" -> Aggregation.MAXIMUM;
            default -> throw new Unreadable();
        };
    }
}
