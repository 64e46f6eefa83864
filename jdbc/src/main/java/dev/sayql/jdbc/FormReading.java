package dev.sayql.jdbc;

import dev.sayql.core.schema.InspectionProgress.Step;
import dev.sayql.core.schema.TableForm;
import dev.sayql.sql.TableName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what tables and views are beside their columns and constraints. Used once. */
final class FormReading {
    private final Map<Long, String> definitions = new HashMap<>();
    private final Map<Long, String> partitionKeys = new HashMap<>();
    private final Map<Long, List<TableName>> parents = new HashMap<>();
    private final Map<Long, List<TableName>> reads = new HashMap<>();
    private final Map<Long, List<String>> options = new HashMap<>();
    private final Set<Long> unlogged = new HashSet<>();

    private FormReading() {}

    static FormReading read(CatalogRows rows) throws SQLException {
        FormReading reading = new FormReading();
        rows.each(
                DetailQueries.DEFINITIONS,
                Step.DEFINITIONS,
                row -> reading.definitions.put(row.getLong(1), withoutSemicolon(row.getString(2))));
        rows.each(
                DetailQueries.READS,
                Step.DEFINITIONS,
                row -> add(reading.reads, row.getLong(1), new TableName(row.getString(2), row.getString(3))));
        rows.each(
                DetailQueries.PARENTS,
                Step.DEFINITIONS,
                row -> add(reading.parents, row.getLong(1), new TableName(row.getString(2), row.getString(3))));
        rows.each(DetailQueries.FORMS, Step.DEFINITIONS, row -> {
            long table = row.getLong(1);
            reading.options.put(table, CatalogRows.texts(row, 2));
            CatalogRows.text(row, 4).ifPresent(key -> reading.partitionKeys.put(table, key));
            if (row.getBoolean(3)) {
                reading.unlogged.add(table);
            }
        });
        return reading;
    }

    private static String withoutSemicolon(String definition) {
        return definition.endsWith(";") ? definition.substring(0, definition.length() - 1) : definition;
    }

    private static void add(Map<Long, List<TableName>> all, long table, TableName name) {
        all.computeIfAbsent(table, key -> new ArrayList<>()).add(name);
    }

    TableForm of(long table) {
        return new TableForm(
                Optional.ofNullable(definitions.get(table)),
                Optional.ofNullable(partitionKeys.get(table)),
                parents.getOrDefault(table, List.of()),
                reads.getOrDefault(table, List.of()),
                options.getOrDefault(table, List.of()),
                unlogged.contains(table));
    }
}
