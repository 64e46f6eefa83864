package dev.sayql.core.schema;

import dev.sayql.sql.TableName;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a kept statement reads. Immutable.
 *
 * @param id whatever its keeper knows it by
 * @param columns of those tables; empty when they are not known, and then every column of its tables counts as read
 */
public record StatementUse(String id, Set<TableName> tables, Optional<Set<ColumnName>> columns) {

    public StatementUse {
        tables = Set.copyOf(tables);
        columns = columns.map(Set::copyOf);
    }

    /**
     * Whether a change can make this statement fail or answer something else. What is new touches nothing, nor does a check:
     * it only says which rows there can be.
     */
    boolean isTouchedBy(SchemaChange change) {
        if (!tables.contains(change.table())) {
            return false;
        }
        return switch (change) {
            case SchemaChange.TableAdded _,
                    SchemaChange.ColumnAdded _,
                    SchemaChange.CheckAdded _,
                    SchemaChange.CheckRemoved _ -> false;
            case SchemaChange.TableRemoved _, SchemaChange.KindChanged _, SchemaChange.DefinitionChanged _ -> true;
            case SchemaChange.ColumnRemoved removed -> reads(removed, removed.column());
            case SchemaChange.ColumnRetyped retyped -> reads(retyped, retyped.column());
            case SchemaChange.NullabilityChanged changed -> reads(changed, changed.column());
            case SchemaChange.LabelsChanged changed -> reads(changed, changed.column());
            case SchemaChange.PrimaryKeyChanged key -> readsAny(key, key.from());
            case SchemaChange.UniqueKeyRemoved key -> readsAny(key, key.columns());
            case SchemaChange.UniqueKeyAdded _ -> false;
            case SchemaChange.ForeignKeyRemoved key -> readsAny(key, key.key().columns());
            case SchemaChange.ForeignKeyAdded _ -> false;
        };
    }

    private boolean reads(SchemaChange change, String column) {
        return readsAny(change, List.of(column));
    }

    private boolean readsAny(SchemaChange change, Collection<String> names) {
        return columns.isEmpty()
                || names.stream().anyMatch(name -> columns.get().contains(new ColumnName(change.table(), name)));
    }
}
