package dev.sayql.engine;

import java.math.BigDecimal;
import java.util.List;

/** What a column must be for a name that the team gave to a condition: "in stock", "unpaid". Immutable. */
sealed interface Taught {

    /** Compared with a number. */
    record Compared(Operator operator, BigDecimal number) implements Taught {}

    /** Any stored value but one. */
    record OtherThan(String value) implements Taught {}

    /** One of several stored values. */
    record OneOf(List<String> values) implements Taught {
        public OneOf {
            values = List.copyOf(values);
        }
    }

    /** There is no value, or, {@code negated}, there is one. */
    record Missing(boolean negated) implements Taught {}
}
