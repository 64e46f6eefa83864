package dev.sayql.sql;

import java.util.List;
import java.util.Optional;

/**
 * What a checked statement does, as far as a reader of its result should be told: joins that may multiply rows, comparisons
 * with literals that may not exist, limits without an order.
 *
 * @param selects one for each SELECT at any depth; the outermost is first, a set operation lists its branches left to right
 */
public record QueryShape(List<Select> selects) {

    public QueryShape {
        selects = List.copyOf(selects);
    }

    /** One SELECT. For a set operation, ordered and limited tell of the operation's own clauses on its first branch. */
    public record Select(
            List<Range> ranges,
            List<JoinKey> joinKeys,
            List<Aggregate> aggregates,
            List<Comparison> comparisons,
            boolean grouped,
            boolean distinct,
            boolean ordered,
            boolean limited) {

        public Select {
            ranges = List.copyOf(ranges);
            joinKeys = List.copyOf(joinKeys);
            aggregates = List.copyOf(aggregates);
            comparisons = List.copyOf(comparisons);
        }
    }

    /** One entry of a FROM clause; no table when it is a subquery, a common table expression or a function. */
    public record Range(String alias, Optional<TableName> table) {}

    /** A column of a range; no table when the range has none. */
    public record ColumnReference(String alias, Optional<TableName> table, String column) {}

    /** Two columns set equal by ON, USING, NATURAL or WHERE. */
    public record JoinKey(ColumnReference left, ColumnReference right) {}

    /** An aggregate call; star for {@code count(*)}; columns are those anywhere in its arguments. */
    public record Aggregate(String function, boolean distinct, boolean star, List<ColumnReference> columns) {

        public Aggregate {
            columns = List.copyOf(columns);
        }
    }

    /**
     * A column compared with string literals.
     *
     * @param operator in upper case: =, &lt;&gt;, IN, NOT IN, LIKE, NOT LIKE, ILIKE, NOT ILIKE, BETWEEN, &lt;, …
     */
    public record Comparison(ColumnReference column, String operator, List<String> literals) {

        public Comparison {
            literals = List.copyOf(literals);
        }
    }
}
