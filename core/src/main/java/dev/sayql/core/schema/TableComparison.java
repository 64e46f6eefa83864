package dev.sayql.core.schema;

import dev.sayql.core.schema.TableShape.ColumnShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The differences between two shapes of one table. */
final class TableComparison {
    private final TableShape old;
    private final TableShape current;
    private final List<SchemaChange> changes = new ArrayList<>();

    private TableComparison(TableShape old, TableShape current) {
        this.old = old;
        this.current = current;
    }

    static List<SchemaChange> between(TableShape old, TableShape current) {
        if (old.equals(current)) {
            return List.of();
        }
        TableComparison comparison = new TableComparison(old, current);
        comparison.compareColumns();
        comparison.compareKeys();
        comparison.compareRest();
        return comparison.changes;
    }

    private void compareColumns() {
        for (ColumnShape column : old.columns()) {
            Optional<ColumnShape> now = current.column(column.name());
            if (now.isEmpty()) {
                changes.add(new SchemaChange.ColumnRemoved(old.name(), column.name()));
            } else {
                compare(column, now.get());
            }
        }
        for (ColumnShape column : current.columns()) {
            if (old.column(column.name()).isEmpty()) {
                changes.add(new SchemaChange.ColumnAdded(old.name(), column.name(), column.declaredType()));
            }
        }
    }

    private void compare(ColumnShape before, ColumnShape now) {
        boolean sameType = before.declaredType().equals(now.declaredType())
                && before.type().equals(now.type());
        if (!sameType) {
            boolean printedAlike = before.declaredType().equals(now.declaredType());
            changes.add(new SchemaChange.ColumnRetyped(
                    old.name(),
                    now.name(),
                    printedAlike ? before.type() : before.declaredType(),
                    printedAlike ? now.type() : now.declaredType()));
        } else if (!before.labels().equals(now.labels())) {
            changes.add(new SchemaChange.LabelsChanged(
                    old.name(),
                    now.name(),
                    without(now.labels(), before.labels()),
                    without(before.labels(), now.labels())));
        }
        if (before.nullable() != now.nullable()) {
            changes.add(new SchemaChange.NullabilityChanged(old.name(), now.name(), now.nullable()));
        }
    }

    private void compareKeys() {
        if (!old.primaryKey().equals(current.primaryKey())) {
            changes.add(new SchemaChange.PrimaryKeyChanged(old.name(), old.primaryKey(), current.primaryKey()));
        }
        compare(
                TableShape::uniqueKeys,
                key -> new SchemaChange.UniqueKeyRemoved(old.name(), key),
                key -> new SchemaChange.UniqueKeyAdded(old.name(), key));
        compare(
                TableShape::foreignKeys,
                key -> new SchemaChange.ForeignKeyRemoved(old.name(), key),
                key -> new SchemaChange.ForeignKeyAdded(old.name(), key));
    }

    private void compareRest() {
        compare(
                TableShape::checks,
                check -> new SchemaChange.CheckRemoved(old.name(), check),
                check -> new SchemaChange.CheckAdded(old.name(), check));
        if (old.kind() != current.kind()) {
            changes.add(new SchemaChange.KindChanged(old.name(), old.kind(), current.kind()));
        }
        if (!old.definition().equals(current.definition())) {
            changes.add(new SchemaChange.DefinitionChanged(old.name()));
        }
    }

    private <T> void compare(
            Function<TableShape, List<T>> part, Function<T, SchemaChange> removed, Function<T, SchemaChange> added) {
        without(part.apply(old), part.apply(current)).forEach(thing -> changes.add(removed.apply(thing)));
        without(part.apply(current), part.apply(old)).forEach(thing -> changes.add(added.apply(thing)));
    }

    private static <T> List<T> without(List<T> all, List<T> taken) {
        return all.stream().filter(thing -> !taken.contains(thing)).toList();
    }
}
