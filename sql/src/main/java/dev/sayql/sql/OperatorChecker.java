package dev.sayql.sql;

import dev.sayql.sql.Expression.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks everything that is written with an operator, or with key words that stand for one. */
final class OperatorChecker {

    private static final Set<String> ARITHMETIC = Set.of("+", "-", "*", "/", "%", "^", "|/", "||/", "@", "&", "|", "#");

    private final StatementCheck statement;
    private final ExpressionChecker expressions;
    private final OpenedCodeRules opened;

    OperatorChecker(StatementCheck statement, ExpressionChecker expressions, OpenedCodeRules opened) {
        this.statement = statement;
        this.expressions = expressions;
        this.opened = opened;
    }

    Typed operation(Expression.Operation operation, Scope scope) {
        String operator = operation.operator();
        if (!opened.knows(operator)) {
            AllowedOperators.check(operator);
        }
        Expression leftExpression = operation.left();
        Typed right = AllowedOperators.takesJsonPath(operator)
                ? expressions.json().path(operation.right(), scope)
                : expressions.comparable(operation.right(), scope);
        Typed left = leftExpression == null ? null : expressions.comparable(leftExpression, scope);
        Optional<Typed> extended = extended(null, operator, left, right);
        if (extended.isPresent()) {
            return extended.get();
        }
        AllowedOperators.check(operator);
        if (left == null) {
            Expression printed = new Expression.Operation(operator, null, right.expression());
            boolean sign = operator.equals("-") || operator.equals("+") || operator.equals("@");
            return Typed.number(printed, sign ? right.magnitude() : Typed.UNKNOWN);
        }
        Expression printed = new Expression.Operation(operator, left.expression(), right.expression());
        checkOperands(operator, left, right, scope);
        boolean numbers = ARITHMETIC.contains(operator)
                && left.family() != Typed.Family.OTHER
                && right.family() != Typed.Family.OTHER;
        double magnitude = Numbers.magnitude(operator, left, right);
        Typed.Family family = numbers
                ? Typed.Family.NUMBER
                : operator.equals("||") || operator.equals("->>") ? Typed.Family.TEXT : Typed.Family.OTHER;
        return new Typed(printed, false, magnitude, family, null);
    }

    private void checkOperands(String operator, Typed left, Typed right, Scope scope) {
        if (AllowedOperators.takesPattern(operator)) {
            PatternRules.check(right.expression());
        } else if (operator.equals("@?")
                || (AllowedOperators.takesJsonPath(operator)
                        && Expression.withoutCollation(right.expression()) instanceof Literal)) {
            PatternRules.checkJsonPath(right.expression());
        } else if (operator.equals("^")) {
            statement.resources().power(left, right);
        } else if (AllowedOperators.isComparison(operator)) {
            scope.shape().comparison(left, operator, right);
        }
    }

    /** An operator that the statement names with its schema: one of an extension's, or refused. */
    Typed operation(Expression.SchemaOperation operation, Scope scope) {
        Expression leftExpression = operation.left();
        Typed right = expressions.comparable(operation.right(), scope);
        Typed left = leftExpression == null ? null : expressions.comparable(leftExpression, scope);
        return extended(operation.schema(), operation.symbol(), left, right).orElseThrow();
    }

    private Optional<Typed> extended(@Nullable String schema, String symbol, @Nullable Typed left, Typed right) {
        Optional<Typed> extended = opened.operation(schema, symbol, left, right);
        if (extended.isPresent() && AllowedOperators.takesPattern(symbol)) {
            PatternRules.check(right.expression());
        }
        return extended;
    }

    Typed match(Expression.Match match, Scope scope) {
        Typed value = expressions.comparable(match.value(), scope);
        Typed pattern = expressions.plain(match.pattern(), scope);
        if (value.extension() != null) {
            return extendedMatch(match, value, pattern);
        }
        if (match.kind() == Expression.MatchKind.SIMILAR) {
            PatternRules.checkSimilar(pattern.expression(), match.escape());
        }
        String name = match.kind() == Expression.MatchKind.SIMILAR
                ? "SIMILAR TO"
                : match.kind().name();
        scope.shape().list(value, match.negated() ? "NOT " + name : name, List.of(pattern));
        return Typed.of(new Expression.Match(
                match.kind(),
                match.negated(),
                value.expression(),
                pattern.expression(),
                expressions.optional(match.escape(), scope)));
    }

    private Typed extendedMatch(Expression.Match match, Typed value, Typed pattern) {
        boolean like = match.kind() != Expression.MatchKind.SIMILAR && match.escape() == null;
        String symbol = (match.negated() ? "!" : "") + (match.kind() == Expression.MatchKind.LIKE ? "~~" : "~~*");
        return (like ? opened.operation(null, symbol, value, pattern) : Optional.<Typed>empty())
                .orElseThrow(() -> new Refusal(RejectionCode.OPAQUE_COLUMN, "in this kind of pattern matching"));
    }

    Typed between(Expression.Between between, Scope scope) {
        Typed value = expressions.comparable(between.value(), scope);
        Typed low = expressions.comparable(between.low(), scope);
        Typed high = expressions.comparable(between.high(), scope);
        if (value.extension() != null && !between.symmetric()) {
            Expression within = all(true, List.of(extended(value, ">=", low), extended(value, "<=", high)));
            return Typed.of(between.negated() ? new Expression.Not(within) : within);
        }
        List.of(value, low, high).forEach(expressions::refuseOpaque);
        scope.shape().list(value, between.negated() ? "NOT BETWEEN" : "BETWEEN", List.of(low, high));
        return Typed.of(new Expression.Between(
                between.negated(), between.symmetric(), value.expression(), low.expression(), high.expression()));
    }

    Typed inList(Expression.InList list, Scope scope) {
        Typed value = expressions.comparable(list.value(), scope);
        List<Typed> items = expressions.comparable(list.items(), scope);
        if (value.extension() != null) {
            List<Expression> single = new ArrayList<>();
            items.forEach(item -> single.add(extended(value, list.negated() ? "<>" : "=", item)));
            return Typed.of(all(list.negated(), single));
        }
        items.forEach(expressions::refuseOpaque);
        scope.shape().list(value, list.negated() ? "NOT IN" : "IN", items);
        return Typed.of(
                new Expression.InList(list.negated(), value.expression(), ExpressionChecker.expressions(items)));
    }

    /** The comparison that one WHEN of a CASE with an operand of an opened type stands for; the operand is repeated. */
    Expression equal(Typed operand, Typed other) {
        if (operand.column() == null) {
            throw new Refusal(RejectionCode.OPAQUE_COLUMN, "a computed value behind CASE");
        }
        return opened.operation(null, "=", operand, other)
                .map(Typed::expression)
                .orElseGet(() -> new Expression.Operation("=", operand.expression(), other.expression()));
    }

    /** One of several operations that stand for IN or BETWEEN; they repeat the value, so that must be a column. */
    private Expression extended(Typed value, String symbol, Typed other) {
        if (value.column() == null) {
            throw new Refusal(RejectionCode.OPAQUE_COLUMN, "a computed value in IN or BETWEEN");
        }
        return opened.operation(null, symbol, value, other)
                .orElseThrow(() -> new Refusal(RejectionCode.OPAQUE_COLUMN, "beside values of another type"))
                .expression();
    }

    private static Expression all(boolean and, List<Expression> parts) {
        return parts.size() == 1 ? parts.getFirst() : new Expression.Logical(and, parts);
    }
}
