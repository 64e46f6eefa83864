package dev.sayql.jdbc;

import dev.sayql.core.schema.Column;
import dev.sayql.core.schema.ForeignKey;
import dev.sayql.core.schema.Table;
import dev.sayql.sql.Catalog;
import dev.sayql.sql.TableName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts the tables together from the rows of the catalogue. Used once. */
final class TableReading {
    private static final int FETCH = 1_000;

    private final ReadOnlySession session;
    private final Map<Long, Parts> tables = new LinkedHashMap<>();

    /** What was read of one table so far; keys by the number of their index or constraint. */
    private record Parts(
            TableName name,
            Catalog.Kind kind,
            long estimatedRows,
            Optional<String> comment,
            List<Column> columns,
            Map<Long, List<String>> keys,
            Set<Long> primary,
            Map<Long, Link> links) {}

    private record Link(TableName target, List<String> columns, List<String> targetColumns) {}

    private TableReading(ReadOnlySession session) {
        this.session = session;
    }

    static List<Table> read(ReadOnlySession session) throws SQLException {
        TableReading reading = new TableReading(session);
        reading.each(CatalogQueries.RELATIONS, reading::addTable);
        TypeCatalog types = reading.types();
        reading.each(CatalogQueries.COLUMNS, row -> reading.addColumn(row, types));
        reading.each(CatalogQueries.KEYS, reading::addKeyColumn);
        reading.each(CatalogQueries.FOREIGN_KEYS, reading::addLinkColumn);
        return reading.tables.values().stream()
                .filter(parts -> !parts.columns().isEmpty())
                .map(TableReading::table)
                .toList();
    }

    private interface RowHandler {
        void handle(ResultSet row) throws SQLException;
    }

    private void each(String query, RowHandler handler) throws SQLException {
        try (Statement statement = session.statement(FETCH);
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                handler.handle(rows);
            }
        }
    }

    private TypeCatalog types() throws SQLException {
        try (Statement statement = session.statement(FETCH);
                ResultSet rows = statement.executeQuery(CatalogQueries.TYPES)) {
            return TypeCatalog.read(rows);
        }
    }

    private void addTable(ResultSet row) throws SQLException {
        tables.put(
                row.getLong(1),
                new Parts(
                        new TableName(row.getString(2), row.getString(3)),
                        kind(row.getString(4)),
                        row.getLong(5),
                        Optional.ofNullable(row.getString(6)),
                        new ArrayList<>(),
                        new LinkedHashMap<>(),
                        new HashSet<>(),
                        new LinkedHashMap<>()));
    }

    private static Catalog.Kind kind(String letter) {
        return switch (letter) {
            case "r" -> Catalog.Kind.TABLE;
            case "p" -> Catalog.Kind.PARTITIONED_TABLE;
            case "v" -> Catalog.Kind.VIEW;
            case "m" -> Catalog.Kind.MATERIALIZED_VIEW;
            case "f" -> Catalog.Kind.FOREIGN_TABLE;
            default -> throw new IllegalStateException("the catalogue query gives no relation of kind " + letter);
        };
    }

    private void addColumn(ResultSet row, TypeCatalog types) throws SQLException {
        Parts table = tables.get(row.getLong(1));
        if (table == null) {
            return; // created since the first query
        }
        long type = row.getLong(5);
        if (!types.knows(type)) {
            return; // changed since the types were read
        }
        table.columns()
                .add(new Column(
                        row.getString(3),
                        types.name(type),
                        types.family(type),
                        row.getString(6),
                        !row.getBoolean(4),
                        Optional.ofNullable(row.getString(7)),
                        types.labels(type)));
    }

    private void addKeyColumn(ResultSet row) throws SQLException {
        Parts table = tables.get(row.getLong(1));
        if (table == null) {
            return;
        }
        long index = row.getLong(2);
        table.keys().computeIfAbsent(index, key -> new ArrayList<>()).add(row.getString(4));
        if (row.getBoolean(3)) {
            table.primary().add(index);
        }
    }

    private void addLinkColumn(ResultSet row) throws SQLException {
        Parts table = tables.get(row.getLong(1));
        Parts target = tables.get(row.getLong(3));
        if (table == null || target == null) {
            return; // a key to a table that the role may not read leads nowhere
        }
        Link link = table.links()
                .computeIfAbsent(row.getLong(2), key -> new Link(target.name(), new ArrayList<>(), new ArrayList<>()));
        link.columns().add(row.getString(4));
        link.targetColumns().add(row.getString(5));
    }

    private static Table table(Parts parts) {
        Set<String> readable = new HashSet<>();
        parts.columns().forEach(column -> readable.add(column.name()));
        List<String> primaryKey = new ArrayList<>();
        List<List<String>> unique = new ArrayList<>();
        parts.keys().forEach((index, columns) -> {
            if (!readable.containsAll(columns)) {
                return;
            }
            if (parts.primary().contains(index)) {
                primaryKey.addAll(columns);
            } else {
                unique.add(columns);
            }
        });
        List<ForeignKey> links = parts.links().values().stream()
                .filter(link -> readable.containsAll(link.columns()))
                .map(link -> new ForeignKey(link.columns(), link.target(), link.targetColumns(), false))
                .distinct()
                .toList();
        return new Table(
                parts.name(),
                parts.kind(),
                parts.columns(),
                primaryKey,
                unique.stream().distinct().toList(),
                links,
                parts.comment(),
                parts.estimatedRows());
    }
}
