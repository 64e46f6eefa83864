package dev.sayql.engine;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Recognises conditions that no row can satisfy together: two values of one column, a lower bound above an upper one, two
 * stretches of days. */
final class Contradiction {
    private Contradiction() {}

    static boolean in(List<Condition> conditions) {
        return lacksPart(conditions) || excluding(conditions);
    }

    /** A name that must hold a word and be another name without it. */
    private static boolean lacksPart(List<Condition> conditions) {
        for (Condition condition : conditions) {
            if (condition
                            instanceof
                            Condition.Comparison(
                                    Expression left,
                                    Operator operator,
                                    Condition.Literal.Text(String value))
                    && operator == Operator.EQUAL) {
                boolean lacks = conditions.stream()
                        .anyMatch(other -> other
                                        instanceof
                                        Condition.Matches(
                                                Expression same,
                                                TextMatch match,
                                                String part,
                                                boolean negated)
                                && same.equals(left)
                                && match == TextMatch.CONTAINS
                                && !negated
                                && !value.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT)));
                if (lacks) {
                    return true;
                }
            }
        }
        return false;
    }

    /** There and not there at once. */
    private static boolean missing(List<Condition> conditions) {
        Map<Expression, Boolean> missing = new HashMap<>();
        for (Condition condition : conditions) {
            if (condition instanceof Condition.IsNull(Expression given, boolean negated)) {
                Boolean before = missing.put(given, !negated);
                if (before != null && before == negated) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean excluding(List<Condition> conditions) {
        if (missing(conditions)) {
            return true;
        }
        Map<Expression, Condition.Literal> equal = new HashMap<>();
        Set<Expression> dated = new HashSet<>();
        Map<Expression, BigDecimal> lower = new HashMap<>();
        Map<Expression, BigDecimal> upper = new HashMap<>();
        for (Condition condition : conditions) {
            if (condition instanceof Condition.During(Expression date, DateRange _) && !dated.add(date)) {
                return true;
            }
            if (!(condition
                    instanceof Condition.Comparison(Expression left, Operator operator, Condition.Literal right))) {
                continue;
            }
            if (operator == Operator.NOT_EQUAL && right.equals(equal.get(left))) {
                return true;
            }
            if (operator == Operator.EQUAL) {
                Condition.Literal before = equal.put(left, right);
                if (before != null && !before.equals(right)) {
                    return true;
                }
            }
            if (right instanceof Condition.Literal.Numeric(BigDecimal number)) {
                if (operator == Operator.GREATER || operator == Operator.GREATER_OR_EQUAL) {
                    lower.merge(left, number, BigDecimal::max);
                } else if (operator == Operator.LESS || operator == Operator.LESS_OR_EQUAL) {
                    upper.merge(left, number, BigDecimal::min);
                }
            }
        }
        return isOutside(conditions, equal)
                || lower.entrySet().stream()
                        .anyMatch(bound -> upper.containsKey(bound.getKey())
                                && bound.getValue().compareTo(upper.getOrDefault(bound.getKey(), bound.getValue()))
                                        > 0);
    }

    private static boolean isOutside(List<Condition> conditions, Map<Expression, Condition.Literal> equal) {
        return equal.entrySet().stream()
                .anyMatch(one -> one.getValue() instanceof Condition.Literal.Numeric(BigDecimal number)
                        && conditions.stream().anyMatch(other -> isBeyond(other, one.getKey(), number)));
    }

    /** Whether what is compared cannot be the number: it must be more, or less. */
    private static boolean isBeyond(Condition condition, Expression compared, BigDecimal number) {
        return condition
                        instanceof
                        Condition.Comparison(
                                Expression left,
                                Operator operator,
                                Condition.Literal.Numeric(BigDecimal bound))
                && left.equals(compared)
                && ((operator == Operator.GREATER && number.compareTo(bound) <= 0)
                        || (operator == Operator.LESS && number.compareTo(bound) >= 0));
    }
}
