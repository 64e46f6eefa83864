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
 */
record Typed(
        Expression expression,
        boolean opaque,
        double magnitude,
        Family family,
        QueryShape.@Nullable ColumnReference column) {

    static final double UNKNOWN = Double.POSITIVE_INFINITY;

    enum Family {
        NUMBER,
        TEXT,
        OTHER
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
        return new Typed(change.apply(expression), opaque, magnitude, family, null);
    }
}
