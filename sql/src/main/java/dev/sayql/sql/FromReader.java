package dev.sayql.sql;

import dev.sayql.sql.FromItem.Alias;
import dev.sayql.sql.FromItem.ColumnDefinition;
import dev.sayql.sql.FromItem.FunctionItem;
import dev.sayql.sql.FromItem.JoinType;
import dev.sayql.sql.FromItem.Sample;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the entries of a FROM clause; refuses what is not listed. */
final class FromReader {

    private final QueryReader queries;
    private final ExpressionReader expressions;

    FromReader(QueryReader queries, ExpressionReader expressions) {
        this.queries = queries;
        this.expressions = expressions;
    }

    FromItem item(TreeNode node) {
        FromItem item = switch (node.type()) {
            case "RangeVar" -> table(node, null);
            case "RangeTableSample" -> sampledTable(node);
            case "RangeSubselect" -> subquery(node);
            case "RangeFunction" -> functions(node);
            case "JoinExpr" -> join(node);
            case "JsonTable" -> expressions.json().table(node, alias(node.fixedNode("alias", "Alias")));
            default -> throw node.unknown();
        };
        node.end();
        return item;
    }

    private FromItem.Table table(TreeNode node, @Nullable Sample sample) {
        String schema = node.text("schemaname");
        String name = node.text("relname");
        boolean withChildren = node.flag("inh");
        node.absent("catalogname", RejectionCode.UNSUPPORTED_SYNTAX, "leave out the database before " + schema);
        node.always("relpersistence", "p");
        Alias alias = alias(node.fixedNode("alias", "Alias"));
        return new FromItem.Table(schema.isEmpty() ? null : schema, name, !withChildren, alias, sample);
    }

    private FromItem sampledTable(TreeNode node) {
        TreeNode relation = node.node("relation").as("RangeVar");
        List<String> method = node.names("method");
        List<Expression> arguments = expressions.all(node.nodes("args"));
        Expression seed = expressions.optional(node.optionalNode("repeatable"));
        boolean known = method.equals(List.of("bernoulli")) || method.equals(List.of("system"));
        if (!known || arguments.size() != 1) {
            throw TreeNode.unexpected("TABLESAMPLE " + String.join(".", method));
        }
        FromItem.Table table = table(relation, new Sample(method.getFirst(), arguments.getFirst(), seed));
        relation.end();
        return table;
    }

    private FromItem subquery(TreeNode node) {
        boolean lateral = node.flag("lateral");
        Query query = queries.query(node.node("subquery"));
        return new FromItem.Subquery(query, lateral, alias(node.fixedNode("alias", "Alias")));
    }

    private FromItem functions(TreeNode node) {
        boolean lateral = node.flag("lateral");
        boolean ordinality = node.flag("ordinality");
        boolean rowsFrom = node.flag("is_rowsfrom");
        List<FunctionItem> functions = new ArrayList<>();
        for (TreeNode item : node.nodes("functions")) {
            functions.add(function(item));
        }
        Alias alias = alias(node.fixedNode("alias", "Alias"));
        List<ColumnDefinition> columns = columnDefinitions(node.nodes("coldeflist"));
        return new FromItem.Functions(functions, rowsFrom, lateral, ordinality, alias, columns);
    }

    private FunctionItem function(TreeNode item) {
        List<TreeNode> pair = item.as("List").nodes("items");
        item.end();
        if (pair.size() != 2) {
            throw TreeNode.unexpected("a function in FROM in an unknown form");
        }
        Expression call = expressions.read(pair.getFirst());
        TreeNode definitions = pair.getLast();
        if (definitions.is("")) {
            return new FunctionItem(call, List.of());
        }
        List<ColumnDefinition> columns =
                columnDefinitions(definitions.as("List").nodes("items"));
        definitions.end();
        return new FunctionItem(call, columns);
    }

    private List<ColumnDefinition> columnDefinitions(List<TreeNode> nodes) {
        List<ColumnDefinition> columns = new ArrayList<>();
        for (TreeNode node : nodes) {
            node.as("ColumnDef");
            node.flag("is_local");
            String name = node.text("colname");
            TreeNode type = node.fixedNode("typeName", "TypeName");
            node.end();
            columns.add(new ColumnDefinition(name, expressions.type(type)));
        }
        return columns;
    }

    private FromItem join(TreeNode node) {
        String type = node.text("jointype");
        boolean natural = node.flag("isNatural");
        FromItem left = item(node.node("larg"));
        FromItem right = item(node.node("rarg"));
        List<String> using = node.names("usingClause");
        Alias usingAlias = alias(node.fixedNode("join_using_alias", "Alias"));
        Expression on = expressions.optional(node.optionalNode("quals"));
        Alias alias = alias(node.fixedNode("alias", "Alias"));
        String usingName = usingAlias == null ? null : usingAlias.name();
        return new FromItem.Join(joinType(type), natural, left, right, using, usingName, on, alias);
    }

    private static JoinType joinType(String type) {
        return switch (type) {
            case "JOIN_INNER" -> JoinType.INNER;
            case "JOIN_LEFT" -> JoinType.LEFT;
            case "JOIN_RIGHT" -> JoinType.RIGHT;
            case "JOIN_FULL" -> JoinType.FULL;
            default -> throw TreeNode.unexpected("a join of type " + type);
        };
    }

    private static @Nullable Alias alias(@Nullable TreeNode node) {
        if (node == null) {
            return null;
        }
        Alias alias = new Alias(node.text("aliasname"), node.names("colnames"));
        node.end();
        return alias;
    }
}
