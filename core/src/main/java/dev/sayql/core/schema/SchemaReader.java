package dev.sayql.core.schema;

import dev.sayql.core.question.Source;
import java.util.List;
import java.util.Map;

/**
 * Reads what a source's database looks like. Both calls only read, within a time limit.
 *
 * <p>Endings: {@link SourceUnavailableException} when the database cannot be reached or does not let us in.
 * Thread-safe.
 */
public interface SchemaReader {

    Schema read(Source source);

    /**
     * The distinct values of the text columns that questions may name, of columns that have few enough of them. Columns
     * with more than the limit are left out, never cut.
     */
    Map<ColumnName, List<String>> values(Source source, Schema schema);

    /**
     * What was seen when the source was last connected to and whoever asks should know, such as a role that may do more than
     * read and is trusted all the same: one sentence each. Asks nothing anew.
     */
    default List<String> warnings(Source source) {
        return List.of();
    }
}
