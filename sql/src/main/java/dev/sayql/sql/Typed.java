package dev.sayql.sql;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A checked expression with what is known of its value.
 *
 * @param expression the expression as it will be printed
 * @param opaque whether the value is of an extension's type
 * @param magnitude how large a number the literals of the query can make of it; 1 for what comes from the data, infinity
 *     when nothing is known
 * @param family what kind of value it is, as far as that is plain to see
 * @param column the column it is, when it is nothing but a column
 * @param size how long a text or array the literals of the query can make of it, in characters or stored values; 0 when that
 *     is the sum of its parts
 */
record Typed(
        Expression expression,
        boolean opaque,
        double magnitude,
        Family family,
        QueryShape.@Nullable ColumnReference column,
        double size) {

    static final double UNKNOWN = Double.POSITIVE_INFINITY;

    enum Family {
        NUMBER,
        TEXT,
        /** Of an extension's type, and may be cast to text. */
        SHOWN_AS_TEXT,
        OTHER
    }

    Typed(
            Expression expression,
            boolean opaque,
            double magnitude,
            Family family,
            QueryShape.@Nullable ColumnReference column) {
        this(expression, opaque, magnitude, family, column, 0);
    }

    Typed withSize(double newSize) {
        return new Typed(expression, opaque, magnitude, family, column, newSize);
    }

    static Typed of(Expression expression) {
        return new Typed(expression, false, UNKNOWN, Family.OTHER, null);
    }

    static Typed number(Expression expression, double magnitude) {
        return new Typed(expression, false, magnitude, Family.NUMBER, null);
    }

    static Typed text(Expression expression) {
        return new Typed(expression, false, UNKNOWN, Family.TEXT, null);
    }

    Typed with(UnaryOperator<Expression> change) {
        return new Typed(change.apply(expression), opaque, magnitude, family, null, 0);
    }
}
