package dev.sayql.core.schema;

import dev.sayql.sql.TableName;
import java.util.List;
import java.util.Optional;

/**
 * What a table or view is beside its columns and constraints. Immutable.
 *
 * @param definition the query of a view, as the server prints it, without a semicolon; empty for tables
 * @param partitionedBy such as {@code RANGE (day)}; empty when it is not partitioned
 * @param parents tables whose columns it inherits
 * @param reads the tables and views that a view reads
 * @param options storage parameters, such as {@code fillfactor=70}, {@code security_barrier=true}
 * @param unlogged whether its rows do not survive a crash
 */
public record TableForm(
        Optional<String> definition,
        Optional<String> partitionedBy,
        List<TableName> parents,
        List<TableName> reads,
        List<String> options,
        boolean unlogged) {

    public TableForm {
        parents = List.copyOf(parents);
        reads = List.copyOf(reads);
        options = List.copyOf(options);
    }

    /** An ordinary table. */
    public static TableForm plain() {
        return new TableForm(Optional.empty(), Optional.empty(), List.of(), List.of(), List.of(), false);
    }
}
