package dev.sayql.api;

import dev.sayql.core.execution.Cell;
import dev.sayql.core.execution.Rows;
import java.util.List;

/**
 * Rows as they go over the wire: a list of objects, one a row, cells by {@link CellJson}. Immutable.
 *
 * @param names unique column names, one for each cell of a row
 */
public record Results(List<String> names, List<List<Cell>> values) {

    public Results {
        names = List.copyOf(names);
    }

    /** No rows. */
    public static Results none() {
        return new Results(List.of(), List.of());
    }

    static Results of(Rows rows) {
        return new Results(rows.columns().stream().map(Rows.Column::name).toList(), rows.values());
    }
}
