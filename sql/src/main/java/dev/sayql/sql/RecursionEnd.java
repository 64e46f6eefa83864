package dev.sayql.sql;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Whether a condition ends a recursion, as far as that is plain to see: it bounds a column that each step changes, by something
 * that no step changes, on the side to which the steps go. What is cleverer is left to the time limit of the server.
 */
final class RecursionEnd {

    private static final double MAXIMUM_STEPS = 1_000_000;
    private static final Map<String, String> OPPOSITES =
            Map.of("<", ">=", "<=", ">", ">", "<=", ">=", "<", "=", "<>", "<>", "=");

    private final RecursionName own;
    private final boolean readsRelation;

    /** What a step makes of each column that it changes. */
    private final Map<String, Expression> changed = new HashMap<>();

    /** @param own what the recursive query is called in the FROM clause of the step */
    RecursionEnd(Query.Select step, RecursionName own, boolean readsRelation) {
        this.own = own;
        this.readsRelation = readsRelation;
        List<String> columns = own.columns();
        for (int i = 0; i < Math.min(columns.size(), step.targets().size()); i++) {
            Expression value = step.targets().get(i).value();
            if (!(value instanceof Expression.Name name
                    && own.isOf(name)
                    && name.last().equals(columns.get(i)))) {
                changed.put(columns.get(i), value);
            }
        }
    }

    /** Whether no step is made once the condition, or the opposite of it, does not hold. */
    boolean ends(@Nullable Expression condition, boolean negated) {
        return switch (condition) {
            case Expression.Logical(boolean and, List<Expression> parts) ->
                and != negated
                        ? parts.stream().anyMatch(part -> ends(part, negated))
                        : parts.stream().allMatch(part -> ends(part, negated));
            case Expression.Not(Expression argument) -> ends(argument, !negated);
            case Expression.Operation operation -> compares(operation, negated);
            case Expression.Between between ->
                between.negated() == negated
                        && (isBound(between.value(), between.high(), this::goesUp)
                                || isBound(between.value(), between.low(), this::goesDown));
            case Expression.InList list -> list.negated() == negated && isChanged(list.value());
            case Expression.NullTest(Expression argument, boolean isNotNull) ->
                isNotNull != negated && changes(argument, RecursionEnd::canBeNull);
            case Expression.Exists _, Expression.InQuery _ -> readsRelation && !negated;
            case null, default -> false;
        };
    }

    private boolean compares(Expression.Operation operation, boolean negated) {
        Expression left = operation.left();
        Expression right = operation.right();
        String written = operation.operator();
        String operator = negated ? OPPOSITES.getOrDefault(written, "") : written;
        return left != null
                && switch (operator) {
                    case "<", "<=" -> isBound(left, right, this::goesUp) || isBound(right, left, this::goesDown);
                    case ">", ">=" -> isBound(left, right, this::goesDown) || isBound(right, left, this::goesUp);
                    case "=" -> (isChanged(left) && isFixed(right)) || (isChanged(right) && isFixed(left));
                    case "<>" -> isBound(left, right, this::goesDown) || isBound(right, left, this::goesDown);
                    default -> false;
                };
    }

    private boolean isBound(Expression value, Expression bound, Predicate<Expression> way) {
        if (bound instanceof Expression.Literal literal
                && literal.isNumber()
                && changes(value, _ -> true)
                && Numbers.magnitude(literal) > MAXIMUM_STEPS) {
            throw new Refusal(RejectionCode.RESOURCE_LIMIT, "recursion up to " + literal.text());
        }
        return isFixed(bound) && changes(value, way);
    }

    /** Whether the value uses a column that a step changes in this way. */
    private boolean changes(Expression value, Predicate<Expression> way) {
        return ExpressionWalk.any(
                value, part -> part instanceof Expression.Name name && own.isOf(name) && isChanged(name.last(), way));
    }

    private boolean isChanged(String column, Predicate<Expression> way) {
        Expression change = changed.get(column);
        return change != null && way.test(change);
    }

    private boolean isChanged(Expression value) {
        return value instanceof Expression.Name && changes(value, _ -> true);
    }

    private boolean isFixed(Expression bound) {
        return !changes(bound, _ -> true);
    }

    private boolean goesUp(Expression change) {
        return !(change instanceof Expression.Operation operation && isDown(operation.operator()));
    }

    /** By subtracting, dividing, or what only a look at the function would tell; or as the column that it takes over does. */
    private boolean goesDown(Expression change) {
        Expression source = change instanceof Expression.Name name ? changed.get(name.last()) : change;
        return ExpressionWalk.any(source, part -> switch (part) {
            case Expression.Call _, Expression.Scalar _ -> true;
            case Expression.Operation operation -> isDown(operation.operator());
            case Expression.Literal literal -> literal.text().startsWith("-");
            default -> false;
        });
    }

    private static boolean isDown(String operator) {
        return operator.equals("-") || operator.equals("/") || operator.equals("%");
    }

    private static boolean canBeNull(Expression change) {
        return ExpressionWalk.any(change, part -> switch (part) {
            case Expression.Scalar _, Expression.Case _, Expression.NullIf _, Expression.Element _, Expression.Call _ ->
                true;
            default -> false;
        });
    }
}
