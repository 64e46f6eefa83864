package dev.sayql.jdbc;

import dev.sayql.core.question.Source;
import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.Schema;
import dev.sayql.core.schema.SchemaReader;
import dev.sayql.core.schema.Table;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * Reads a source's schema from PostgreSQL's catalogue: one read-only transaction, one statement for each kind of thing
 * whatever the number of tables. Tables, views and columns that the role may not read are not seen. Foreign keys that no
 * constraint declares are inferred from names and types, and marked so. Thread-safe.
 */
public final class CatalogReader implements SchemaReader {
    private final SourcePools pools;

    /** The pools are closed by whoever made them. */
    public CatalogReader(SourcePools pools) {
        this.pools = pools;
    }

    @Override
    public Schema read(Source source) {
        try (ReadOnlySession session = ReadOnlySession.open(pools.of(source), ReadOnlySession.SHORT)) {
            try {
                List<Table> declared = TableReading.read(session);
                List<Table> tables = ForeignKeyInference.complete(declared);
                return new Schema(tables, session.searchPath(), Fingerprint.of(declared));
            } catch (SQLException failure) {
                session.discard();
                throw SourceFailures.of(failure);
            }
        }
    }

    @Override
    public Map<ColumnName, List<String>> values(Source source, Schema schema) {
        return new ValueReading(pools.of(source)).read(schema);
    }
}
