package dev.sayql.core.schema;

import dev.sayql.sql.TableName;
import java.util.List;

/**
 * Columns of a table that point to a row of another (or the same) table. Immutable.
 *
 * @param inferred true when no constraint says so and names and types suggest it
 */
public record ForeignKey(List<String> columns, TableName target, List<String> targetColumns, boolean inferred) {
    public ForeignKey {
        columns = List.copyOf(columns);
        targetColumns = List.copyOf(targetColumns);
        if (columns.isEmpty() || columns.size() != targetColumns.size()) {
            throw new IllegalArgumentException("a foreign key has as many target columns as columns, at least one");
        }
    }
}
