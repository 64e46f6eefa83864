package dev.sayql.core.schema;

import dev.sayql.sql.TableName;
import java.util.List;
import java.util.Optional;

/**
 * A table or view with all that its database says of it. Immutable.
 *
 * @param table what answering needs of it
 * @param columns in the order of the table
 * @param constraints declared keys and checks, those that the role may see in full
 * @param indexes those that no constraint made
 * @param sequences that its columns' defaults draw from; those of identity columns are not among them
 */
public record TableDetail(
        Table table,
        List<ColumnDetail> columns,
        List<Constraint> constraints,
        List<Index> indexes,
        List<Sequence> sequences,
        TableForm form,
        Volume volume) {

    public TableDetail {
        columns = List.copyOf(columns);
        constraints = List.copyOf(constraints);
        indexes = List.copyOf(indexes);
        sequences = List.copyOf(sequences);
    }

    public TableName name() {
        return table.name();
    }

    /**
     * An index.
     *
     * @param definition as the server prints it, a whole statement
     */
    public record Index(String name, boolean unique, String definition) {}

    /**
     * A sequence that a default draws from.
     *
     * @param type {@code smallint}, {@code integer} or {@code bigint}
     * @param ownedBy the column with which it disappears; empty when it stands for itself
     */
    public record Sequence(TableName name, String type, Counting counting, Optional<String> ownedBy) {}

    /**
     * How much it holds, as far as is known without counting.
     *
     * @param estimatedRows the planner's estimate, negative when it was never analysed
     * @param bytes on disk, with indexes and long values, of all partitions; 0 for views
     * @param partitions how many parts its rows are spread over; 0 when it is not partitioned
     */
    public record Volume(long estimatedRows, long bytes, int partitions) {}
}
