package dev.sayql.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The syntax of a query, as the grammar read it. These types are the allow-list: what cannot be said with them cannot be
 * executed. Immutable; equal queries mean the same text up to layout. A query in these types is no permission to run it: only
 * {@link ReadOnlySql} is.
 */
public sealed interface Query {

    /** The common table expressions in front of the query. */
    With with();

    /** ORDER BY, LIMIT and OFFSET behind the query. */
    Tail tail();

    record Select(
            With with,
            Distinct distinct,
            List<Target> targets,
            List<FromItem> from,
            @Nullable Expression where,
            Grouping grouping,
            @Nullable Expression having,
            List<Window> windows,
            Tail tail)
            implements Query {

        Select withTargets(List<Target> changed) {
            return new Select(with, distinct, changed, from, where, grouping, having, windows, tail);
        }
    }

    record Values(With with, List<List<Expression>> rows, Tail tail) implements Query {}

    record SetOperation(With with, SetOperator operator, boolean all, Query left, Query right, Tail tail)
            implements Query {}

    enum SetOperator {
        UNION,
        INTERSECT,
        EXCEPT
    }

    /** DISTINCT; with expressions it is DISTINCT ON. */
    record Distinct(boolean present, List<Expression> on) {}

    /** One column of the result; without a name PostgreSQL derives one from the expression. */
    record Target(Expression value, @Nullable String name) {}

    /** GROUP BY with its elements; no elements when there is none. */
    record Grouping(boolean distinct, List<Expression> elements) {}

    record Tail(
            List<SortKey> orderBy,
            @Nullable Expression limit,
            boolean withTies,
            @Nullable Expression offset) {
        static final Tail NONE = new Tail(List.of(), null, false, null);
    }

    record SortKey(Expression value, Direction direction, Nulls nulls) {}

    enum Direction {
        DEFAULT,
        ASC,
        DESC
    }

    enum Nulls {
        DEFAULT,
        FIRST,
        LAST
    }

    record With(boolean recursive, List<CommonTable> tables) {
        static final With NONE = new With(false, List.of());
    }

    record CommonTable(
            String name,
            List<String> columns,
            Materialized materialized,
            Query query,
            @Nullable Search search,
            @Nullable Cycle cycle) {}

    /** SEARCH: adds a column by which the rows of a recursion can be ordered. */
    record Search(boolean breadthFirst, List<String> columns, String sequence) {}

    /** CYCLE: ends a recursion where it comes back to a row, and adds the mark and the path. */
    record Cycle(
            List<String> columns, String mark, Expression.Literal value, Expression.Literal otherwise, String path) {}

    enum Materialized {
        DEFAULT,
        ALWAYS,
        NEVER
    }

    /** A window: a name of its own (in WINDOW), a reference (in OVER), or a definition in place, maybe based on another. */
    record Window(
            @Nullable String name,
            @Nullable String base,
            List<Expression> partitionBy,
            List<SortKey> orderBy,
            int frame,
            @Nullable Expression frameStart,
            @Nullable Expression frameEnd) {}
}
