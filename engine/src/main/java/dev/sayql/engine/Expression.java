package dev.sayql.engine;

import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.DataType;
import dev.sayql.core.semantics.Aggregation;
import dev.sayql.sql.TableName;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** A value that a query computes. The query's representation knows no joins; they follow from the tables it names. */
sealed interface Expression {

    /**
     * One appearance of a table in a query: a table can appear twice, as parent and as child.
     *
     * @param through the key column that leads to it; empty when the joins decide
     */
    record Range(TableName table, int number, Optional<ColumnName> through) {

        Range(TableName table, int number) {
            this(table, number, Optional.empty());
        }

        static Range of(TableName table) {
            return new Range(table, 0);
        }

        /** The row that a key column points to, whatever other keys lead to the same table. */
        static Range through(ColumnName key, TableName table) {
            return new Range(table, 0, Optional.of(key));
        }
    }

    record Column(Range range, String name, DataType type) implements Expression {}

    record Constant(BigDecimal value) implements Expression {}

    record Arithmetic(char operator, Expression left, Expression right) implements Expression {}

    /** A date cut down to the first day of its week, month, …. */
    record Bucket(TimeUnit unit, Expression date) implements Expression {}

    /** A number out of a date: its year, its month, …. */
    record DatePart(TimeUnit unit, Expression date) implements Expression {}

    /**
     * Many values folded into one. A count without {@code over} counts rows of {@code rows}.
     *
     * @param only when present, only rows that satisfy all of these are folded
     */
    record Fold(Aggregation aggregation, Optional<Expression> over, Range rows, List<Condition> only)
            implements Expression {

        public Fold {
            only = List.copyOf(only);
        }

        static Fold of(Aggregation aggregation, Expression over, Range rows) {
            return new Fold(aggregation, Optional.of(over), rows, List.of());
        }

        static Fold countOf(Range rows) {
            return new Fold(Aggregation.COUNT, Optional.empty(), rows, List.of());
        }
    }

    /** A part in percent of a whole: of another fold, or of the sum over all groups. */
    record Percentage(Fold part, Optional<Fold> whole) implements Expression {}

    /** A fold of the rows beyond a path, worked out for each row; nothing there counts as none. */
    record Tally(Path path, Fold fold, List<Condition> only) implements Expression {
        public Tally {
            only = List.copyOf(only);
        }
    }

    /** A fold for each of the things that another fold counts: orders per customer, on average. */
    record Ratio(Fold part, Fold each) implements Expression {}

    /** Whether it contains a fold. */
    default boolean isFolded() {
        return switch (this) {
            case Fold _, Percentage _, Ratio _ -> true;
            case Arithmetic(char _, Expression left, Expression right) -> left.isFolded() || right.isFolded();
            case Column _, Constant _, Bucket _, DatePart _, Tally _ -> false;
        };
    }
}
