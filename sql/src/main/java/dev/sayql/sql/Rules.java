package dev.sayql.sql;

import java.util.HashSet;
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
 * @param openedCode what the owner opened of functions, operators and types beside PostgreSQL's own
 */
public record Rules(
        Catalog catalog,
        Optional<Set<TableName>> allowedTables,
        Set<TableName> openedViews,
        ColumnRules columns,
        OpenedCode openedCode) {

    public Rules {
        allowedTables = allowedTables.map(Set::copyOf);
        openedViews = Set.copyOf(openedViews);
    }

    /** The same without any column kept back, and with nothing opened but views. */
    public Rules(Catalog catalog, Optional<Set<TableName>> allowedTables, Set<TableName> openedViews) {
        this(catalog, allowedTables, openedViews, ColumnRules.NONE, OpenedCode.NONE);
    }

    /** The same rules with columns kept back. */
    public Rules withColumns(ColumnRules keptBack) {
        return new Rules(catalog, allowedTables, openedViews, keptBack, openedCode);
    }

    /** The same rules with more than PostgreSQL's own opened. */
    public Rules withOpened(OpenedCode code) {
        return new Rules(catalog, allowedTables, openedViews, columns, code);
    }

    /** The same rules for a request that may read these tables only, and of them only what was allowed before. */
    public Rules narrowedTo(Set<TableName> tables) {
        Set<TableName> both = new HashSet<>(tables);
        allowedTables.ifPresent(both::retainAll);
        return new Rules(catalog, Optional.of(both), openedViews, columns, openedCode);
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
