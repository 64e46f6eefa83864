package dev.sayql.core.question;

import dev.sayql.sql.TableName;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which tables of a source may be read, what its owner opens beside them, and what is kept back of them. Nothing here is
 * checked against a database; {@link dev.sayql.core.schema.RulesReader} does that. Immutable.
 *
 * @param tables the only tables that may be read, where {@code *} stands for every one of a schema; none means all there are
 * @param views the views that may be read
 * @param harmlessViews those of them of which the owner knows that they show nothing of what is kept back; as long as columns
 *     are, a view that reads their table is closed otherwise
 * @param functions the owner's functions that may be called, each as schema.name(types)
 * @param extensions the extensions whose types may be compared, with their operators and functions
 * @param deniedColumns columns that cannot be named, by table
 * @param maskedColumns columns that hold a mask, by table
 */
public record SourcePolicy(
        Set<TableName> tables,
        Set<TableName> views,
        Set<TableName> harmlessViews,
        List<String> functions,
        Set<String> extensions,
        Map<TableName, Set<String>> deniedColumns,
        Map<TableName, Set<String>> maskedColumns) {

    /** Every table may be read in full, and nothing else. */
    public static final SourcePolicy NONE =
            new SourcePolicy(Set.of(), Set.of(), Set.of(), List.of(), Set.of(), Map.of(), Map.of());

    private static final String EVERY = "*";

    public SourcePolicy {
        tables = Set.copyOf(tables);
        views = Set.copyOf(views);
        harmlessViews = Set.copyOf(harmlessViews);
        functions = List.copyOf(functions);
        extensions = Set.copyOf(extensions);
        deniedColumns = Map.copyOf(deniedColumns);
        maskedColumns = Map.copyOf(maskedColumns);
    }

    /** Whether an entry of {@link #tables} stands for this table. */
    public static boolean means(TableName entry, TableName table) {
        return entry.equals(table)
                || (entry.name().equals(EVERY) && entry.schema().equals(table.schema()));
    }
}
