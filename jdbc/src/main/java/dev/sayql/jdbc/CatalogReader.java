package dev.sayql.jdbc;

import dev.sayql.core.question.Source;
import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.InspectionProgress;
import dev.sayql.core.schema.Schema;
import dev.sayql.core.schema.SchemaReader;
import dev.sayql.core.schema.Table;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * Reads a source's schema from PostgreSQL's catalogue: one read-only transaction, one statement for each kind of thing
 * whatever the number of tables. Tables, views and columns that the role may not read are not seen, nor is what lies outside the
 * source's scope. Foreign keys that no constraint declares are inferred from names and types, and marked so. Thread-safe.
 */
public final class CatalogReader implements SchemaReader {
    private final SourcePools pools;

    /** The pools are closed by whoever made them. */
    public CatalogReader(SourcePools pools) {
        this.pools = pools;
    }

    @Override
    public Schema read(Source source) {
        SourcePool pool = pools.of(source);
        try (ReadOnlySession session = ReadOnlySession.open(pool, ReadOnlySession.SHORT)) {
            try {
                TableReading reading = TableReading.read(
                        new CatalogRows(session, InspectionProgress.UNHEARD),
                        pool.source().scope(),
                        CatalogLimits.usual());
                List<String> searchPath = session.searchPath();
                readDefinitions(reading, session);
                List<Table> tables = ForeignKeyInference.complete(
                        List.copyOf(reading.byNumber().values()));
                return new Schema(tables, searchPath, reading.snapshot().fingerprint());
            } catch (SQLException failure) {
                session.discard();
                throw SourceFailures.of(failure);
            }
        }
    }

    /**
     * A table that somebody is changing must not keep questions about the others waiting: the schema then has another fingerprint
     * for a while, and what was remembered under the usual one is found again later.
     */
    private static void readDefinitions(TableReading reading, ReadOnlySession session) throws SQLException {
        try {
            reading.readDefinitions();
        } catch (SQLException failure) {
            if (!SourceFailures.isOfLock(failure)) {
                throw failure;
            }
            session.discard();
        }
    }

    @Override
    public Map<ColumnName, List<String>> values(Source source, Schema schema) {
        return new ValueReading(pools.of(source)).read(schema);
    }

    @Override
    public List<String> warnings(Source source) {
        return pools.warning(source).stream().toList();
    }
}
