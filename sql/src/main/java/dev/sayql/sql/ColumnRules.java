package dev.sayql.sql;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Which columns the owner keeps back. A denied column cannot be named at all. A masked one can, and holds a mask wherever it
 * is named, in conditions too, so that nothing about its values can be found out. Immutable and thread-safe.
 *
 * @param denied names of columns by table
 * @param masked names of columns by table
 * @param harmlessViews the views of which the owner knows that they show none of these columns; as soon as any column is
 *     denied or masked, no other view may be read
 */
public record ColumnRules(
        Map<TableName, Set<String>> denied, Map<TableName, Set<String>> masked, Set<TableName> harmlessViews) {

    /** Every column may be read. */
    public static final ColumnRules NONE = new ColumnRules(Map.of(), Map.of(), Set.of());

    public ColumnRules {
        denied = copy(denied);
        masked = copy(masked);
        harmlessViews = Set.copyOf(harmlessViews);
    }

    private static Map<TableName, Set<String>> copy(Map<TableName, Set<String>> columns) {
        Map<TableName, Set<String>> copied = new HashMap<>();
        columns.forEach((table, names) -> {
            if (!names.isEmpty()) {
                copied.put(table, Set.copyOf(names));
            }
        });
        return Map.copyOf(copied);
    }

    boolean denies(TableName table, String column) {
        return denied.getOrDefault(table, Set.of()).contains(column);
    }

    boolean masks(TableName table, String column) {
        return masked.getOrDefault(table, Set.of()).contains(column);
    }

    /** Whether the column is denied or masked. */
    public boolean keepsBack(TableName table, String column) {
        return denies(table, column) || masks(table, column);
    }

    /** Whether some column of the relation is kept back. */
    public boolean touches(TableName table) {
        return denied.containsKey(table) || masked.containsKey(table);
    }

    boolean opens(TableName view) {
        return (denied.isEmpty() && masked.isEmpty()) || harmlessViews.contains(view);
    }
}
