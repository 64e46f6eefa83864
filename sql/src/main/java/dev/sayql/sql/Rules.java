package dev.sayql.sql;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one request may read.
 *
 * @param catalog the database as the validator sees it
 * @param allowedTables the only relations the request may read; empty means every one of the catalogue
 * @param openedViews the views, plain and materialised, that the owner has opened; all others are refused
 * @param columns the columns that are kept back
 */
public record Rules(
        Catalog catalog, Optional<Set<TableName>> allowedTables, Set<TableName> openedViews, ColumnRules columns) {

    public Rules {
        allowedTables = allowedTables.map(Set::copyOf);
        openedViews = Set.copyOf(openedViews);
    }

    /** The same without any column kept back. */
    public Rules(Catalog catalog, Optional<Set<TableName>> allowedTables, Set<TableName> openedViews) {
        this(catalog, allowedTables, openedViews, ColumnRules.NONE);
    }

    /** The same rules with columns kept back. */
    public Rules withColumns(ColumnRules keptBack) {
        return new Rules(catalog, allowedTables, openedViews, keptBack);
    }

    /** Every ordinary and partitioned table of the catalogue, no views. */
    public static Rules allTablesOf(Catalog catalog) {
        return new Rules(catalog, Optional.empty(), Set.of());
    }

    /** The columns of a relation that can be named. */
    List<Catalog.Column> visibleColumns(Catalog.Relation relation) {
        return relation.columns().stream()
                .filter(column -> !columns.denies(relation.name(), column.name()))
                .toList();
    }

    boolean allows(TableName table) {
        return allowedTables.map(tables -> tables.contains(table)).orElse(true);
    }
}
