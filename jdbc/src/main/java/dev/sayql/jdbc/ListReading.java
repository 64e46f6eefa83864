package dev.sayql.jdbc;

import dev.sayql.core.schema.InspectionProgress.Step;
import dev.sayql.core.schema.SchemaScope;
import dev.sayql.core.schema.Skipped;
import dev.sayql.core.schema.Table;
import dev.sayql.sql.TableName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what is there and is not offered. Used once. */
final class ListReading {
    private final List<String> namespaces = new ArrayList<>();
    private final List<Skipped> leftOut = new ArrayList<>();
    private final List<Skipped> hiddenColumns = new ArrayList<>();

    private ListReading() {}

    /** The tables are those that are offered, by their number. */
    static ListReading read(Map<Long, Table> offered, CatalogRows rows) throws SQLException {
        ListReading reading = new ListReading();
        rows.each(DetailQueries.NAMESPACES, Step.SIZES, row -> reading.namespaces.add(row.getString(1)));
        rows.each(DetailQueries.LEFT_OUT, Step.SIZES, reading::addLeftOut);
        rows.each(DetailQueries.HIDDEN_COLUMNS, Step.SIZES, row -> {
            Table table = offered.get(row.getLong(1));
            if (table != null) {
                reading.hiddenColumns.add(
                        new Skipped(table.name(), Optional.of(row.getString(2)), Skipped.Reason.COLUMN_NOT_READABLE));
            }
        });
        return reading;
    }

    private void addLeftOut(ResultSet row) throws SQLException {
        TableName name = new TableName(row.getString(1), row.getString(2));
        Skipped.Reason reason = switch (row.getString(3)) {
            case "e" -> Skipped.Reason.OF_EXTENSION;
            case "s" -> Skipped.Reason.SCHEMA_NOT_OPEN;
            case "r" -> Skipped.Reason.NOT_READABLE;
            default -> Skipped.Reason.FOREIGN_TABLE;
        };
        leftOut.add(Skipped.table(name, reason));
    }

    /** Every schema of the owner's, whether or not it may be used. */
    List<String> namespaces() {
        return namespaces;
    }

    List<TableName> leftOut() {
        return leftOut.stream().map(Skipped::table).toList();
    }

    /** Whole tables first, by their names. */
    List<Skipped> skipped(SchemaScope scope) {
        return Stream.concat(
                        leftOut.stream().filter(skipped -> scope.includes(skipped.table())), hiddenColumns.stream())
                .toList();
    }
}
