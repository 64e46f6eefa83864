package dev.sayql.core.schema;

import dev.sayql.sql.Catalog;
import dev.sayql.sql.ColumnRules;
import dev.sayql.sql.TableName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A table or view as its database describes it. Immutable.
 *
 * @param primaryKey the key's columns in order; empty when there is none
 * @param uniqueKeys other sets of columns of which no two rows share the values
 * @param estimatedRows the planner's estimate, negative when it was never analysed
 */
public record Table(
        TableName name,
        Catalog.Kind kind,
        List<Column> columns,
        List<String> primaryKey,
        List<List<String>> uniqueKeys,
        List<ForeignKey> foreignKeys,
        Optional<String> comment,
        long estimatedRows) {

    public Table {
        columns = List.copyOf(columns);
        primaryKey = List.copyOf(primaryKey);
        uniqueKeys = uniqueKeys.stream().map(List::copyOf).toList();
        foreignKeys = List.copyOf(foreignKeys);
    }

    public Optional<Column> column(String columnName) {
        return columns.stream()
                .filter(column -> column.name().equals(columnName))
                .findFirst();
    }

    Table without(ColumnRules keptBack) {
        if (!keptBack.touches(name)) {
            return this;
        }
        List<Column> shown = columns.stream()
                .filter(column -> !keptBack.keepsBack(name, column.name()))
                .toList();
        Set<String> left = shown.stream().map(Column::name).collect(Collectors.toSet());
        return new Table(
                name,
                kind,
                shown,
                left.containsAll(primaryKey) ? primaryKey : List.of(),
                uniqueKeys.stream().filter(left::containsAll).toList(),
                foreignKeys.stream()
                        .filter(key -> left.containsAll(key.columns()))
                        .filter(key -> key.targetColumns().stream()
                                .noneMatch(column -> keptBack.keepsBack(key.target(), column)))
                        .toList(),
                comment,
                estimatedRows);
    }

    public boolean isView() {
        return kind == Catalog.Kind.VIEW || kind == Catalog.Kind.MATERIALIZED_VIEW;
    }

    /** Whether at most one row can have given values in these columns. */
    public boolean isUniqueOver(Set<String> columnNames) {
        boolean byPrimaryKey = !primaryKey.isEmpty() && columnNames.containsAll(primaryKey);
        return byPrimaryKey || uniqueKeys.stream().anyMatch(columnNames::containsAll);
    }
}
