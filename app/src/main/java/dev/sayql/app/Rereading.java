package dev.sayql.app;

import dev.sayql.core.connection.SourceDesk.Drift;
import dev.sayql.core.question.Source;
import dev.sayql.core.question.SourceRegistry;
import dev.sayql.core.question.SourceState;
import dev.sayql.core.question.TableMetadata;
import dev.sayql.core.schema.InspectionProgress;
import dev.sayql.core.schema.SchemaDetail;
import dev.sayql.core.schema.SchemaScope;
import dev.sayql.core.schema.SourceUnavailableException;
import dev.sayql.core.schema.Table;
import dev.sayql.core.schema.TableDdl;
import dev.sayql.jdbc.CatalogInspector;
import dev.sayql.sql.TableName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the catalogues of sources again that are there already, and says what changed. Thread-safe. */
final class Rereading {

    private final SourceRegistry registry;
    private final SourceMemory memory;
    private final SchemaDrifts drifts;

    Rereading(SourceRegistry registry, SourceMemory memory, SchemaDrifts drifts) {
        this.registry = registry;
        this.memory = memory;
        this.drifts = drifts;
    }

    /** Reads a source now; of one that is stored nowhere, what this process saw last is what it is compared with. */
    Drift refresh(Source source) {
        SchemaDetail found = inspected(source, scopeOf(source));
        Optional<SourceState> stored = registry.state(source.team(), source.id());
        Optional<String> fingerprint =
                stored.isPresent() ? stored.flatMap(SourceState::fingerprint) : drifts.lastSeen(source);
        List<TableMetadata> before = registry.tables(source.team(), source.id());
        keep(source, found);
        memory.changed(source);
        if (fingerprint.filter(known -> !known.equals(found.fingerprint())).isPresent()) {
            memory.drifted(source);
        }
        return drifts.between(source, before, fingerprint, found);
    }

    /** Reads a source that is due, and keeps why that did not work. */
    void refreshDue(Source source) {
        try {
            SchemaDetail found = inspected(source, scopeOf(source));
            boolean changed = !registry.state(source.team(), source.id())
                    .flatMap(SourceState::fingerprint)
                    .equals(Optional.of(found.fingerprint()));
            keep(source, found);
            if (changed) {
                memory.changed(source);
                memory.drifted(source);
            }
        } catch (SourceUnavailableException unavailable) {
            registry.failed(source.team(), source.id(), unavailable.sentence());
        }
    }

    private void keep(Source source, SchemaDetail found) {
        registry.introspected(source.team(), source.id(), SchemaDrifts.introspection(found));
    }

    /** The statement that makes a table like this one, read now; empty when a part of it is kept back. */
    Optional<String> ddl(Source source, Table table) {
        TableName name = table.name();
        return inspected(source, new SchemaScope(Optional.of(name.schema()), Set.of(name.toString())))
                .table(name)
                // A column that the operator keeps back is not told by the way.
                .filter(detail -> detail.columns().size() == table.columns().size())
                .map(TableDdl::of);
    }

    private SchemaScope scopeOf(Source source) {
        return registry.registration(source.team(), source.id())
                .map(Connections::scope)
                .orElseGet(SchemaScope::everything);
    }

    private SchemaDetail inspected(Source source, SchemaScope scope) {
        return new CatalogInspector(memory.pools())
                .inspect(source, scope, InspectionProgress.UNHEARD)
                .schema();
    }
}
