package dev.sayql.sql;

import dev.sayql.sql.Query.CommonTable;
import dev.sayql.sql.Query.Direction;
import dev.sayql.sql.Query.Distinct;
import dev.sayql.sql.Query.Grouping;
import dev.sayql.sql.Query.Materialized;
import dev.sayql.sql.Query.Nulls;
import dev.sayql.sql.Query.SetOperator;
import dev.sayql.sql.Query.SortKey;
import dev.sayql.sql.Query.Tail;
import dev.sayql.sql.Query.Target;
import dev.sayql.sql.Query.Window;
import dev.sayql.sql.Query.With;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parser's tree into {@link Query}. This is the allow-list of syntax: a node, field or value that is not named here
 * ends in a {@link Refusal}.
 */
final class QueryReader {

    private final ExpressionReader expressions = new ExpressionReader(this);
    private final FromReader from = new FromReader(this, expressions);

    /**
     * Reads a whole parse result, which must hold exactly one query.
     *
     * @throws Refusal for anything else
     */
    static Query read(Map<String, Object> tree) {
        TreeNode result = new TreeNode("ParseResult", tree);
        result.number("version");
        List<TreeNode> statements = result.fixedNodes("stmts", "RawStmt");
        result.end();
        if (statements.isEmpty()) {
            throw new Refusal(RejectionCode.EMPTY, "the text holds no statement");
        }
        if (statements.size() > 1) {
            throw new Refusal(RejectionCode.MULTIPLE_STATEMENTS, "the text holds " + statements.size() + " statements");
        }
        TreeNode raw = statements.getFirst();
        TreeNode statement = raw.node("stmt");
        raw.end();
        if (!statement.is("SelectStmt")) {
            throw new Refusal(RejectionCode.NOT_A_QUERY, "this is a " + statement.type());
        }
        return new QueryReader().query(statement);
    }

    /** Reads a SelectStmt: a SELECT, VALUES, TABLE or set operation. */
    Query query(TreeNode node) {
        node.as("SelectStmt");
        node.absent("intoClause", RejectionCode.SELECT_INTO, "remove INTO");
        node.absent("lockingClause", RejectionCode.LOCKING_CLAUSE, "remove FOR UPDATE or FOR SHARE");
        With with = with(node.fixedNode("withClause", "WithClause"));
        Tail tail = tail(node);
        String operator = node.text("op");
        Query query = switch (operator) {
            case "SETOP_UNION" -> setOperation(node, with, SetOperator.UNION, tail);
            case "SETOP_INTERSECT" -> setOperation(node, with, SetOperator.INTERSECT, tail);
            case "SETOP_EXCEPT" -> setOperation(node, with, SetOperator.EXCEPT, tail);
            case "SETOP_NONE" -> node.has("valuesLists") ? values(node, with, tail) : select(node, with, tail);
            default -> throw TreeNode.unexpected("SelectStmt.op = " + operator);
        };
        node.end();
        return query;
    }

    private Query setOperation(TreeNode node, With with, SetOperator operator, Tail tail) {
        boolean all = node.flag("all");
        return new Query.SetOperation(with, operator, all, branch(node, "larg"), branch(node, "rarg"), tail);
    }

    private Query branch(TreeNode node, String field) {
        TreeNode branch = node.fixedNode(field, "SelectStmt");
        if (branch == null) {
            throw TreeNode.unexpected("a set operation without " + field);
        }
        return query(branch);
    }

    private Query values(TreeNode node, With with, Tail tail) {
        List<List<Expression>> rows = new ArrayList<>();
        for (TreeNode row : node.nodes("valuesLists")) {
            rows.add(expressions.all(row.as("List").nodes("items")));
            row.end();
        }
        return new Query.Values(with, rows, tail);
    }

    private Query select(TreeNode node, With with, Tail tail) {
        Distinct distinct = distinct(node);
        List<Target> targets = new ArrayList<>();
        for (TreeNode target : node.nodes("targetList")) {
            targets.add(target(target));
        }
        List<FromItem> items = new ArrayList<>();
        for (TreeNode item : node.nodes("fromClause")) {
            items.add(from.item(item));
        }
        Expression where = expressions.optional(node.optionalNode("whereClause"));
        Grouping grouping = new Grouping(node.flag("groupDistinct"), expressions.all(node.nodes("groupClause")));
        Expression having = expressions.optional(node.optionalNode("havingClause"));
        List<Window> windows = new ArrayList<>();
        for (TreeNode window : node.nodes("windowClause")) {
            windows.add(window(window));
        }
        return new Query.Select(with, distinct, targets, items, where, grouping, having, windows, tail);
    }

    private Distinct distinct(TreeNode node) {
        List<TreeNode> clause = node.nodes("distinctClause");
        if (clause.size() == 1 && clause.getFirst().is("")) {
            return new Distinct(true, List.of());
        }
        return new Distinct(!clause.isEmpty(), expressions.all(clause));
    }

    private Target target(TreeNode node) {
        node.as("ResTarget");
        String name = node.text("name");
        Target target = new Target(expressions.read(node.node("val")), name.isEmpty() ? null : name);
        node.end();
        return target;
    }

    private Tail tail(TreeNode node) {
        List<SortKey> order = sortKeys(node.nodes("sortClause"));
        Expression limit = expressions.optional(node.optionalNode("limitCount"));
        Expression offset = expressions.optional(node.optionalNode("limitOffset"));
        String option = node.text("limitOption");
        boolean withTies = switch (option) {
            case "LIMIT_OPTION_DEFAULT", "LIMIT_OPTION_COUNT" -> false;
            case "LIMIT_OPTION_WITH_TIES" -> true;
            default -> throw TreeNode.unexpected("SelectStmt.limitOption = " + option);
        };
        return new Tail(order, limit, withTies, offset);
    }

    List<SortKey> sortKeys(List<TreeNode> nodes) {
        List<SortKey> keys = new ArrayList<>(nodes.size());
        for (TreeNode node : nodes) {
            node.as("SortBy");
            Expression value = expressions.read(node.node("node"));
            String direction = node.text("sortby_dir");
            String nulls = node.text("sortby_nulls");
            node.end();
            keys.add(new SortKey(value, direction(direction), nulls(nulls)));
        }
        return keys;
    }

    private static Direction direction(String direction) {
        return switch (direction) {
            case "SORTBY_DEFAULT" -> Direction.DEFAULT;
            case "SORTBY_ASC" -> Direction.ASC;
            case "SORTBY_DESC" -> Direction.DESC;
            default -> throw TreeNode.unexpected("ORDER BY … " + direction);
        };
    }

    private static Nulls nulls(String nulls) {
        return switch (nulls) {
            case "SORTBY_NULLS_DEFAULT" -> Nulls.DEFAULT;
            case "SORTBY_NULLS_FIRST" -> Nulls.FIRST;
            case "SORTBY_NULLS_LAST" -> Nulls.LAST;
            default -> throw TreeNode.unexpected("ORDER BY … " + nulls);
        };
    }

    private With with(@Nullable TreeNode node) {
        if (node == null) {
            return With.NONE;
        }
        boolean recursive = node.flag("recursive");
        List<CommonTable> tables = new ArrayList<>();
        for (TreeNode table : node.nodes("ctes")) {
            tables.add(commonTable(table));
        }
        node.end();
        return new With(recursive, tables);
    }

    private CommonTable commonTable(TreeNode node) {
        node.as("CommonTableExpr");
        String name = node.text("ctename");
        List<String> columns = node.names("aliascolnames");
        String materialized = node.text("ctematerialized");
        TreeNode query = node.node("ctequery");
        if (!query.is("SelectStmt")) {
            throw new Refusal(
                    RejectionCode.WRITES_DATA, "the common table expression " + name + " is a " + query.type());
        }
        CommonTable table =
                new CommonTable(name, columns, materialized(materialized), query(query), search(node), cycle(node));
        node.end();
        return table;
    }

    private static Query.@Nullable Search search(TreeNode table) {
        TreeNode node = table.fixedNode("search_clause", "CTESearchClause");
        if (node == null) {
            return null;
        }
        Query.Search search = new Query.Search(
                node.flag("search_breadth_first"), node.names("search_col_list"), node.text("search_seq_column"));
        node.end();
        return search;
    }

    private Query.@Nullable Cycle cycle(TreeNode table) {
        TreeNode node = table.fixedNode("cycle_clause", "CTECycleClause");
        if (node == null) {
            return null;
        }
        Query.Cycle cycle = new Query.Cycle(
                node.names("cycle_col_list"),
                node.text("cycle_mark_column"),
                mark(node.node("cycle_mark_value")),
                mark(node.node("cycle_mark_default")),
                node.text("cycle_path_column"));
        node.end();
        return cycle;
    }

    private Expression.Literal mark(TreeNode node) {
        if (expressions.read(node) instanceof Expression.Literal literal) {
            return literal;
        }
        throw TreeNode.unexpected("a mark of CYCLE that is not a plain literal");
    }

    private static Materialized materialized(String materialized) {
        return switch (materialized) {
            case "CTEMaterializeDefault" -> Materialized.DEFAULT;
            case "CTEMaterializeAlways" -> Materialized.ALWAYS;
            case "CTEMaterializeNever" -> Materialized.NEVER;
            default -> throw TreeNode.unexpected("WITH … " + materialized);
        };
    }

    Window window(TreeNode node) {
        String name = node.text("name");
        String base = node.text("refname");
        List<Expression> partition = expressions.all(node.nodes("partitionClause"));
        List<SortKey> order = sortKeys(node.nodes("orderClause"));
        int frame = node.number("frameOptions");
        Expression start = expressions.optional(node.optionalNode("startOffset"));
        Expression end = expressions.optional(node.optionalNode("endOffset"));
        node.end();
        WindowFrame.check(frame);
        return new Window(
                name.isEmpty() ? null : name, base.isEmpty() ? null : base, partition, order, frame, start, end);
    }
}
