package dev.sayql.core.question;

import java.util.List;
import java.util.Optional;

/**
 * What is kept about a table or view of a source. Immutable.
 *
 * @param schema the schema it stands in
 * @param kind in the words of PostgreSQL: table, partitioned table, view, materialized view
 * @param ddl a statement that makes one like it
 * @param rows the planner's estimate; negative when it was never analysed
 * @param bytes size on disk with indexes; 0 for a view
 * @param description the database's comment on it
 * @param sampleQuestions questions about it, for people to begin with
 * @param fingerprint changes whenever its columns, types or keys change
 * @param document everything else its reader found, in a form of the reader's own, to be compared with later; may be empty
 */
public record TableMetadata(
        String schema,
        String name,
        String kind,
        String ddl,
        long rows,
        long bytes,
        Optional<String> description,
        List<String> sampleQuestions,
        String fingerprint,
        String document) {

    public TableMetadata {
        sampleQuestions = List.copyOf(sampleQuestions);
    }
}
