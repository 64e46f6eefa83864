package dev.sayql.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value expression. Operators are those of {@code pg_catalog}; calls carry the schema only when the text did. */
public sealed interface Expression {

    record Literal(LiteralKind kind, String text) implements Expression {
        static final Literal NULL = new Literal(LiteralKind.NULL, "");

        public boolean isString() {
            return kind == LiteralKind.STRING;
        }

        public boolean isNumber() {
            return kind == LiteralKind.INTEGER || kind == LiteralKind.DECIMAL;
        }
    }

    /** The expression under any COLLATE: PostgreSQL gives a literal there the type that its surroundings ask for. */
    static Expression withoutCollation(Expression expression) {
        return expression instanceof Collate(Expression value, String _) ? withoutCollation(value) : expression;
    }

    enum LiteralKind {
        INTEGER,
        DECIMAL,
        STRING,
        BITS,
        BOOLEAN,
        NULL
    }

    /** A possibly qualified name: column, table.column or schema.table.column; or a whole row. */
    record Name(List<String> parts) implements Expression {
        String last() {
            return parts.getLast();
        }
    }

    /** {@code *} or {@code table.*}; allowed only as a column of a SELECT, and gone after checking. */
    record Star(List<String> qualifier) implements Expression {}

    record Operation(String operator, @Nullable Expression left, Expression right) implements Expression {}

    /** An operator of another schema than pg_catalog. */
    record SchemaOperation(
            String schema, String symbol, @Nullable Expression left, Expression right) implements Expression {}

    /** {@code value op ANY (array)} or {@code ALL}; the schema is named only when it is not pg_catalog. */
    record Quantified(@Nullable String schema, String operator, boolean all, Expression value, Expression array)
            implements Expression {}

    /** LIKE, ILIKE and SIMILAR TO. */
    record Match(
            MatchKind kind,
            boolean negated,
            Expression value,
            Expression pattern,
            @Nullable Expression escape) implements Expression {}

    enum MatchKind {
        LIKE,
        ILIKE,
        SIMILAR
    }

    record Between(boolean negated, boolean symmetric, Expression value, Expression low, Expression high)
            implements Expression {}

    record InList(boolean negated, Expression value, List<Expression> items) implements Expression {}

    record DistinctFrom(boolean negated, Expression left, Expression right) implements Expression {}

    record NullIf(Expression left, Expression right) implements Expression {}

    record Logical(boolean and, List<Expression> arguments) implements Expression {}

    record Not(Expression argument) implements Expression {}

    record NullTest(Expression argument, boolean negated) implements Expression {}

    record BooleanTest(Expression argument, String test) implements Expression {}

    record Case(
            @Nullable Expression operand,
            List<When> whens,
            @Nullable Expression otherwise) implements Expression {}

    record When(Expression condition, Expression result) {}

    record Coalesce(List<Expression> arguments) implements Expression {}

    record Extreme(boolean greatest, List<Expression> arguments) implements Expression {}

    /** {@code current_date} and its kind; the precision is -1 when none is given. */
    record CurrentTime(String function, int precision) implements Expression {}

    record Cast(Expression value, TypeReference type) implements Expression {}

    record Collate(Expression value, String collation) implements Expression {}

    record Call(
            @Nullable String schema,
            String function,
            List<Expression> arguments,
            boolean variadic,
            boolean star,
            boolean distinct,
            List<Query.SortKey> orderBy,
            boolean withinGroup,
            @Nullable Expression filter,
            Query.@Nullable Window over,
            boolean sqlSyntax)
            implements Expression {

        /** The same call of this schema's function, with these arguments. */
        Call of(String ownSchema, List<Expression> changed) {
            return new Call(
                    ownSchema,
                    function,
                    changed,
                    variadic,
                    star,
                    distinct,
                    orderBy,
                    withinGroup,
                    filter,
                    over,
                    sqlSyntax);
        }
    }

    record NamedArgument(String name, Expression value) implements Expression {}

    record Scalar(Query query) implements Expression {}

    record Exists(Query query) implements Expression {}

    record ArrayOf(Query query) implements Expression {}

    /** {@code value IN (query)}. */
    record InQuery(Expression value, Query query) implements Expression {}

    /** {@code value op ANY (query)} or {@code ALL}; the schema is named only when it is not pg_catalog. */
    record QuantifiedQuery(@Nullable String schema, String operator, boolean all, Expression value, Query query)
            implements Expression {}

    record ArrayLiteral(List<Expression> elements) implements Expression {}

    record Row(List<Expression> elements, boolean explicit) implements Expression {}

    record Element(Expression value, List<Subscript> subscripts) implements Expression {}

    record Subscript(
            boolean slice,
            @Nullable Expression lower,
            @Nullable Expression upper) {}

    /** {@code (value).field}. */
    record Field(Expression value, String field) implements Expression {}

    /** Part of GROUP BY. */
    record GroupingSet(GroupingSetKind kind, List<Expression> content) implements Expression {}

    enum GroupingSetKind {
        EMPTY,
        SIMPLE,
        ROLLUP,
        CUBE,
        SETS
    }

    /** {@code GROUPING(…)}. */
    record GroupingLevel(List<Expression> arguments) implements Expression {}

    /** {@code value IS JSON}. */
    record IsJson(Expression value, String itemType, boolean uniqueKeys) implements Expression {}

    /** A function of SQL/JSON. */
    record Json(JsonSyntax syntax) implements Expression {}

    /** {@code (value).*}; allowed only as a column of a SELECT, and gone after checking. */
    record FieldStar(Expression value) implements Expression {}
}
