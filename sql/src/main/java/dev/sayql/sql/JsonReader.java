package dev.sayql.sql;

import dev.sayql.sql.JsonSyntax.Argument;
import dev.sayql.sql.JsonSyntax.Behavior;
import dev.sayql.sql.JsonSyntax.BehaviorKind;
import dev.sayql.sql.JsonSyntax.Column;
import dev.sayql.sql.JsonSyntax.ColumnKind;
import dev.sayql.sql.JsonSyntax.ConversionKind;
import dev.sayql.sql.JsonSyntax.Entry;
import dev.sayql.sql.JsonSyntax.Input;
import dev.sayql.sql.JsonSyntax.LookupKind;
import dev.sayql.sql.JsonSyntax.Output;
import dev.sayql.sql.JsonSyntax.Quotes;
import dev.sayql.sql.JsonSyntax.Wrapper;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the functions of SQL/JSON; refuses what is not listed. The caller ends the node. */
final class JsonReader {

    private final QueryReader queries;
    private final ExpressionReader expressions;

    JsonReader(QueryReader queries, ExpressionReader expressions) {
        this.queries = queries;
        this.expressions = expressions;
    }

    Expression lookup(TreeNode node) {
        LookupKind kind = value(LookupKind.class, node.text("op").replaceAll("^JSON_|_OP$", ""));
        return new Expression.Json(new JsonSyntax.Lookup(
                kind,
                input(node.fixedNode("context_item", "JsonValueExpr")),
                expressions.read(node.node("pathspec")),
                arguments(node),
                output(node.fixedNode("output", "JsonOutput")),
                wrapper(node),
                quotes(node),
                behavior(node.fixedNode("on_empty", "JsonBehavior")),
                behavior(node.fixedNode("on_error", "JsonBehavior"))));
    }

    Expression constructor(TreeNode node, boolean object) {
        List<Entry> entries = new ArrayList<>();
        for (TreeNode entry : node.nodes("exprs")) {
            entries.add(object ? entry(entry.as("JsonKeyValue")) : new Entry(null, input(entry.as("JsonValueExpr"))));
        }
        return new Expression.Json(new JsonSyntax.Constructor(
                object,
                entries,
                node.flag("absent_on_null"),
                node.flag("unique"),
                output(node.fixedNode("output", "JsonOutput"))));
    }

    Expression arrayQuery(TreeNode node) {
        Query query = queries.query(node.node("query"));
        // The grammar sets it always; no text leads to the other value.
        boolean absentOnNull = node.flag("absent_on_null");
        if (!absentOnNull || isJson(node)) {
            throw TreeNode.unexpected("JSON_ARRAY of a query in an unknown form");
        }
        return new Expression.Json(new JsonSyntax.ArrayQuery(query, output(node.fixedNode("output", "JsonOutput"))));
    }

    Expression aggregate(TreeNode node, boolean object) {
        TreeNode constructor = required(node.fixedNode("constructor", "JsonAggConstructor"));
        TreeNode argument = required(node.fixedNode("arg", object ? "JsonKeyValue" : "JsonValueExpr"));
        Entry entry = object ? entry(argument) : new Entry(null, input(argument));
        TreeNode over = constructor.fixedNode("over", "WindowDef");
        JsonSyntax.Aggregate aggregate = new JsonSyntax.Aggregate(
                object,
                entry,
                queries.sortKeys(constructor.nodes("agg_order")),
                node.flag("absent_on_null"),
                node.flag("unique"),
                output(constructor.fixedNode("output", "JsonOutput")),
                expressions.optional(constructor.optionalNode("agg_filter")),
                over == null ? null : queries.window(over));
        constructor.end();
        return new Expression.Json(aggregate);
    }

    Expression conversion(TreeNode node, ConversionKind kind) {
        Input input = kind == ConversionKind.SCALAR
                ? new Input(expressions.read(node.node("expr")), false)
                : input(node.fixedNode("expr", "JsonValueExpr"));
        return new Expression.Json(new JsonSyntax.Conversion(
                kind, input, node.flag("unique_keys"), output(node.fixedNode("output", "JsonOutput"))));
    }

    FromItem.JsonTable table(TreeNode node, FromItem.@Nullable Alias alias) {
        TreeNode path = required(node.fixedNode("pathspec", "JsonTablePathSpec"));
        String name = path.text("name");
        FromItem.JsonTable table = new FromItem.JsonTable(
                input(node.fixedNode("context_item", "JsonValueExpr")),
                pathText(path),
                name.isEmpty() ? null : name,
                arguments(node),
                columns(node),
                behavior(node.fixedNode("on_error", "JsonBehavior")),
                node.flag("lateral"),
                alias);
        path.end();
        return table;
    }

    private List<Column> columns(TreeNode node) {
        List<Column> columns = new ArrayList<>();
        for (TreeNode column : node.nodes("columns")) {
            columns.add(column(column.as("JsonTableColumn")));
            column.end();
        }
        return columns;
    }

    private Column column(TreeNode node) {
        ColumnKind kind = value(ColumnKind.class, node.text("coltype").replaceFirst("^JTC_", ""));
        String name = node.text("name");
        TreeNode type = node.fixedNode("typeName", "TypeName");
        TreeNode path = node.fixedNode("pathspec", "JsonTablePathSpec");
        String pathName = path == null ? "" : path.text("name");
        String pathText = path == null ? null : pathText(path);
        if (path != null) {
            path.end();
        }
        return new Column(
                kind,
                name.isEmpty() ? null : name,
                type == null ? null : expressions.type(type),
                pathText,
                pathName.isEmpty() ? null : pathName,
                isJson(node),
                wrapper(node),
                quotes(node),
                behavior(node.fixedNode("on_empty", "JsonBehavior")),
                behavior(node.fixedNode("on_error", "JsonBehavior")),
                columns(node));
    }

    private String pathText(TreeNode path) {
        path.number("name_location");
        if (expressions.read(path.node("string")) instanceof Expression.Literal literal && literal.isString()) {
            return literal.text();
        }
        throw TreeNode.unexpected("a path that is not a string");
    }

    private List<Argument> arguments(TreeNode node) {
        List<Argument> arguments = new ArrayList<>();
        for (TreeNode argument : node.nodes("passing")) {
            argument.as("JsonArgument");
            String name = argument.text("name");
            arguments.add(new Argument(input(argument.fixedNode("val", "JsonValueExpr")), name));
            argument.end();
        }
        return arguments;
    }

    private Entry entry(TreeNode node) {
        Entry entry = new Entry(expressions.read(node.node("key")), input(node.fixedNode("value", "JsonValueExpr")));
        node.end();
        return entry;
    }

    private Input input(@Nullable TreeNode given) {
        TreeNode node = required(given);
        Input input = new Input(expressions.read(node.node("raw_expr")), isJson(node));
        node.end();
        return input;
    }

    private @Nullable Output output(@Nullable TreeNode node) {
        if (node == null) {
            return null;
        }
        TypeReference type = expressions.type(node.fixedNode("typeName", "TypeName"));
        TreeNode returning = required(node.fixedNode("returning", "JsonReturning"));
        Output output = new Output(type, isJson(returning));
        returning.end();
        node.end();
        return output;
    }

    private @Nullable Behavior behavior(@Nullable TreeNode node) {
        if (node == null) {
            return null;
        }
        BehaviorKind kind = value(BehaviorKind.class, node.text("btype").replaceFirst("^JSON_BEHAVIOR_", ""));
        Behavior behavior = new Behavior(kind, expressions.optional(node.optionalNode("expr")));
        node.end();
        return behavior;
    }

    /** Whether FORMAT JSON is written; an encoding cannot be given. */
    private static boolean isJson(TreeNode node) {
        TreeNode format = node.fixedNode("format", "JsonFormat");
        if (format == null) {
            return false;
        }
        String type = format.text("format_type");
        format.always("encoding", "JS_ENC_DEFAULT");
        format.end();
        return switch (type) {
            case "JS_FORMAT_DEFAULT" -> false;
            case "JS_FORMAT_JSON" -> true;
            default -> throw TreeNode.unexpected("JsonFormat.format_type = " + type);
        };
    }

    private static Wrapper wrapper(TreeNode node) {
        return value(Wrapper.class, node.text("wrapper").replaceFirst("^JSW_", ""));
    }

    private static Quotes quotes(TreeNode node) {
        return value(Quotes.class, node.text("quotes").replaceFirst("^JS_QUOTES_", ""));
    }

    private static <E extends Enum<E>> E value(Class<E> type, String name) {
        for (E value : type.getEnumConstants()) {
            if (value.name().equals(name)) {
                return value;
            }
        }
        throw TreeNode.unexpected(type.getSimpleName() + " = " + name);
    }

    private static TreeNode required(@Nullable TreeNode node) {
        if (node == null) {
            throw TreeNode.unexpected("a part of a JSON function is missing");
        }
        return node;
    }
}
