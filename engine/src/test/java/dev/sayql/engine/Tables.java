package dev.sayql.engine;

import dev.sayql.core.schema.Column;
import dev.sayql.core.schema.DataType;
import dev.sayql.core.schema.ForeignKey;
import dev.sayql.core.schema.Table;
import dev.sayql.sql.Catalog;
import dev.sayql.sql.TableName;
import java.util.List;
import java.util.Optional;

/** Tables of schemas made up for tests: in public, with the first column as key. */
final class Tables {
    private Tables() {}

    static TableName name(String table) {
        return new TableName("public", table);
    }

    static Table table(TableName name, List<Column> columns, ForeignKey... keys) {
        return new Table(
                name,
                Catalog.Kind.TABLE,
                columns,
                List.of(columns.getFirst().name()),
                List.of(),
                List.of(keys),
                Optional.empty(),
                100);
    }

    /** Rows that are numbered within another: the first two columns are the key. */
    static Table lines(TableName name, List<Column> columns, ForeignKey... keys) {
        return new Table(
                name,
                Catalog.Kind.TABLE,
                columns,
                List.of(columns.get(0).name(), columns.get(1).name()),
                List.of(),
                List.of(keys),
                Optional.empty(),
                100);
    }

    static ForeignKey key(String column, TableName target, String targetColumn) {
        return new ForeignKey(List.of(column), target, List.of(targetColumn), false);
    }

    static Column integer(String name) {
        return column(name, "int4", DataType.INTEGER);
    }

    static Column number(String name) {
        return column(name, "numeric", DataType.NUMERIC);
    }

    static Column text(String name) {
        return column(name, "text", DataType.TEXT);
    }

    static Column date(String name) {
        return column(name, "date", DataType.DATE);
    }

    static Column moment(String name) {
        return column(name, "timestamp", DataType.TIMESTAMP);
    }

    static Column flag(String name) {
        return column(name, "bool", DataType.BOOLEAN);
    }

    /** The same, where values may be missing. */
    static Column nullable(Column column) {
        return withNulls(column, column.comment());
    }

    /** The same, where values may be missing, and with what its comment says. */
    static Column optional(Column column, String comment) {
        return withNulls(column, Optional.of(comment));
    }

    private static Column withNulls(Column column, Optional<String> comment) {
        return new Column(
                column.name(),
                column.type(),
                column.dataType(),
                column.declaredType(),
                true,
                comment,
                column.enumValues());
    }

    private static Column column(String name, String type, DataType dataType) {
        return new Column(name, Catalog.TypeName.builtIn(type), dataType, type, false, Optional.empty(), List.of());
    }
}
