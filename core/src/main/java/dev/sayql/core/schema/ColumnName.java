package dev.sayql.core.schema;

import dev.sayql.sql.TableName;

/** A column of a table, by name. Immutable. */
public record ColumnName(TableName table, String column) implements Comparable<ColumnName> {

    @Override
    public int compareTo(ColumnName other) {
        int byTable = table.compareTo(other.table);
        return byTable != 0 ? byTable : column.compareTo(other.column);
    }

    @Override
    public String toString() {
        return table.name() + "." + column;
    }
}
