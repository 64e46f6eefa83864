package dev.sayql.engine;

import dev.sayql.core.schema.ColumnName;
import dev.sayql.sql.TableName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The tables and columns that a query names or passes through. For one use by one thread. */
final class Uses {
    private final Set<TableName> tables = new HashSet<>();
    private final Set<ColumnName> columns = new HashSet<>();

    private Uses() {}

    static Uses of(Query query) {
        Uses uses = new Uses();
        uses.tables.add(query.subject().table());
        query.outputs().forEach(output -> uses.add(output.expression()));
        query.groups().forEach(uses::add);
        query.order().forEach(key -> uses.add(key.expression()));
        query.having().forEach(having -> uses.add(having.fold()));
        query.where().forEach(uses::add);
        return uses;
    }

    boolean any(Set<TableName> wantedTables, Set<ColumnName> wantedColumns) {
        return wantedTables.stream().anyMatch(tables::contains)
                || wantedColumns.stream().anyMatch(columns::contains);
    }

    private void add(Expression expression) {
        switch (expression) {
            case Expression.Column column -> {
                tables.add(column.range().table());
                columns.add(new ColumnName(column.range().table(), column.name()));
            }
            case Expression.Constant _ -> {}
            case Expression.Arithmetic(char _, Expression left, Expression right) -> {
                add(left);
                add(right);
            }
            case Expression.Bucket(TimeUnit _, Expression date) -> add(date);
            case Expression.Fold fold -> {
                tables.add(fold.rows().table());
                fold.over().ifPresent(this::add);
                fold.only().forEach(this::add);
            }
            case Expression.Percentage(Expression.Fold part, var whole) -> {
                add(part);
                whole.ifPresent(this::add);
            }
        }
    }

    private void add(Condition condition) {
        switch (condition) {
            case Condition.Comparison(Expression left, var _, var _) -> add(left);
            case Condition.Columns(Expression left, var _, Expression right) -> {
                add(left);
                add(right);
            }
            case Condition.OneOf(Expression left, var _, boolean _) -> add(left);
            case Condition.Between(Expression left, var _, var _) -> add(left);
            case Condition.During(Expression date, var _) -> add(date);
            case Condition.IsNull(Expression left, boolean _) -> add(left);
            case Condition.Matches(Expression left, var _, var _, boolean _) -> add(left);
            case Condition.AgainstAll(Expression left, var _, var _) -> add(left);
            case Condition.AnyOf(List<Condition> conditions) -> conditions.forEach(this::add);
            case Condition.Exists(Path path, List<Condition> conditions, boolean _) -> {
                addPath(path);
                conditions.forEach(this::add);
            }
            case Condition.Folded folded -> {
                addPath(folded.path());
                add(folded.fold());
                folded.conditions().forEach(this::add);
            }
        }
    }

    /** The keys followed count as used: "supplied from" is about the key that says so. */
    private void addPath(Path path) {
        for (Path.Step step : path.steps()) {
            tables.add(step.to().table());
            step.fromColumns()
                    .forEach(name -> columns.add(new ColumnName(step.from().table(), name)));
            step.toColumns()
                    .forEach(name -> columns.add(new ColumnName(step.to().table(), name)));
        }
    }
}
