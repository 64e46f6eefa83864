package dev.sayql.core.execution;

import java.time.Duration;
import java.util.List;

/**
 * The result of a statement. Immutable.
 *
 * @param values one list a row, as long as {@code columns}
 * @param truncated whether there were more rows or bytes than the limits allow
 * @param took from sending the statement to the last row read
 */
public record Rows(List<Column> columns, List<List<Cell>> values, boolean truncated, Duration took) {

    /** A column of a result; names are unique ({@code name}, {@code name_2}). */
    public record Column(String name, String type) {}

    public Rows {
        columns = List.copyOf(columns);
        values = values.stream().map(List::copyOf).toList();
    }

    public int count() {
        return values.size();
    }
}
