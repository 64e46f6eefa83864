package dev.sayql.sql;

import dev.sayql.sql.Expression.Literal;
import java.util.List;
import java.util.Locale;

/**
 * Refuses literals that ask for much more work or memory than any report needs. What comes from the data is not judged here;
 * the cost estimate and the time-outs of the execution are there for that.
 */
final class ResourceRules {

    static final double MAXIMUM_REPEAT = 10_000;
    static final double MAXIMUM_SERIES_ROWS = 1_000_000;
    static final double MAXIMUM_ALL_SERIES_ROWS = 10_000_000;
    static final double MAXIMUM_REPEATED_ROWS = 100_000_000;
    static final double MAXIMUM_GATHERED = 1_000;
    static final double MAXIMUM_SIZE = 1_000_000;
    static final double MAXIMUM_EXPONENT = 1_000;
    static final double MAXIMUM_ARRAY = 100_000;
    private static final double SHORT_ARRAY = 1_000;
    static final double MAXIMUM_LIMIT = 10_000_000;
    private static final int MAXIMUM_DIGITS = 400;

    private double allSeriesRows = 1;
    private double mostCrossedRows = 1;
    private double longestRepeat = 1;
    private boolean gathers;

    /** Numbers like 1e100000 are short to write and long to compute with. */
    void literal(Literal literal) {
        if (literal.kind() != Expression.LiteralKind.DECIMAL) {
            return;
        }
        String text = literal.text();
        int exponent = Math.max(text.indexOf('e'), text.indexOf('E'));
        String digits = exponent < 0 ? "" : text.substring(exponent + 1).replaceAll("[-+_]", "");
        boolean huge =
                digits.matches("[0-9]{5,}") || (digits.matches("[0-9]+") && Integer.parseInt(digits) > MAXIMUM_DIGITS);
        if (huge || text.length() > MAXIMUM_DIGITS) {
            throw limit("a number of more than " + MAXIMUM_DIGITS + " digits");
        }
    }

    void limitClause(Typed rows) {
        atMost("LIMIT", rows.expression() instanceof Literal ? rows.magnitude() : 0, MAXIMUM_LIMIT);
    }

    /** base to the power of exponent. */
    void power(Typed base, Typed exponent) {
        double own = exponentOf(exponent.expression());
        atMost("an exponent", own * powersIn(base.expression()), MAXIMUM_EXPONENT);
        if (powersIn(exponent.expression()) > 1) {
            atMost("an exponent that is a power", exponent.magnitude(), MAXIMUM_EXPONENT);
        }
    }

    /** To how many digits a number is rounded. */
    void digits(Typed digits) {
        atMost("digits of a number", Double.isInfinite(digits.magnitude()) ? 0 : digits.magnitude(), MAXIMUM_EXPONENT);
    }

    void exponential(Typed exponent) {
        atMost("exp", exponentOf(exponent.expression()), MAXIMUM_EXPONENT);
    }

    void factorial(Typed argument) {
        atMost("factorial", argument.magnitude(), MAXIMUM_EXPONENT);
    }

    /** What the literals of a query put together may become long, but not endless. */
    void size(double characters) {
        atMost("putting texts or arrays together", characters, MAXIMUM_SIZE);
    }

    /** A text made longer, maybe of a text that was itself made longer; the result's size. */
    double repeat(String function, Typed text, Typed count) {
        atMost(function, count.magnitude() * Math.max(1, repeatsIn(text.expression())), MAXIMUM_REPEAT);
        double length = count.magnitude() * (function.equals("repeat") ? text.size() : 1);
        longestRepeat = Math.max(longestRepeat, length);
        repeatedRows();
        return Math.max(length, text.size());
    }

    /** A value filled up to the length of its type. */
    double filled(int length, Typed value) {
        atMost("the length of a type", length, MAXIMUM_REPEAT);
        longestRepeat = Math.max(longestRepeat, length);
        repeatedRows();
        return Math.max(length, value.size());
    }

    double arrayFill(Typed value, Typed dimensions) {
        double size = 1;
        if (dimensions.expression() instanceof Expression.ArrayLiteral(List<Expression> elements)) {
            for (Expression element : elements) {
                size *= element instanceof Literal literal ? Numbers.magnitude(literal) : Typed.UNKNOWN;
            }
        } else {
            size = Typed.UNKNOWN;
        }
        atMost("array_fill", size, MAXIMUM_ARRAY);
        return size * value.size();
    }

    /** A series of numbers or times; all series of a statement may be joined with each other. */
    double series(List<Typed> arguments) {
        double rows = SeriesLength.rows(arguments);
        atMost("generate_series", rows, MAXIMUM_SERIES_ROWS);
        allSeriesRows *= Math.max(1, rows);
        atMost("all generate_series together", allSeriesRows, MAXIMUM_ALL_SERIES_ROWS);
        repeatedRows();
        return Math.max(1, rows);
    }

    /** Rows made of an array that the literals of the statement made long. */
    void unnested(double elements) {
        if (elements > SHORT_ARRAY) {
            allSeriesRows *= elements;
            atMost("all series and arrays together", allSeriesRows, MAXIMUM_ALL_SERIES_ROWS);
            repeatedRows();
        }
    }

    /** Rows that a cross join makes. */
    void crossed(double rows) {
        mostCrossedRows = Math.max(mostCrossedRows, rows);
        repeatedRows();
    }

    /** What puts all rows together to one value makes what is long in each of them as long as the table has rows. */
    void called(String function) {
        gathers |= AllowedFunctions.gathers(function);
        repeatedRows();
    }

    /** Long texts on many rows may be put together to one. */
    private void repeatedRows() {
        atMost("a text made long in each row that is put together", gathers ? longestRepeat : 0, MAXIMUM_GATHERED);
        double rows = Math.max(allSeriesRows, mostCrossedRows);
        atMost("repeat on rows that are made", rows * longestRepeat, MAXIMUM_REPEATED_ROWS);
    }

    /** A format string: widths are counted, a width from an argument is refused. */
    void format(Typed pattern) {
        if (!(pattern.expression() instanceof Literal literal) || !literal.isString()) {
            throw limit("format with a pattern that is not a literal");
        }
        if (literal.text().matches("(?s).*%[^%sIL]*(\\*|[0-9]{4,}).*")) {
            throw limit("format with a width of more than 999, or from an argument");
        }
    }

    /** How many values a format string asks for. */
    static double placesIn(Typed pattern) {
        return pattern.expression() instanceof Literal literal
                ? Math.max(1, literal.text().chars().filter(c -> c == '%').count())
                : Typed.UNKNOWN;
    }

    private static double exponentOf(Expression exponent) {
        double[] largest = {1};
        ExpressionWalk.visit(exponent, expression -> {
            if (expression instanceof Literal literal) {
                double magnitude = Numbers.magnitude(literal);
                largest[0] = Double.isInfinite(magnitude) ? largest[0] : Math.max(largest[0], magnitude);
            }
        });
        return largest[0];
    }

    /** The product of the exponents of all powers in the expression; a factorial is one of its argument. */
    private static double powersIn(Expression expression) {
        double[] product = {1};
        ExpressionWalk.visit(expression, part -> {
            if (part instanceof Expression.Operation operation
                    && operation.operator().equals("^")) {
                product[0] *= Math.max(2, exponentOf(operation.right()));
            } else if (part instanceof Expression.Call call
                    && (call.function().equals("power") || call.function().equals("pow"))
                    && call.arguments().size() == 2) {
                product[0] *= Math.max(2, exponentOf(call.arguments().getLast()));
            } else if (part instanceof Expression.Call call && call.function().equals("factorial")) {
                call.arguments().forEach(argument -> product[0] *= Math.max(2, exponentOf(argument)));
            }
        });
        return product[0];
    }

    /** The product of the counts of all texts made longer in the expression. */
    private static double repeatsIn(Expression expression) {
        double[] product = {1};
        ExpressionWalk.visit(expression, part -> {
            if (part instanceof Expression.Call call
                    && isRepeat(call.function())
                    && call.arguments().size() > 1) {
                product[0] *= exponentOf(call.arguments().get(1));
            }
        });
        return product[0];
    }

    static boolean isRepeat(String function) {
        return function.equals("repeat") || function.equals("lpad") || function.equals("rpad");
    }

    private static void atMost(String what, double value, double maximum) {
        if (!(value <= maximum)) {
            String size = Double.isFinite(value) ? String.format(Locale.ROOT, "%.0f", value) : "an unknown size";
            throw limit(what + " asks for " + size + ", the limit is " + String.format(Locale.ROOT, "%.0f", maximum));
        }
    }

    private static Refusal limit(String detail) {
        return new Refusal(RejectionCode.RESOURCE_LIMIT, detail);
    }
}
