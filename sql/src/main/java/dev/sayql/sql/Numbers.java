package dev.sayql.sql;

import dev.sayql.sql.Expression.Literal;

/** Estimates from above how large a number an expression can become through the literals in the query. */
final class Numbers {

    private Numbers() {}

    /** The absolute value of a number, or of a string that reads as one. */
    static double magnitude(Literal literal) {
        return switch (literal.kind()) {
            case INTEGER, DECIMAL, STRING -> parse(literal.text());
            case BOOLEAN, NULL -> 1;
            case BITS -> Typed.UNKNOWN;
        };
    }

    static double magnitude(String operator, Typed left, Typed right) {
        return switch (operator) {
            case "+", "-" -> left.magnitude() + right.magnitude();
            case "*" -> left.magnitude() * right.magnitude();
            case "/" -> quotient(left, right);
            case "%" -> Math.min(left.magnitude(), right.magnitude());
            case "^" -> Math.pow(Math.max(1, left.magnitude()), right.magnitude());
            default -> Typed.UNKNOWN;
        };
    }

    private static double quotient(Typed left, Typed right) {
        if (right.expression() instanceof Literal literal && literal.isNumber()) {
            return right.magnitude() > 0 ? left.magnitude() / right.magnitude() : left.magnitude();
        }
        return right.magnitude() <= 1_000 ? left.magnitude() : Typed.UNKNOWN;
    }

    private static double parse(String text) {
        try {
            return Math.abs(Double.parseDouble(text.strip()));
        } catch (NumberFormatException _) {
            return Typed.UNKNOWN;
        }
    }
}
