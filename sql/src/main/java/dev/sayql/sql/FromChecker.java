package dev.sayql.sql;

import dev.sayql.sql.Catalog.Kind;
import dev.sayql.sql.Catalog.Relation;
import dev.sayql.sql.FromItem.Alias;
import dev.sayql.sql.FromItem.JoinType;
import dev.sayql.sql.FromItem.Sample;
import dev.sayql.sql.Scope.Names;
import dev.sayql.sql.Scope.Visible;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the FROM clause of one SELECT: which relations it reads, and which names it makes. */
final class FromChecker {

    /** A document is not a table: what JSON_TABLE makes of it is small, unless it is of a table's rows. */
    private static final double JSON_TABLE_ROWS = 10;

    private final StatementCheck statement;
    private final QueryChecker queries;
    private final IdentityHashMap<FromItem, Range> relations = new IdentityHashMap<>();
    private final List<Range> ranges = new ArrayList<>();
    private @Nullable Range recursive;
    private CommonTables.@Nullable Entry recursion;

    /** A checked entry and the names it makes. */
    private record Checked(FromItem item, Names names) {}

    FromChecker(StatementCheck statement, QueryChecker queries) {
        this.statement = statement;
        this.queries = queries;
    }

    /** Checks all entries, adds them to the list, and returns the names of the whole clause. */
    Names check(List<FromItem> items, Scope scope, List<FromItem> checked) {
        Names names = Names.NONE;
        for (FromItem item : items) {
            Checked next = check(item, scope.with(names));
            checked.add(next.item());
            names = names.and(next.names());
        }
        refuseDuplicates(names);
        names.ranges().forEach(scope.shape()::range);
        statement.addComplexity(Math.max(0, names.ranges().size() - 1));
        return names;
    }

    /** The entry as it will be printed, once everything that may use a whole row has been checked. */
    FromItem finished(FromItem item) {
        if (item instanceof FromItem.Join join) {
            return new FromItem.Join(
                    join.type(),
                    join.natural(),
                    finished(join.left()),
                    finished(join.right()),
                    join.using(),
                    join.usingAlias(),
                    join.on(),
                    join.alias());
        }
        Range range = relations.get(item);
        return item instanceof FromItem.Table table && range != null && range.isRewritten()
                ? RelationRewrite.asSubquery(table, range, statement)
                : item;
    }

    /**
     * How many rows the clause makes, once all conditions have been checked.
     *
     * @throws Refusal CROSS_JOIN when large tables are multiplied with each other
     */
    double rows() {
        if (recursive != null && recursion != null) {
            recursion.setBranching(RowEstimate.branching(ranges, recursive, statement.links()));
            recursion.setFollowed(RowEstimate.follows(ranges, recursive, statement.links()));
        }
        double product = RowEstimate.product(ranges, statement.links());
        if (RowEstimate.isCrossed(ranges, statement.links())) {
            statement.resources().crossed(product);
        }
        return product;
    }

    /** What an entry speaks of, as a lateral one may, it is connected with. */
    private Checked check(FromItem item, Scope scope) {
        if (item instanceof FromItem.Join join) {
            return join(join, scope);
        }
        statement.links().begin();
        Checked checked = entry(item, scope);
        checked.names().ranges().forEach(statement.links()::refer);
        statement.links().end();
        return checked;
    }

    private Range range(
            String name, @Nullable TableName table, Range.Naming naming, List<Range.Column> columns, double rows) {
        Range range = new Range(name, table, naming, columns, rows);
        ranges.add(range);
        return range;
    }

    private Range commonTable(String name, @Nullable Alias alias, CommonTables.Entry entry) {
        List<Range.Column> columns = renamed(queries.columns(entry), alias);
        Range range = range(name, null, Range.Naming.ALIAS, columns, entry.rows());
        if (entry.checked().isEmpty()) {
            recursive = range;
            recursion = entry;
        }
        return range;
    }

    private Checked entry(FromItem item, Scope scope) {
        return switch (item) {
            case FromItem.Table table -> table(table, scope);
            case FromItem.Subquery subquery -> subquery(subquery, scope);
            case FromItem.Functions functions -> functions(functions, scope);
            case FromItem.JsonTable table -> jsonTable(table, scope);
            case FromItem.Join join -> join(join, scope);
        };
    }

    private Checked table(FromItem.Table table, Scope scope) {
        Alias alias = table.alias();
        String name = alias == null ? table.name() : alias.name();
        if (table.schema() == null) {
            Optional<CommonTables.Entry> entry = scope.commonTables().find(table.name());
            if (entry.isPresent()) {
                if (table.only() || table.sample() != null) {
                    throw TreeNode.unexpected("ONLY or TABLESAMPLE on " + table.name());
                }
                return new Checked(table, Names.of(commonTable(name, alias, entry.get())));
            }
        }
        Optional<Relation> relation = RelationRules.find(table, statement);
        if (relation.isEmpty()) {
            return new Checked(table, Names.of(range(name, null, Range.Naming.ALIAS, List.of(), 1)));
        }
        return relation(table, name, relation.get(), scope);
    }

    private Checked relation(FromItem.Table table, String name, Relation relation, Scope scope) {
        statement.read(relation.name());
        List<Range.Column> columns = new ArrayList<>();
        for (Catalog.Column column : statement.rules().visibleColumns(relation)) {
            columns.add(column(column));
        }
        Alias alias = table.alias();
        Range.Naming naming = alias == null ? Range.Naming.OWN_NAME : Range.Naming.ALIAS;
        Range range = range(name, relation.name(), naming, renamed(columns, alias), RowEstimate.of(relation));
        boolean keptBack = statement.rules().columns().touches(relation.name());
        boolean settled = statement.settlesDomains() && columns.stream().anyMatch(Range.Column::domain);
        if (keptBack || settled || (alias != null && !alias.columns().isEmpty())) {
            range.rewrite();
        }
        FromItem.Table printed = new FromItem.Table(
                relation.name().schema(),
                relation.name().name(),
                table.only(),
                alias,
                sampled(table.sample(), relation, scope));
        relations.put(printed, range);
        return new Checked(printed, Names.of(range));
    }

    private Range.Column column(Catalog.Column column) {
        Catalog.TypeName type = column.type();
        Typed.Family family = AllowedTypes.family(type);
        Catalog.TypeName opened = statement.rules().openedCode().opens(type) ? type : null;
        boolean domain = type.kind() == Catalog.TypeKind.DOMAIN_OVER_BUILT_IN;
        boolean opaque = type.isOpaque() || AllowedTypes.holdsJsonPaths(type);
        return new Range.Column(column.name(), opaque, 1, family, 1, opened, domain);
    }

    private @Nullable Sample sampled(@Nullable Sample sample, Relation relation, Scope scope) {
        if (sample == null) {
            return null;
        }
        if (relation.kind() != Kind.TABLE && relation.kind() != Kind.PARTITIONED_TABLE) {
            throw TreeNode.unexpected("TABLESAMPLE on a view");
        }
        Scope outside = scope.with(Names.NONE);
        return new Sample(
                sample.method(),
                queries.expressions().plain(sample.percentage(), outside).expression(),
                queries.expressions().optional(sample.seed(), outside));
    }

    private Checked subquery(FromItem.Subquery subquery, Scope scope) {
        Scope around = subquery.lateral() ? scope : scope.outer().orElse(null);
        QueryChecker.Result result = queries.check(subquery.query(), around, scope.commonTables());
        statement.addComplexity(1);
        Alias alias = subquery.alias();
        FromItem.Subquery printed = new FromItem.Subquery(result.query(), subquery.lateral(), alias);
        List<Range.Column> columns = renamed(result.columns(), alias);
        String name = alias == null ? "" : alias.name();
        Range range = range(name, null, Range.Naming.ALIAS, columns, result.rows());
        if (RecursionRules.readsOneTable(result.query())) {
            range.readsOneTable();
        }
        return new Checked(printed, Names.of(range));
    }

    private Checked functions(FromItem.Functions functions, Scope scope) {
        List<FromItem.FunctionItem> items = new ArrayList<>();
        double rows = 1;
        List<Range.Column> columns = new ArrayList<>();
        FunctionColumns functionColumns =
                new FunctionColumns(functions, statement.rules().catalog());
        for (FromItem.FunctionItem function : functions.functions()) {
            if (!(function.call() instanceof Expression.Call call)) {
                throw TreeNode.unexpected("something other than a function in FROM");
            }
            Optional<CallChecker.OpenedRows> opened =
                    queries.expressions().calls().rows(call, scope);
            if (opened.isPresent()) {
                OpenedCode.Routine routine = opened.get().routine();
                rows = Math.max(rows, routine.rows().orElseThrow().estimate());
                items.add(functionColumns.checked(function, opened.get().call()));
                functionColumns.of(routine, function).forEach(column -> columns.add(column(column)));
                continue;
            }
            Typed typed = queries.expressions().plain(call, scope);
            rows = Math.max(rows, typed.size());
            items.add(functionColumns.checked(function, typed.expression()));
            columns.addAll(functionColumns.of(call, function, typed));
        }
        if (functions.ordinality()) {
            columns.add(new Range.Column("ordinality", false, 1, Typed.Family.NUMBER));
        }
        Alias alias = functions.alias();
        FromItem.Functions printed = new FromItem.Functions(
                items,
                functions.rowsFrom(),
                functions.lateral(),
                functions.ordinality(),
                alias,
                functionColumns.definitions(functions.columns()));
        String name = functionColumns.rangeName();
        return new Checked(printed, Names.of(range(name, null, Range.Naming.ALIAS, renamed(columns, alias), rows)));
    }

    private Checked jsonTable(FromItem.JsonTable table, Scope scope) {
        FromItem.JsonTable printed = queries.expressions().json().table(table, scope);
        Alias alias = table.alias();
        String name = alias == null ? "json_table" : alias.name();
        List<Range.Column> columns = renamed(JsonChecker.rangeColumns(table.columns()), alias);
        return new Checked(printed, Names.of(range(name, null, Range.Naming.ALIAS, columns, JSON_TABLE_ROWS)));
    }

    private Checked join(FromItem.Join join, Scope scope) {
        Checked left = check(join.left(), scope);
        Checked right = check(join.right(), scope.with(scope.names().and(left.names())));
        List<String> using = join.natural() ? common(left.names(), right.names()) : join.using();
        Names both = left.names().and(right.names());
        SharedColumns.Joined joined = new SharedColumns(
                        statement, queries.expressions().opened(), left.names(), right.names())
                .joined(join, using, scope);
        Names names = joined.names();
        Expression written = join.on();
        Expression on = joined.on();
        if (written != null) {
            on = queries.expressions().condition(written, scope.with(both));
        } else if (join.natural() && using.isEmpty() && join.type() != JoinType.INNER) {
            on = new Expression.Literal(Expression.LiteralKind.BOOLEAN, "true");
        }
        String usingAlias = join.usingAlias();
        if (usingAlias != null) {
            List<Visible> shared = names.columns().subList(0, using.size());
            List<Range> allRanges = new ArrayList<>(names.ranges());
            allRanges.add(Range.standingFor(
                    behind(shared),
                    usingAlias,
                    Range.Naming.ALIAS,
                    shared.stream().map(Visible::column).toList()));
            names = new Names(allRanges, names.columns());
        }
        Alias alias = join.alias();
        if (alias != null) {
            names = aliased(alias, names, List.of(left.item(), right.item()));
        }
        FromItem printed =
                new FromItem.Join(join.type(), false, left.item(), right.item(), joined.using(), usingAlias, on, alias);
        return new Checked(printed, names);
    }

    /** The columns both sides of a NATURAL join have, in the order of the left one. */
    private static List<String> common(Names left, Names right) {
        return left.columns().stream()
                .map(visible -> visible.column().name())
                .distinct()
                .filter(name -> !right.named(name).isEmpty())
                .toList();
    }

    /**
     * The join under one name, which hides those inside. New names go by position, and a star stands for all that is there: in
     * both cases the relations inside must have exactly the columns of the catalogue.
     */
    private Names aliased(Alias alias, Names names, List<FromItem> sides) {
        List<Range.Column> given = names.columns().stream().map(Visible::column).toList();
        List<Range.Column> columns = renamed(given, alias);
        long different = columns.stream().map(Range.Column::name).distinct().count();
        if (!alias.columns().isEmpty() || different < columns.size()) {
            sides.forEach(this::rewrite);
        }
        names.columns().forEach(visible -> statement.use(visible.range(), visible.column()));
        return Names.of(Range.standingFor(behind(names.columns()), alias.name(), Range.Naming.JOIN_ALIAS, columns));
    }

    private static List<Range> behind(List<Visible> columns) {
        return columns.stream()
                .map(visible -> visible.range().behind(visible.column()))
                .toList();
    }

    private void rewrite(FromItem item) {
        if (item instanceof FromItem.Join join) {
            rewrite(join.left());
            rewrite(join.right());
        }
        Range range = relations.get(item);
        if (range != null) {
            range.rewrite();
        }
    }

    /** The columns under the names of an alias; columns beyond those keep theirs. */
    static List<Range.Column> renamed(List<Range.Column> columns, @Nullable Alias alias) {
        List<String> names = alias == null ? List.of() : alias.columns();
        return renamed(columns, names);
    }

    static List<Range.Column> renamed(List<Range.Column> columns, List<String> names) {
        if (names.size() > columns.size()) {
            throw new Refusal(
                    RejectionCode.UNKNOWN_COLUMN,
                    names.size() + " column names are given for " + columns.size() + " columns");
        }
        List<Range.Column> renamed = new ArrayList<>(columns);
        for (int i = 0; i < names.size(); i++) {
            renamed.set(i, columns.get(i).renamed(names.get(i)));
        }
        return renamed;
    }

    private void refuseDuplicates(Names names) {
        Set<String> seen = new HashSet<>();
        for (Range range : names.ranges()) {
            if (!range.alias().isEmpty() && !seen.add(range.alias())) {
                statement.report(RejectionCode.DUPLICATE_NAME, range.alias());
            }
        }
    }
}
