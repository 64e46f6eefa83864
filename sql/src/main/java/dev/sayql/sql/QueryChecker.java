package dev.sayql.sql;

import dev.sayql.sql.Query.CommonTable;
import dev.sayql.sql.Query.SortKey;
import dev.sayql.sql.Query.Tail;
import dev.sayql.sql.Query.Window;
import dev.sayql.sql.Query.With;
import dev.sayql.sql.Scope.Names;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks queries at any depth and resolves every name in them. The result is the query as it will be printed. */
final class QueryChecker {

    private final StatementCheck statement;
    private final ExpressionChecker expressions;
    private final SelectChecker selects;
    private final Map<CommonTables.Entry, Runnable> unchecked = new HashMap<>();

    /** A checked query, the columns of its result, and how many rows that may have. */
    record Result(Query query, List<Range.Column> columns, double rows) {}

    QueryChecker(StatementCheck statement) {
        this.statement = statement;
        this.expressions = new ExpressionChecker(statement, this);
        this.selects = new SelectChecker(statement, this, expressions);
    }

    ExpressionChecker expressions() {
        return expressions;
    }

    /** A query inside an expression: it sees the names of its place, and adds to the statement's complexity. */
    Result nested(Query query, Scope scope) {
        statement.addComplexity(1);
        return check(query, scope, scope.commonTables());
    }

    Result check(Query query, @Nullable Scope outer, CommonTables visible) {
        return check(query, outer, visible, null, statement.newShape());
    }

    /** The shape is made before the common table expressions are checked, so that the outermost SELECT comes first. */
    private Result check(
            Query query,
            @Nullable Scope outer,
            CommonTables visible,
            CommonTables.@Nullable Entry recursive,
            ShapeBuilder shape) {
        List<CommonTable> tables = new ArrayList<>();
        CommonTables inside = with(query.with(), outer, visible, tables);
        With with = new With(query.with().recursive(), tables);
        return switch (query) {
            case Query.Select select -> selects.check(select, with, new Scope(outer, inside, Names.NONE, shape));
            case Query.Values values -> values(values, with, new Scope(outer, inside, Names.NONE, shape));
            case Query.SetOperation operation ->
                setOperation(operation, with, new Scope(outer, inside, Names.NONE, shape), recursive);
        };
    }

    /** Checks the common table expressions and returns what is visible to the query behind them. */
    private CommonTables with(With with, @Nullable Scope outer, CommonTables visible, List<CommonTable> checked) {
        List<CommonTables.Entry> entries = new ArrayList<>();
        CommonTables inside = visible;
        for (CommonTable table : with.tables()) {
            if (entries.stream().anyMatch(entry -> entry.table().name().equals(table.name()))) {
                throw new Refusal(RejectionCode.DUPLICATE_NAME, table.name());
            }
            CommonTables.Entry entry = new CommonTables.Entry(table);
            entries.add(entry);
            if (!with.recursive()) {
                commonTable(entry, outer, inside, false);
            }
            inside = inside.and(entry);
        }
        if (with.recursive()) {
            CommonTables all = inside;
            entries.forEach(entry -> unchecked.put(entry, () -> commonTable(entry, outer, all, true)));
            entries.forEach(this::ensureChecked);
        }
        statement.addComplexity(entries.size());
        entries.forEach(entry -> checked.add(entry.checked().orElseThrow()));
        return inside;
    }

    private void ensureChecked(CommonTables.Entry entry) {
        Runnable check = unchecked.remove(entry);
        if (check != null) {
            check.run();
        }
    }

    /** The columns of a common table expression where it is used. */
    List<Range.Column> columns(CommonTables.Entry entry) {
        ensureChecked(entry);
        entry.use();
        return entry.columns()
                .orElseThrow(() -> TreeNode.unexpected(
                        "a recursive use of " + entry.table().name() + " before its first branch"));
    }

    private void commonTable(CommonTables.Entry entry, @Nullable Scope outer, CommonTables visible, boolean recursive) {
        CommonTable table = entry.table();
        Result result = check(table.query(), outer, visible, recursive ? entry : null, statement.newShape());
        entry.setColumns(withAdded(table, FromChecker.renamed(result.columns(), table.columns())));
        entry.setRows(result.rows());
        entry.finish(result.query());
    }

    /** The columns with those that SEARCH and CYCLE add; the recursion itself does not see them. */
    private List<Range.Column> withAdded(CommonTable table, List<Range.Column> columns) {
        List<Range.Column> all = new ArrayList<>(columns);
        Query.Search search = table.search();
        if (search != null) {
            compared(search.columns(), columns);
            all.add(new Range.Column(search.sequence(), false, Typed.UNKNOWN, Typed.Family.OTHER));
        }
        Query.Cycle cycle = table.cycle();
        if (cycle != null) {
            compared(cycle.columns(), columns);
            all.add(new Range.Column(cycle.mark(), false, Typed.UNKNOWN, Typed.Family.OTHER));
            all.add(new Range.Column(cycle.path(), false, Typed.UNKNOWN, Typed.Family.OTHER));
        }
        return all;
    }

    private void compared(List<String> names, List<Range.Column> columns) {
        for (String name : names) {
            Range.Column column = columns.stream()
                    .filter(known -> known.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new Refusal(RejectionCode.UNKNOWN_COLUMN, name));
            if (column.opaque()) {
                statement.report(RejectionCode.OPAQUE_COLUMN, name);
            }
        }
    }

    private Result values(Query.Values values, With with, Scope scope) {
        List<List<Expression>> rows = new ArrayList<>();
        List<Range.Column> columns = new ArrayList<>();
        for (List<Expression> row : values.rows()) {
            List<Typed> typed = expressions.plain(row, scope);
            rows.add(ExpressionChecker.expressions(typed));
            columns = columns.isEmpty() ? firstRow(typed) : combined(columns, firstRow(typed));
        }
        Tail tail = outputTail(values.tail(), columns, scope);
        return new Result(new Query.Values(with, rows, tail), columns, RowEstimate.limited(rows.size(), tail));
    }

    private static List<Range.Column> firstRow(List<Typed> typed) {
        List<Range.Column> columns = new ArrayList<>();
        for (Typed value : typed) {
            columns.add(Range.Column.of("column" + (columns.size() + 1), value));
        }
        return columns;
    }

    private Result setOperation(
            Query.SetOperation operation, With with, Scope scope, CommonTables.@Nullable Entry recursive) {
        statement.addComplexity(1);
        Scope outer = scope.outer().orElse(null);
        CommonTables visible = scope.commonTables();
        Result left = check(operation.left(), outer, visible, null, scope.shape());
        if (recursive != null) {
            recursive.setColumns(
                    FromChecker.renamed(left.columns(), recursive.table().columns()));
        }
        int usesBefore = recursive == null ? 0 : recursive.uses();
        int readsBefore = statement.reads();
        Result right = check(operation.right(), outer, visible);
        if (recursive != null && recursive.uses() > usesBefore) {
            statement.addComplexity(1);
            RecursionRules.check(right.query(), recursive, statement.reads() > readsBefore);
        }
        List<Range.Column> columns = combined(left.columns(), right.columns());
        if (!operation.all()) {
            columns.stream()
                    .filter(Range.Column::isClosed)
                    .forEach(column -> statement.report(RejectionCode.OPAQUE_COLUMN, column.name()));
        }
        Tail tail = outputTail(operation.tail(), columns, scope);
        Query checked =
                new Query.SetOperation(with, operation.operator(), operation.all(), left.query(), right.query(), tail);
        return new Result(checked, columns, RowEstimate.limited(left.rows() + right.rows(), tail));
    }

    private static List<Range.Column> combined(List<Range.Column> left, List<Range.Column> right) {
        if (left.size() != right.size()) {
            throw new Refusal(
                    RejectionCode.SYNTAX_ERROR,
                    "rows of " + left.size() + " columns are put together with rows of " + right.size());
        }
        List<Range.Column> columns = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            Range.Column a = left.get(i);
            Range.Column b = right.get(i);
            columns.add(new Range.Column(
                    a.name(),
                    a.opaque() || b.opaque(),
                    Math.max(a.magnitude(), b.magnitude()),
                    a.family() == b.family() ? a.family() : Typed.Family.OTHER,
                    Math.max(a.size(), b.size()),
                    a.extension() != null && a.extension().equals(b.extension()) ? a.extension() : null));
        }
        return columns;
    }

    /** ORDER BY behind VALUES or a set operation: PostgreSQL lets it name result columns only. */
    private Tail outputTail(Tail tail, List<Range.Column> columns, Scope scope) {
        for (SortKey key : tail.orderBy()) {
            Optional<Range.Column> column = SelectChecker.output(key.value(), columns);
            if (column.isEmpty()) {
                statement.report(
                        RejectionCode.UNKNOWN_COLUMN,
                        "ORDER BY behind UNION, INTERSECT, EXCEPT or VALUES takes a result column's name or position");
            }
            column.filter(Range.Column::isClosed)
                    .ifPresent(closed -> statement.report(RejectionCode.OPAQUE_COLUMN, closed.name()));
        }
        scope.shape().tail(tail);
        return limits(tail, tail.orderBy(), scope);
    }

    /** LIMIT and OFFSET see no columns of their own query. */
    Tail limits(Tail tail, List<SortKey> order, Scope scope) {
        Scope outside = scope.with(Names.NONE);
        Expression limit = tail.limit();
        if (limit != null) {
            Typed rows = expressions.plain(limit, outside);
            statement.resources().limitClause(rows);
            limit = rows.expression();
        }
        return new Tail(order, limit, tail.withTies(), expressions.optional(tail.offset(), outside));
    }

    Window window(Window window, Scope scope) {
        return new Window(
                window.name(),
                window.base(),
                ExpressionChecker.expressions(expressions.comparable(window.partitionBy(), scope)),
                expressions.sortKeys(window.orderBy(), scope),
                window.frame(),
                expressions.optional(window.frameStart(), scope),
                expressions.optional(window.frameEnd(), scope));
    }
}
