package dev.sayql.sql;

import java.util.Optional;
import java.util.Set;

/**
 * What one request may read.
 *
 * @param catalog the database as the validator sees it
 * @param allowedTables the only relations the request may read; empty means every one of the catalogue
 * @param openedViews the views, plain and materialised, that the owner has opened; all others are refused
 */
public record Rules(Catalog catalog, Optional<Set<TableName>> allowedTables, Set<TableName> openedViews) {

    public Rules {
        allowedTables = allowedTables.map(Set::copyOf);
        openedViews = Set.copyOf(openedViews);
    }

    /** Every ordinary and partitioned table of the catalogue, no views. */
    public static Rules allTablesOf(Catalog catalog) {
        return new Rules(catalog, Optional.empty(), Set.of());
    }

    boolean allows(TableName table) {
        return allowedTables.map(tables -> tables.contains(table)).orElse(true);
    }
}
