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
 * @param extension the extension's type it is of, when the owner opened that; the value is opaque then for whoever does not
 *     ask
 */
record Typed(
        Expression expression,
        boolean opaque,
        double magnitude,
        Family family,
        QueryShape.@Nullable ColumnReference column,
        double size,
        Catalog.@Nullable TypeName extension) {

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
        this(expression, opaque, magnitude, family, column, 0, null);
    }

    static Typed ofExtension(Expression expression, Catalog.TypeName type) {
        return new Typed(expression, true, UNKNOWN, AllowedTypes.family(type), null, 0, type);
    }

    Typed withSize(double newSize) {
        return new Typed(expression, opaque, magnitude, family, column, newSize, extension);
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
        return new Typed(change.apply(expression), opaque, magnitude, family, null, 0, extension);
    }
}
