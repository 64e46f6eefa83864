package dev.sayql.jdbc;

import dev.sayql.core.schema.DataType;
import dev.sayql.sql.Catalog;
import dev.sayql.sql.Catalog.TypeKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The types that a source's columns have, by their number in its catalogue. Filled row by row, then only read. */
final class TypeCatalog {
    private static final String BUILT_IN_SCHEMA = "pg_catalog";
    private static final Map<String, DataType> FAMILIES = Map.ofEntries(
            Map.entry("text", DataType.TEXT),
            Map.entry("varchar", DataType.TEXT),
            Map.entry("bpchar", DataType.TEXT),
            Map.entry("char", DataType.TEXT),
            Map.entry("name", DataType.TEXT),
            Map.entry("int2", DataType.INTEGER),
            Map.entry("int4", DataType.INTEGER),
            Map.entry("int8", DataType.INTEGER),
            Map.entry("numeric", DataType.NUMERIC),
            Map.entry("float4", DataType.NUMERIC),
            Map.entry("float8", DataType.NUMERIC),
            Map.entry("bool", DataType.BOOLEAN),
            Map.entry("date", DataType.DATE),
            Map.entry("timestamp", DataType.TIMESTAMP),
            Map.entry("timestamptz", DataType.TIMESTAMP_WITH_TIME_ZONE),
            Map.entry("time", DataType.TIME),
            Map.entry("timetz", DataType.TIME),
            Map.entry("interval", DataType.INTERVAL),
            Map.entry("uuid", DataType.UUID),
            Map.entry("json", DataType.JSON),
            Map.entry("jsonb", DataType.JSON),
            Map.entry("bytea", DataType.BINARY));

    private final Map<Long, Entry> entries = new HashMap<>();

    /**
     * One row of the catalogue.
     *
     * @param form PostgreSQL's letter: b base, d domain, e enum, c composite, r range, m multirange
     * @param under the type under a domain, or the elements of an array; 0 for every other type
     * @param shownAsText whether turning it into text calls no function beside the one that shows it
     */
    private record Entry(String schema, String name, char form, long under, List<String> labels, boolean shownAsText) {
        boolean isArray() {
            return form != 'd' && under != 0;
        }
    }

    void add(ResultSet row) throws SQLException {
        entries.put(
                row.getLong(1),
                new Entry(
                        row.getString(2),
                        row.getString(3),
                        row.getString(4).charAt(0),
                        row.getLong(5),
                        CatalogRows.texts(row, 6),
                        row.getBoolean(7)));
    }

    boolean knows(long oid) {
        return entries.containsKey(oid);
    }

    Catalog.TypeName name(long oid) {
        Entry entry = entry(oid);
        TypeKind kind = kind(entry);
        Optional<String> under =
                kind == TypeKind.DOMAIN_OVER_BUILT_IN ? Optional.of(under(entry)) : Optional.<String>empty();
        return new Catalog.TypeName(entry.schema(), entry.name(), kind, under);
    }

    /** The built-in type under a domain; the array of it under an array of domains. */
    private String under(Entry entry) {
        Entry under = entry(entry.under());
        return entry.isArray() ? "_" + under(under) : under.name();
    }

    /** The family; types that only their owner's or an extension's functions understand are OTHER. */
    DataType family(long oid) {
        Entry entry = entry(oid);
        if (name(oid).isOpaque()) {
            return DataType.OTHER;
        }
        if (entry.form() == 'd') {
            return family(entry.under());
        }
        if (entry.isArray()) {
            return DataType.ARRAY;
        }
        return entry.form() == 'e' ? DataType.ENUM : FAMILIES.getOrDefault(entry.name(), DataType.OTHER);
    }

    /** The labels of an enum in their order; empty for every other type. */
    List<String> labels(long oid) {
        return entry(oid).labels();
    }

    private TypeKind kind(Entry entry) {
        if (entry.form() == 'd') {
            TypeKind under = kind(entry(entry.under()));
            return switch (under) {
                case BUILT_IN -> TypeKind.DOMAIN_OVER_BUILT_IN;
                case OTHER_SHOWN_AS_TEXT -> under;
                case ENUM, DOMAIN_OVER_BUILT_IN, OTHER -> TypeKind.OTHER;
            };
        }
        if (entry.isArray()) {
            TypeKind elements = kind(entry(entry.under()));
            return elements == TypeKind.OTHER_SHOWN_AS_TEXT ? TypeKind.OTHER : elements;
        }
        if (entry.form() == 'e') {
            return TypeKind.ENUM;
        }
        if (entry.schema().equals(BUILT_IN_SCHEMA)) {
            return TypeKind.BUILT_IN;
        }
        return entry.shownAsText() ? TypeKind.OTHER_SHOWN_AS_TEXT : TypeKind.OTHER;
    }

    private Entry entry(long oid) {
        Entry entry = entries.get(oid);
        if (entry == null) {
            throw new IllegalStateException("the catalogue does not describe type " + oid);
        }
        return entry;
    }
}
