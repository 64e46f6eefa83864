package dev.sayql.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One entry of a FROM clause. */
public sealed interface FromItem {

    /** A relation or a common table expression; after checking, the schema is set exactly for relations. */
    record Table(
            @Nullable String schema,
            String name,
            boolean only,
            @Nullable Alias alias,
            @Nullable Sample sample) implements FromItem {}

    record Subquery(Query query, boolean lateral, @Nullable Alias alias) implements FromItem {}

    record Functions(
            List<FunctionItem> functions,
            boolean rowsFrom,
            boolean lateral,
            boolean ordinality,
            @Nullable Alias alias,
            List<ColumnDefinition> columns)
            implements FromItem {}

    record JsonTable(
            JsonSyntax.Input input,
            String path,
            @Nullable String name,
            List<JsonSyntax.Argument> passing,
            List<JsonSyntax.Column> columns,
            JsonSyntax.@Nullable Behavior onError,
            boolean lateral,
            @Nullable Alias alias)
            implements FromItem {}

    record Join(
            JoinType type,
            boolean natural,
            FromItem left,
            FromItem right,
            List<String> using,
            @Nullable String usingAlias,
            @Nullable Expression on,
            @Nullable Alias alias)
            implements FromItem {}

    record Alias(String name, List<String> columns) {}

    record Sample(
            String method, Expression percentage, @Nullable Expression seed) {}

    record FunctionItem(Expression call, List<ColumnDefinition> columns) {}

    record ColumnDefinition(String name, TypeReference type) {}

    enum JoinType {
        INNER,
        LEFT,
        RIGHT,
        FULL
    }
}
