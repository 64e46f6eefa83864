package dev.sayql.jdbc;

import dev.sayql.core.schema.Column;
import dev.sayql.core.schema.ForeignKey;
import dev.sayql.core.schema.InspectionProgress.Step;
import dev.sayql.core.schema.SchemaScope;
import dev.sayql.core.schema.SchemaSnapshot;
import dev.sayql.core.schema.Table;
import dev.sayql.core.schema.TableShape;
import dev.sayql.sql.Catalog;
import dev.sayql.sql.TableName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts the tables together from the rows of the catalogue. Used once. */
final class TableReading {
    private final CatalogRows rows;
    private final SchemaScope scope;
    private final CatalogLimits limits;
    private final Map<Long, Parts> tables = new LinkedHashMap<>();
    private final List<TableName> beyond = new ArrayList<>();
    private final List<TableName> outside = new ArrayList<>();
    private final Map<Long, List<String>> checks = new HashMap<>();
    private final Map<Long, String> definitions = new HashMap<>();
    private Map<Long, Table> read = Map.of();
    private int columnsExpected;

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

    private TableReading(CatalogRows rows, SchemaScope scope, CatalogLimits limits) {
        this.rows = rows;
        this.scope = scope;
        this.limits = limits;
    }

    /** Reads everything that waits for no lock: all but what views are defined as. */
    static TableReading read(CatalogRows rows, SchemaScope scope, CatalogLimits limits) throws SQLException {
        TableReading reading = new TableReading(rows, scope, limits);
        rows.each(CatalogQueries.RELATIONS, Step.TABLES, reading::addTable);
        TypeCatalog types = new TypeCatalog();
        rows.each(CatalogQueries.TYPES, Step.TABLES, types::add);
        rows.each(CatalogQueries.COLUMNS, Step.COLUMNS, row -> reading.addColumn(row, types));
        rows.each(CatalogQueries.KEYS, Step.KEYS, reading::addKeyColumn);
        rows.each(CatalogQueries.FOREIGN_KEYS, Step.KEYS, reading::addLinkColumn);
        rows.each(
                CatalogQueries.CHECKS,
                Step.CONSTRAINTS,
                row -> reading.checks
                        .computeIfAbsent(row.getLong(1), key -> new ArrayList<>())
                        .add(row.getString(2)));
        reading.read = reading.tables();
        return reading;
    }

    private Map<Long, Table> tables() {
        Map<Long, Table> made = new LinkedHashMap<>();
        tables.forEach((number, parts) -> {
            if (!parts.columns().isEmpty()) {
                made.put(number, table(parts));
            }
        });
        tables.clear();
        return Collections.unmodifiableMap(made);
    }

    /** Reads what views are defined as, for {@link #snapshot()}. A lock can make it fail, and the session with it. */
    void readDefinitions() throws SQLException {
        rows.each(
                CatalogQueries.DEFINITION_DIGESTS,
                Step.DEFINITIONS,
                row -> definitions.put(row.getLong(1), row.getString(2)));
    }

    /** The tables by their number, in the order of their names; with declared keys only. */
    Map<Long, Table> byNumber() {
        return read;
    }

    /** What is declared; a view whose definition was not read has none. */
    SchemaSnapshot snapshot() {
        List<TableShape> shapes = new ArrayList<>();
        read.forEach((number, table) -> shapes.add(TableShape.of(
                table, checks.getOrDefault(number, List.of()), Optional.ofNullable(definitions.get(number)))));
        return new SchemaSnapshot(shapes);
    }

    /** Tables that would be read if there were fewer. */
    List<TableName> beyondLimits() {
        return beyond;
    }

    /** Tables that the role may read and that nobody asked for. */
    List<TableName> outsideScope() {
        return outside;
    }

    private void addTable(ResultSet row) throws SQLException {
        TableName name = new TableName(row.getString(2), row.getString(3));
        if (!scope.includes(name)) {
            outside.add(name);
            return;
        }
        int columns = row.getInt(7);
        if (tables.size() == limits.tables() || columnsExpected + columns > limits.columns()) {
            beyond.add(name);
            return;
        }
        columnsExpected += columns;
        tables.put(
                row.getLong(1),
                new Parts(
                        name,
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
            return; // left out, or created since the first query
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
