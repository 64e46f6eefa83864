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

/** Prints the functions of SQL/JSON. */
final class JsonPrinter {

    private final QueryPrinter queries;
    private final ExpressionPrinter expressions;

    JsonPrinter(QueryPrinter queries, ExpressionPrinter expressions) {
        this.queries = queries;
        this.expressions = expressions;
    }

    String print(JsonSyntax json, int indent) {
        return switch (json) {
            case JsonSyntax.Lookup lookup ->
                "JSON_" + lookup.kind() + "(" + input(lookup.input(), indent) + ", "
                        + expressions.print(lookup.path(), indent) + passing(lookup.passing(), indent)
                        + output(lookup.returning()) + lookup.wrapper().words()
                        + lookup.quotes().words() + behaviors(lookup.onEmpty(), lookup.onError(), indent) + ")";
            case JsonSyntax.Constructor constructor -> constructor(constructor, indent);
            case JsonSyntax.ArrayQuery(Query query, Output returning) ->
                "JSON_ARRAY" + open(queries.nested(query, indent)) + output(returning) + ")";
            case JsonSyntax.Aggregate aggregate -> aggregate(aggregate, indent);
            case JsonSyntax.Conversion(JsonSyntax.ConversionKind kind, Input input, boolean unique, Output returning) ->
                kind.word() + "(" + input(input, indent) + (unique ? " WITH UNIQUE KEYS" : "") + output(returning)
                        + ")";
        };
    }

    /** The query stands in the function's own parentheses, behind which nothing but RETURNING may follow. */
    private static String open(String nested) {
        return nested.substring(0, nested.length() - 1);
    }

    private String constructor(JsonSyntax.Constructor constructor, int indent) {
        List<String> entries = new ArrayList<>();
        constructor.entries().forEach(entry -> entries.add(entry(entry, indent)));
        boolean object = constructor.object();
        String nulls = entries.isEmpty() ? "" : nulls(object, constructor.absentOnNull());
        String text = String.join(", ", entries)
                + nulls
                + (constructor.unique() ? " WITH UNIQUE KEYS" : "")
                + output(constructor.returning());
        return (object ? "JSON_OBJECT(" : "JSON_ARRAY(") + text.strip() + ")";
    }

    private String aggregate(JsonSyntax.Aggregate aggregate, int indent) {
        StringBuilder text = new StringBuilder(aggregate.object() ? "JSON_OBJECTAGG(" : "JSON_ARRAYAGG(");
        text.append(entry(aggregate.entry(), indent));
        if (!aggregate.orderBy().isEmpty()) {
            text.append(" ORDER BY ").append(queries.sortKeys(aggregate.orderBy(), indent));
        }
        text.append(nulls(aggregate.object(), aggregate.absentOnNull()));
        text.append(aggregate.unique() ? " WITH UNIQUE KEYS" : "");
        text.append(output(aggregate.returning())).append(')');
        Expression filter = aggregate.filter();
        if (filter != null) {
            text.append(" FILTER (WHERE ")
                    .append(expressions.print(filter, indent))
                    .append(')');
        }
        Query.Window over = aggregate.over();
        if (over != null) {
            text.append(" OVER ").append(queries.over(over, indent));
        }
        return text.toString();
    }

    /** Objects keep NULL unless told otherwise, arrays leave it out. */
    private static String nulls(boolean object, boolean absentOnNull) {
        if (object) {
            return absentOnNull ? " ABSENT ON NULL" : "";
        }
        return absentOnNull ? "" : " NULL ON NULL";
    }

    String table(FromItem.JsonTable table, int indent) {
        String name = table.name();
        return (table.lateral() ? "LATERAL " : "")
                + "JSON_TABLE("
                + input(table.input(), indent)
                + ", "
                + SqlQuoting.literal(table.path())
                + (name == null ? "" : " AS " + SqlQuoting.identifier(name))
                + passing(table.passing(), indent)
                + columns(table.columns(), indent)
                + behaviors(null, table.onError(), indent)
                + ")";
    }

    private String columns(List<Column> columns, int indent) {
        List<String> texts = new ArrayList<>();
        columns.forEach(column -> texts.add(column(column, indent)));
        return " COLUMNS (" + String.join(", ", texts) + ")";
    }

    private String column(Column column, int indent) {
        String path = column.path();
        String pathText = path == null ? "" : " PATH " + SqlQuoting.literal(path);
        String behaviors = behaviors(column.onEmpty(), column.onError(), indent);
        String wrapping = column.wrapper().words() + column.quotes().words();
        return switch (column.kind()) {
            case FOR_ORDINALITY -> name(column) + " FOR ORDINALITY";
            case REGULAR -> name(column) + type(column) + pathText + wrapping + behaviors;
            case FORMATTED -> name(column) + type(column) + " FORMAT JSON" + pathText + wrapping + behaviors;
            case EXISTS -> name(column) + type(column) + " EXISTS" + pathText + behaviors;
            case NESTED -> {
                String pathName = column.pathName();
                yield "NESTED" + pathText + (pathName == null ? "" : " AS " + SqlQuoting.identifier(pathName))
                        + columns(column.nested(), indent);
            }
        };
    }

    private static String name(Column column) {
        String name = column.name();
        if (name == null) {
            throw new IllegalStateException("a column of JSON_TABLE without a name");
        }
        return SqlQuoting.identifier(name);
    }

    private static String type(Column column) {
        TypeReference type = column.type();
        if (type == null) {
            throw new IllegalStateException("a column of JSON_TABLE without a type");
        }
        return " " + AllowedTypes.text(type);
    }

    private String entry(Entry entry, int indent) {
        Expression key = entry.key();
        String value = input(entry.value(), indent);
        return key == null ? value : expressions.print(key, indent) + ": " + value;
    }

    private String input(Input input, int indent) {
        return expressions.print(input.value(), indent) + (input.formatJson() ? " FORMAT JSON" : "");
    }

    private String passing(List<Argument> arguments, int indent) {
        List<String> texts = new ArrayList<>();
        arguments.forEach(argument ->
                texts.add(input(argument.value(), indent) + " AS " + SqlQuoting.identifier(argument.name())));
        return texts.isEmpty() ? "" : " PASSING " + String.join(", ", texts);
    }

    private static String output(@Nullable Output output) {
        return output == null
                ? ""
                : " RETURNING " + AllowedTypes.text(output.type()) + (output.formatJson() ? " FORMAT JSON" : "");
    }

    private String behaviors(@Nullable Behavior onEmpty, @Nullable Behavior onError, int indent) {
        return (onEmpty == null ? "" : behavior(onEmpty, indent) + " ON EMPTY")
                + (onError == null ? "" : behavior(onError, indent) + " ON ERROR");
    }

    private String behavior(Behavior behavior, int indent) {
        String words = " " + behavior.kind().name().replace('_', ' ');
        Expression value = behavior.value();
        return value == null ? words : words + " " + expressions.print(value, indent);
    }
}
