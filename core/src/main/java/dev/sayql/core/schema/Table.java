package dev.sayql.core.schema;

import dev.sayql.sql.Catalog;
import dev.sayql.sql.TableName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

    public boolean isView() {
        return kind == Catalog.Kind.VIEW || kind == Catalog.Kind.MATERIALIZED_VIEW;
    }

    /** Whether at most one row can have given values in these columns. */
    public boolean isUniqueOver(Set<String> columnNames) {
        boolean byPrimaryKey = !primaryKey.isEmpty() && columnNames.containsAll(primaryKey);
        return byPrimaryKey || uniqueKeys.stream().anyMatch(columnNames::containsAll);
    }
}
