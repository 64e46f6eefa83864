package dev.sayql.sql;

import dev.sayql.sql.JsonSyntax.Argument;
import dev.sayql.sql.JsonSyntax.Behavior;
import dev.sayql.sql.JsonSyntax.Column;
import dev.sayql.sql.JsonSyntax.Entry;
import dev.sayql.sql.JsonSyntax.Input;
import dev.sayql.sql.JsonSyntax.Output;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks the functions of SQL/JSON: their paths are literals, their types are listed, and all values in them are checked. */
final class JsonChecker {

    private final StatementCheck statement;
    private final ExpressionChecker expressions;
    private final QueryChecker queries;

    JsonChecker(StatementCheck statement, ExpressionChecker expressions, QueryChecker queries) {
        this.statement = statement;
        this.expressions = expressions;
        this.queries = queries;
    }

    Typed check(JsonSyntax json, Scope scope) {
        return Typed.of(new Expression.Json(
                switch (json) {
                    case JsonSyntax.Lookup lookup -> lookup(lookup, scope);
                    case JsonSyntax.Constructor constructor -> {
                        List<Entry> entries = new ArrayList<>();
                        constructor.entries().forEach(entry -> entries.add(entry(entry, scope)));
                        yield new JsonSyntax.Constructor(
                                constructor.object(),
                                entries,
                                constructor.absentOnNull(),
                                constructor.unique(),
                                output(constructor.returning()));
                    }
                    case JsonSyntax.ArrayQuery(Query query, Output returning) ->
                        new JsonSyntax.ArrayQuery(expressions.plainQuery(query, scope), output(returning));
                    case JsonSyntax.Aggregate aggregate -> aggregate(aggregate, scope);
                    case JsonSyntax.Conversion(
                            JsonSyntax.ConversionKind kind,
                            Input input,
                            boolean unique,
                            Output returning) ->
                        new JsonSyntax.Conversion(kind, input(input, scope), unique, output(returning));
                }));
    }

    /**
     * What stands where a JSON path is taken; only there may a text be cast to one. Beside a value of that type any literal would
     * become a path: in COALESCE, an array, a UNION.
     */
    Typed path(Expression written, Scope scope) {
        if (written instanceof Expression.Cast(Expression text, TypeReference type) && AllowedTypes.isJsonPath(type)) {
            PatternRules.checkJsonPath(text);
            return Typed.of(new Expression.Cast(expressions.plain(text, scope).expression(), type));
        }
        return expressions.comparable(written, scope);
    }

    private JsonSyntax lookup(JsonSyntax.Lookup lookup, Scope scope) {
        PatternRules.checkJsonPath(lookup.path());
        return new JsonSyntax.Lookup(
                lookup.kind(),
                input(lookup.input(), scope),
                path(lookup.path(), scope).expression(),
                arguments(lookup.passing(), scope),
                output(lookup.returning()),
                lookup.wrapper(),
                lookup.quotes(),
                behavior(lookup.onEmpty(), scope),
                behavior(lookup.onError(), scope));
    }

    private JsonSyntax aggregate(JsonSyntax.Aggregate aggregate, Scope scope) {
        Query.Window over = aggregate.over();
        if (over == null) {
            scope.shape().beginAggregate();
        }
        Entry entry = entry(aggregate.entry(), scope);
        List<Query.SortKey> order = expressions.sortKeys(aggregate.orderBy(), scope);
        if (over == null) {
            scope.shape().endAggregate(aggregate.object() ? "json_objectagg" : "json_arrayagg", false, false);
        } else {
            statement.addComplexity(1);
        }
        return new JsonSyntax.Aggregate(
                aggregate.object(),
                entry,
                order,
                aggregate.absentOnNull(),
                aggregate.unique(),
                output(aggregate.returning()),
                expressions.optional(aggregate.filter(), scope),
                over == null ? null : queries.window(over, scope));
    }

    /** JSON_TABLE sees what stands before it in the FROM clause, with or without LATERAL. */
    FromItem.JsonTable table(FromItem.JsonTable table, Scope scope) {
        PatternRules.checkJsonPath(new Expression.Literal(Expression.LiteralKind.STRING, table.path()));
        Typed document = expressions.plain(table.input().value(), scope);
        // Two characters make a row at most.
        statement.resources().unnested(document.size() / 2);
        return new FromItem.JsonTable(
                new Input(document.expression(), table.input().formatJson()),
                table.path(),
                table.name(),
                arguments(table.passing(), scope),
                columns(table.columns(), scope),
                behavior(table.onError(), scope),
                table.lateral(),
                table.alias());
    }

    /** The columns as PostgreSQL numbers them: at each level those of the level itself come first. */
    static List<Range.Column> rangeColumns(List<Column> columns) {
        List<Range.Column> all = new ArrayList<>();
        for (Column column : columns) {
            String name = column.name();
            if (name != null) {
                all.add(new Range.Column(name, false, Typed.UNKNOWN, Typed.Family.OTHER));
            }
        }
        columns.forEach(column -> all.addAll(rangeColumns(column.nested())));
        return all;
    }

    private List<Column> columns(List<Column> columns, Scope scope) {
        List<Column> checked = new ArrayList<>();
        for (Column column : columns) {
            String path = column.path();
            if (path != null) {
                PatternRules.checkJsonPath(new Expression.Literal(Expression.LiteralKind.STRING, path));
            }
            TypeReference type = column.type();
            checked.add(new Column(
                    column.kind(),
                    column.name(),
                    type == null
                            ? null
                            : AllowedTypes.check(type, statement.rules().catalog()),
                    path,
                    column.pathName(),
                    column.formatJson(),
                    column.wrapper(),
                    column.quotes(),
                    behavior(column.onEmpty(), scope),
                    behavior(column.onError(), scope),
                    columns(column.nested(), scope)));
        }
        return checked;
    }

    private List<Argument> arguments(List<Argument> arguments, Scope scope) {
        List<Argument> checked = new ArrayList<>();
        arguments.forEach(argument -> checked.add(new Argument(input(argument.value(), scope), argument.name())));
        return checked;
    }

    private Entry entry(Entry entry, Scope scope) {
        return new Entry(expressions.optional(entry.key(), scope), input(entry.value(), scope));
    }

    private Input input(Input input, Scope scope) {
        return new Input(expressions.plain(input.value(), scope).expression(), input.formatJson());
    }

    private @Nullable Output output(@Nullable Output output) {
        return output == null
                ? null
                : new Output(AllowedTypes.check(output.type(), statement.rules().catalog()), output.formatJson());
    }

    private @Nullable Behavior behavior(@Nullable Behavior behavior, Scope scope) {
        return behavior == null ? null : new Behavior(behavior.kind(), expressions.optional(behavior.value(), scope));
    }
}
