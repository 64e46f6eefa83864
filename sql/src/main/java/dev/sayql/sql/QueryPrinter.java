package dev.sayql.sql;

import dev.sayql.sql.FromItem.Alias;
import dev.sayql.sql.FromItem.ColumnDefinition;
import dev.sayql.sql.FromItem.FunctionItem;
import dev.sayql.sql.FromItem.Sample;
import dev.sayql.sql.Query.CommonTable;
import dev.sayql.sql.Query.Nulls;
import dev.sayql.sql.Query.SetOperator;
import dev.sayql.sql.Query.SortKey;
import dev.sayql.sql.Query.Tail;
import dev.sayql.sql.Query.Target;
import dev.sayql.sql.Query.Window;
import dev.sayql.sql.Query.With;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prints a checked query on several lines, each clause on its own. Reading the text again gives the same query. */
final class QueryPrinter {

    private static final int LINE_LENGTH = 100;
    private static final int STEP = 2;

    private final ExpressionPrinter expressions = new ExpressionPrinter(this);

    /** The whole statement, without a semicolon. */
    static String print(Query query) {
        return new QueryPrinter().query(query, 0);
    }

    /** The query in parentheses, on lines of its own, as it stands inside an expression or a FROM clause. */
    String nested(Query query, int indent) {
        int inner = indent + STEP;
        return "(" + newLine(inner) + query(query, inner) + newLine(indent) + ")";
    }

    private String query(Query query, int indent) {
        String body = switch (query) {
            case Query.Select select -> select(select, indent);
            case Query.Values values -> values(values, indent);
            case Query.SetOperation operation -> setOperation(operation, indent);
        };
        return with(query.with(), indent) + body + tail(query.tail(), indent);
    }

    private String with(With with, int indent) {
        if (with.tables().isEmpty()) {
            return "";
        }
        List<String> tables = new ArrayList<>();
        for (CommonTable table : with.tables()) {
            String materialized = switch (table.materialized()) {
                case DEFAULT -> "";
                case ALWAYS -> "MATERIALIZED ";
                case NEVER -> "NOT MATERIALIZED ";
            };
            tables.add(SqlQuoting.identifier(table.name()) + names(table.columns()) + " AS " + materialized
                    + nested(table.query(), indent) + search(table.search()) + cycle(table.cycle(), indent));
        }
        return (with.recursive() ? "WITH RECURSIVE " : "WITH ")
                + String.join("," + newLine(indent), tables)
                + newLine(indent);
    }

    private static String search(Query.@Nullable Search search) {
        return search == null
                ? ""
                : " SEARCH " + (search.breadthFirst() ? "BREADTH" : "DEPTH") + " FIRST BY "
                        + identifiers(search.columns()) + " SET " + SqlQuoting.identifier(search.sequence());
    }

    private String cycle(Query.@Nullable Cycle cycle, int indent) {
        return cycle == null
                ? ""
                : " CYCLE " + identifiers(cycle.columns()) + " SET " + SqlQuoting.identifier(cycle.mark()) + " TO "
                        + expressions.print(cycle.value(), indent) + " DEFAULT "
                        + expressions.print(cycle.otherwise(), indent) + " USING "
                        + SqlQuoting.identifier(cycle.path());
    }

    private String select(Query.Select select, int indent) {
        StringBuilder text = new StringBuilder("SELECT");
        if (select.distinct().present()) {
            text.append(" DISTINCT");
            if (!select.distinct().on().isEmpty()) {
                text.append(" ON (")
                        .append(list(select.distinct().on(), indent))
                        .append(')');
            }
        }
        List<String> targets = new ArrayList<>();
        select.targets().forEach(target -> targets.add(target(target, indent + STEP)));
        text.append(wrapped(targets, indent));
        if (!select.from().isEmpty()) {
            List<String> items = new ArrayList<>();
            select.from().forEach(item -> items.add(fromItem(item, indent)));
            text.append(newLine(indent)).append("FROM ").append(String.join("," + newLine(indent + STEP), items));
        }
        clause(text, "WHERE ", select.where(), indent);
        if (!select.grouping().elements().isEmpty()) {
            text.append(newLine(indent)).append("GROUP BY ");
            text.append(select.grouping().distinct() ? "DISTINCT " : "");
            text.append(list(select.grouping().elements(), indent));
        }
        clause(text, "HAVING ", select.having(), indent);
        if (!select.windows().isEmpty()) {
            List<String> windows = new ArrayList<>();
            select.windows()
                    .forEach(window -> windows.add(
                            SqlQuoting.identifier(nameOf(window)) + " AS " + windowDefinition(window, indent)));
            text.append(newLine(indent)).append("WINDOW ").append(String.join(", ", windows));
        }
        return text.toString();
    }

    private static String nameOf(Window window) {
        String name = window.name();
        if (name == null) {
            throw new IllegalStateException("a window without a name");
        }
        return name;
    }

    private void clause(StringBuilder text, String word, @Nullable Expression condition, int indent) {
        if (condition != null) {
            text.append(newLine(indent)).append(word).append(expressions.condition(condition, indent));
        }
    }

    private String target(Target target, int indent) {
        String value = expressions.print(target.value(), indent);
        String name = target.name();
        return name == null ? value : value + " AS " + SqlQuoting.identifier(name);
    }

    private String values(Query.Values values, int indent) {
        List<String> rows = new ArrayList<>();
        values.rows().forEach(row -> rows.add("(" + list(row, indent) + ")"));
        return "VALUES" + wrapped(rows, indent);
    }

    private String setOperation(Query.SetOperation operation, int indent) {
        String left = branch(operation.left(), strength(operation.operator()), indent);
        String right = branch(operation.right(), strength(operation.operator()) + 1, indent);
        return left
                + newLine(indent)
                + operation.operator()
                + (operation.all() ? " ALL" : "")
                + newLine(indent)
                + right;
    }

    /** A branch needs parentheses when it has clauses of its own around it, or binds less than the operator. */
    private String branch(Query branch, int needed, int indent) {
        boolean plain = branch.with().tables().isEmpty() && branch.tail().equals(Tail.NONE);
        boolean strong = !(branch instanceof Query.SetOperation operation) || strength(operation.operator()) >= needed;
        return plain && strong ? query(branch, indent) : nested(branch, indent);
    }

    private static int strength(SetOperator operator) {
        return operator == SetOperator.INTERSECT ? 2 : 1;
    }

    private String tail(Tail tail, int indent) {
        StringBuilder text = new StringBuilder();
        if (!tail.orderBy().isEmpty()) {
            text.append(newLine(indent)).append("ORDER BY ").append(sortKeys(tail.orderBy(), indent));
        }
        Expression limit = tail.limit();
        Expression offset = tail.offset();
        if (limit != null && !tail.withTies()) {
            text.append(newLine(indent)).append("LIMIT ").append(expressions.print(limit, indent));
        }
        if (offset != null) {
            text.append(newLine(indent)).append("OFFSET ").append(expressions.print(offset, indent));
        }
        if (limit != null && tail.withTies()) {
            text.append(newLine(indent)).append("FETCH FIRST (");
            text.append(expressions.print(limit, indent)).append(") ROWS WITH TIES");
        }
        return text.toString();
    }

    String sortKeys(List<SortKey> keys, int indent) {
        List<String> texts = new ArrayList<>();
        for (SortKey key : keys) {
            String direction = switch (key.direction()) {
                case DEFAULT -> "";
                case ASC -> " ASC";
                case DESC -> " DESC";
            };
            String nulls = key.nulls() == Nulls.DEFAULT ? "" : " NULLS " + key.nulls();
            texts.add(expressions.print(key.value(), indent) + direction + nulls);
        }
        return String.join(", ", texts);
    }

    /** What stands behind OVER. */
    String over(Window window, int indent) {
        String name = window.name();
        return name == null ? windowDefinition(window, indent) : SqlQuoting.identifier(name);
    }

    private String windowDefinition(Window window, int indent) {
        List<String> parts = new ArrayList<>();
        String base = window.base();
        if (base != null) {
            parts.add(SqlQuoting.identifier(base));
        }
        if (!window.partitionBy().isEmpty()) {
            parts.add("PARTITION BY " + list(window.partitionBy(), indent));
        }
        if (!window.orderBy().isEmpty()) {
            parts.add("ORDER BY " + sortKeys(window.orderBy(), indent));
        }
        String frame = WindowFrame.text(
                window.frame(), operand(window.frameStart(), indent), operand(window.frameEnd(), indent));
        if (!frame.isEmpty()) {
            parts.add(frame);
        }
        return "(" + String.join(" ", parts) + ")";
    }

    private String operand(@Nullable Expression offset, int indent) {
        return offset == null ? "" : expressions.operand(offset, indent);
    }

    private String fromItem(FromItem item, int indent) {
        return switch (item) {
            case FromItem.Table table -> table(table, indent);
            case FromItem.Subquery subquery ->
                (subquery.lateral() ? "LATERAL " : "") + nested(subquery.query(), indent) + alias(subquery.alias());
            case FromItem.Functions functions -> functions(functions, indent);
            case FromItem.JsonTable table -> expressions.json().table(table, indent) + alias(table.alias());
            case FromItem.Join join -> join(join, indent);
        };
    }

    private String table(FromItem.Table table, int indent) {
        String schema = table.schema();
        String name =
                schema == null ? SqlQuoting.identifier(table.name()) : new TableName(schema, table.name()).quoted();
        StringBuilder text = new StringBuilder(table.only() ? "ONLY " : "");
        text.append(name).append(alias(table.alias()));
        Sample sample = table.sample();
        if (sample != null) {
            text.append(" TABLESAMPLE ").append(sample.method());
            text.append('(')
                    .append(expressions.print(sample.percentage(), indent))
                    .append(')');
            Expression seed = sample.seed();
            if (seed != null) {
                text.append(" REPEATABLE (")
                        .append(expressions.print(seed, indent))
                        .append(')');
            }
        }
        return text.toString();
    }

    private String functions(FromItem.Functions functions, int indent) {
        List<String> calls = new ArrayList<>();
        for (FunctionItem function : functions.functions()) {
            String columns = function.columns().isEmpty() ? "" : " AS " + definitions(function.columns());
            calls.add(expressions.print(function.call(), indent) + columns);
        }
        StringBuilder text = new StringBuilder(functions.lateral() ? "LATERAL " : "");
        String joined = String.join(", ", calls);
        text.append(functions.rowsFrom() ? "ROWS FROM (" + joined + ")" : joined);
        text.append(functions.ordinality() ? " WITH ORDINALITY" : "");
        Alias alias = functions.alias();
        if (functions.columns().isEmpty()) {
            text.append(alias(alias));
        } else {
            text.append(" AS ").append(alias == null ? "" : SqlQuoting.identifier(alias.name()));
            text.append(definitions(functions.columns()));
        }
        return text.toString();
    }

    private static String definitions(List<ColumnDefinition> columns) {
        List<String> texts = new ArrayList<>();
        for (ColumnDefinition column : columns) {
            texts.add(SqlQuoting.identifier(column.name()) + " " + AllowedTypes.text(column.type()));
        }
        return "(" + String.join(", ", texts) + ")";
    }

    private String join(FromItem.Join join, int indent) {
        Expression on = join.on();
        boolean cross = on == null && join.using().isEmpty();
        String word = switch (join.type()) {
            case INNER -> cross ? "CROSS JOIN " : "JOIN ";
            case LEFT -> "LEFT JOIN ";
            case RIGHT -> "RIGHT JOIN ";
            case FULL -> "FULL JOIN ";
        };
        boolean nestedRight = join.right() instanceof FromItem.Join right && right.alias() == null;
        String rightText = fromItem(join.right(), indent);
        StringBuilder text = new StringBuilder(fromItem(join.left(), indent));
        text.append(newLine(indent)).append(word).append(nestedRight ? "(" + rightText + ")" : rightText);
        if (on != null) {
            text.append(" ON ").append(expressions.condition(on, indent));
        } else if (!cross) {
            text.append(" USING").append(names(join.using()));
            String usingAlias = join.usingAlias();
            text.append(usingAlias == null ? "" : " AS " + SqlQuoting.identifier(usingAlias));
        }
        return join.alias() == null ? text.toString() : "(" + text + ")" + alias(join.alias());
    }

    private static String alias(@Nullable Alias alias) {
        return alias == null ? "" : " AS " + SqlQuoting.identifier(alias.name()) + names(alias.columns());
    }

    private static String names(List<String> names) {
        if (names.isEmpty()) {
            return "";
        }
        return " (" + identifiers(names) + ")";
    }

    private static String identifiers(List<String> names) {
        return String.join(", ", names.stream().map(SqlQuoting::identifier).toList());
    }

    String list(List<Expression> items, int indent) {
        List<String> texts = new ArrayList<>();
        items.forEach(item -> texts.add(expressions.print(item, indent)));
        return String.join(", ", texts);
    }

    /** On one line when short, otherwise one on each line. */
    private static String wrapped(List<String> items, int indent) {
        int length = indent + items.stream().mapToInt(item -> item.length() + 2).sum();
        if (length <= LINE_LENGTH || items.size() == 1) {
            return " " + String.join(", ", items);
        }
        return newLine(indent + STEP) + String.join("," + newLine(indent + STEP), items);
    }

    static String newLine(int indent) {
        return "\n" + " ".repeat(indent);
    }
}
