package dev.sayql.engine;

import dev.sayql.core.semantics.Aggregation;
import java.util.List;
import java.util.Optional;

/**
 * A query without its columns, tables, values and numbers: the shape that questions over any database share. Immutable.
 *
 * @param countsRows whether the table whose rows are counted, or shown whole, is a choice of its own
 * @param extra whether one more table is joined than the columns need
 */
record Sketch(
        List<Shown> shown,
        boolean distinct,
        boolean countsRows,
        boolean extra,
        List<Test> tests,
        Grouped grouped,
        List<Limit> having,
        List<Key> order,
        Cut cut,
        Optional<Combined> combined) {

    /** What is computed of a column, or of whole rows. */
    enum Measure {
        COLUMN,
        ROWS,
        EVERYTHING,
        COUNT,
        DIFFERENT,
        SUM,
        AVERAGE,
        LEAST,
        MOST;

        boolean hasColumn() {
            return this != ROWS && this != EVERYTHING;
        }

        boolean isFold() {
            return this != COLUMN && this != EVERYTHING;
        }

        Aggregation aggregation() {
            return switch (this) {
                case ROWS, COUNT, COLUMN, EVERYTHING -> Aggregation.COUNT;
                case DIFFERENT -> Aggregation.COUNT_DISTINCT;
                case SUM -> Aggregation.SUM;
                case AVERAGE -> Aggregation.AVERAGE;
                case LEAST -> Aggregation.MINIMUM;
                case MOST -> Aggregation.MAXIMUM;
            };
        }

        static Measure of(Aggregation aggregation, boolean column) {
            return switch (aggregation) {
                case COUNT -> column ? COUNT : ROWS;
                case COUNT_DISTINCT -> DIFFERENT;
                case SUM -> SUM;
                case AVERAGE -> AVERAGE;
                case MINIMUM -> LEAST;
                case MAXIMUM -> MOST;
            };
        }
    }

    record Shown(Measure measure) {}

    /** What a row must satisfy. */
    sealed interface Test {}

    /** A column compared with a value of the question. */
    record Compared(Operator operator) implements Test {}

    record Within() implements Test {}

    record Missing(boolean negated) implements Test {}

    record Like(TextMatch match, boolean negated) implements Test {}

    /** Two columns compared with each other. */
    record TwoColumns(Operator operator) implements Test {}

    /** A column compared with what another query finds. */
    record Against(Operator operator, Sketch query) implements Test {}

    record Among(boolean negated, Sketch query) implements Test {}

    record Either(List<Test> tests) implements Test {
        public Either {
            tests = List.copyOf(tests);
        }
    }

    /** How folds are grouped. */
    enum Grouped {
        NOT,
        BY_SHOWN,
        BY_OTHER
    }

    record Limit(Measure measure, Operator operator) {}

    record Key(Measure measure, boolean descending) {}

    /** How many rows are kept. */
    enum Cut {
        NONE,
        ONE,
        SOME
    }

    record Combined(Query.SetOperator operator, Sketch query) {}

    public Sketch {
        shown = List.copyOf(shown);
        tests = List.copyOf(tests);
        having = List.copyOf(having);
        order = List.copyOf(order);
    }
}
