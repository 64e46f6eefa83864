package dev.sayql.engine;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;

/** How two values are compared. */
enum Operator {
    EQUAL("=", "is"),
    NOT_EQUAL("<>", "is not"),
    LESS("<", "is less than"),
    LESS_OR_EQUAL("<=", "is at most"),
    GREATER(">", "is more than"),
    GREATER_OR_EQUAL(">=", "is at least");

    private final String sql;
    private final String words;

    Operator(String sql, String words) {
        this.sql = sql;
        this.words = words;
    }

    String sql() {
        return sql;
    }

    static Operator of(String sql) {
        return find(sql).orElseThrow();
    }

    static Optional<Operator> find(String sql) {
        return Arrays.stream(values())
                .filter(operator -> operator.sql.equals(sql))
                .findFirst();
    }

    String words() {
        return words;
    }

    /** What holds exactly when this does not. */
    Operator negated() {
        return switch (this) {
            case EQUAL -> NOT_EQUAL;
            case NOT_EQUAL -> EQUAL;
            case LESS -> GREATER_OR_EQUAL;
            case LESS_OR_EQUAL -> GREATER;
            case GREATER -> LESS_OR_EQUAL;
            case GREATER_OR_EQUAL -> LESS;
        };
    }

    /** Whether nothing at all, counted as zero, would satisfy it. */
    boolean holdsForZero(BigDecimal number) {
        int sign = BigDecimal.ZERO.compareTo(number);
        return switch (this) {
            case EQUAL -> sign == 0;
            case NOT_EQUAL -> sign != 0;
            case LESS -> sign < 0;
            case LESS_OR_EQUAL -> sign <= 0;
            case GREATER -> sign > 0;
            case GREATER_OR_EQUAL -> sign >= 0;
        };
    }
}
