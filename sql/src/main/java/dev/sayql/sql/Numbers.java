package dev.sayql.sql;

import dev.sayql.sql.Expression.Literal;
import java.math.BigInteger;
import java.util.Locale;

/** Estimates from above how large a number an expression can become through the literals in the query. */
final class Numbers {

    private Numbers() {}

    /**
     * A number without what PostgreSQL before 16 reads as something else: there {@code 0xff} is 0 under the name of xff, and
     * {@code 1_000} is 1.
     */
    static String decimal(String number) {
        String digits = number.replace("_", "").toLowerCase(Locale.ROOT);
        int sign = digits.startsWith("-") ? 1 : 0;
        String prefix = digits.substring(sign, Math.min(digits.length(), sign + 2));
        int radix = switch (prefix) {
            case "0x" -> 16;
            case "0o" -> 8;
            case "0b" -> 2;
            default -> 10;
        };
        return radix == 10
                ? digits
                : new BigInteger(digits.substring(0, sign) + digits.substring(sign + 2), radix).toString();
    }

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
