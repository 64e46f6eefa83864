package dev.sayql.core.schema;

import dev.sayql.sql.TableName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What changed between two readings of a database, by table. Immutable. */
public record SchemaDrift(List<SchemaChange> changes) {

    public SchemaDrift {
        changes = List.copyOf(changes);
    }

    /** Empty exactly when both have the same fingerprint. */
    public static SchemaDrift between(SchemaSnapshot old, SchemaSnapshot current) {
        Map<TableName, TableShape> before = byName(old);
        Map<TableName, TableShape> after = byName(current);
        List<SchemaChange> changes = new ArrayList<>();
        for (TableShape table : old.tables()) {
            Optional<TableShape> now = Optional.ofNullable(after.get(table.name()));
            if (now.isEmpty()) {
                changes.add(new SchemaChange.TableRemoved(table.name()));
            } else {
                changes.addAll(TableComparison.between(table, now.get()));
            }
        }
        current.tables().stream()
                .filter(table -> !before.containsKey(table.name()))
                .forEach(table -> changes.add(new SchemaChange.TableAdded(table.name())));
        return new SchemaDrift(changes);
    }

    private static Map<TableName, TableShape> byName(SchemaSnapshot snapshot) {
        return snapshot.tables().stream().collect(Collectors.toMap(TableShape::name, Function.identity()));
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** The statements that some change touches, in their order, each with its changes. */
    public List<Touched> touched(Collection<StatementUse> statements) {
        List<Touched> touched = new ArrayList<>();
        for (StatementUse statement : statements) {
            List<SchemaChange> its =
                    changes.stream().filter(statement::isTouchedBy).toList();
            if (!its.isEmpty()) {
                boolean broken = its.stream().anyMatch(SchemaDrift::breaks);
                touched.add(new Touched(statement.id(), broken, its));
            }
        }
        return touched;
    }

    private static boolean breaks(SchemaChange change) {
        return change instanceof SchemaChange.TableRemoved || change instanceof SchemaChange.ColumnRemoved;
    }

    /**
     * A statement that a drift touches.
     *
     * @param broken whether it cannot run any more; otherwise it may fail or answer something else
     */
    public record Touched(String id, boolean broken, List<SchemaChange> changes) {

        public Touched {
            changes = List.copyOf(changes);
        }
    }
}
