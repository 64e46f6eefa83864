package dev.sayql.core.schema;

import dev.sayql.sql.Catalog;
import dev.sayql.sql.TableName;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a table declares, without what changes by itself (sizes) or changes no answer (comments, indexes, defaults). Parts
 * stand in an order of their own, so that equal declarations are equal. Immutable.
 *
 * @param foreignKeys declared ones only
 * @param checks as the server prints them
 * @param definition a digest of a view's query; empty for tables
 */
public record TableShape(
        TableName name,
        Catalog.Kind kind,
        List<ColumnShape> columns,
        List<String> primaryKey,
        List<List<String>> uniqueKeys,
        List<ForeignKey> foreignKeys,
        List<String> checks,
        Optional<String> definition) {

    private static final Comparator<List<String>> BY_TEXTS = (first, second) -> {
        for (int i = 0; i < Math.min(first.size(), second.size()); i++) {
            int order = first.get(i).compareTo(second.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(first.size(), second.size());
    };

    public TableShape {
        columns =
                columns.stream().sorted(Comparator.comparing(ColumnShape::name)).toList();
        primaryKey = List.copyOf(primaryKey);
        uniqueKeys = uniqueKeys.stream()
                .map(List::copyOf)
                .distinct()
                .sorted(BY_TEXTS)
                .toList();
        foreignKeys = foreignKeys.stream()
                .filter(key -> !key.inferred())
                .distinct()
                .sorted(Comparator.comparing(ForeignKey::columns, BY_TEXTS)
                        .thenComparing(ForeignKey::target)
                        .thenComparing(ForeignKey::targetColumns, BY_TEXTS))
                .toList();
        checks = checks.stream().distinct().sorted().toList();
    }

    /**
     * A column as it is declared.
     *
     * @param declaredType as the database prints it
     * @param type its catalogue name with its schema, for two types can be printed alike
     * @param labels of an enumeration, in their order
     */
    public record ColumnShape(String name, String declaredType, String type, boolean nullable, List<String> labels) {
        public ColumnShape {
            labels = List.copyOf(labels);
        }

        static ColumnShape of(Column column) {
            return new ColumnShape(
                    column.name(),
                    column.declaredType(),
                    column.type().schema() + "." + column.type().name(),
                    column.nullable(),
                    column.enumValues());
        }
    }

    /** The shape of a table as it was read; inferred keys are left out. */
    public static TableShape of(Table table, List<String> checks, Optional<String> definition) {
        return new TableShape(
                table.name(),
                table.kind(),
                table.columns().stream().map(ColumnShape::of).toList(),
                table.primaryKey(),
                table.uniqueKeys(),
                table.foreignKeys(),
                checks,
                definition);
    }

    Optional<ColumnShape> column(String columnName) {
        return columns.stream()
                .filter(column -> column.name().equals(columnName))
                .findFirst();
    }
}
