package dev.sayql.engine;

import dev.sayql.core.semantics.Aggregation;
import java.math.BigDecimal;
import java.util.List;

/** What a row must satisfy. */
sealed interface Condition {

    /** A value written into the query. */
    sealed interface Literal {
        record Text(String value) implements Literal {}

        record Numeric(BigDecimal value) implements Literal {}

        record Truth(boolean value) implements Literal {}
    }

    record Comparison(Expression left, Operator operator, Literal right) implements Condition {}

    /** Two columns compared with each other. */
    record Columns(Expression left, Operator operator, Expression right) implements Condition {}

    record OneOf(Expression left, List<Literal> values, boolean negated) implements Condition {
        public OneOf {
            values = List.copyOf(values);
        }
    }

    record Between(Expression left, BigDecimal low, BigDecimal high) implements Condition {}

    record During(Expression date, DateRange range) implements Condition {}

    record IsNull(Expression left, boolean negated) implements Condition {}

    record Matches(Expression left, TextMatch match, String text, boolean negated) implements Condition {}

    /** Compared with the mean (or another fold) of the same expression over all rows. */
    record AgainstAll(Expression left, Operator operator, Aggregation aggregation) implements Condition {}

    /** Compared with the only value of another query. */
    record AgainstQuery(Expression left, Operator operator, Query query) implements Condition {}

    /** One of the values of another query, or none of them. */
    record InQuery(Expression left, Query query, boolean negated) implements Condition {}

    /** A fold over the rows along the path compares so with the mean of the same fold over all that have any. */
    record FoldedAgainstMean(Path path, Expression.Fold fold, Operator operator) implements Condition {}

    /**
     * The first within a group, ties included.
     *
     * @param groups what tells the groups apart
     * @param among what narrows the rows that it is compared with
     */
    record BestOf(Expression.Column value, boolean highest, List<Expression> groups, List<Condition> among)
            implements Condition {
        public BestOf {
            groups = List.copyOf(groups);
            among = List.copyOf(among);
        }
    }

    /** A name of a row in a tree, or of a row above it. */
    record InTree(Condition named, List<Condition> above) implements Condition {
        public InTree {
            above = List.copyOf(above);
        }
    }

    /** One of several. */
    record AnyOf(List<Condition> conditions) implements Condition {
        public AnyOf {
            conditions = List.copyOf(conditions);
        }
    }

    /** All of several, as one of the alternatives. */
    record AllOf(List<Condition> conditions) implements Condition {
        public AllOf {
            conditions = List.copyOf(conditions);
        }
    }

    /** There are rows (or none) along the path that satisfy all of the conditions. */
    record Exists(Path path, List<Condition> conditions, boolean negated) implements Condition {
        public Exists {
            conditions = List.copyOf(conditions);
        }
    }

    /** A fold over the rows along the path compares so with a number. */
    record Folded(Path path, Expression.Fold fold, Operator operator, BigDecimal number, List<Condition> conditions)
            implements Condition {
        public Folded {
            conditions = List.copyOf(conditions);
        }
    }
}
