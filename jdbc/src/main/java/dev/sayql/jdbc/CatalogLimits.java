package dev.sayql.jdbc;

/**
 * How much of a database is offered; what comes later by its name is left out.
 *
 * @param columns of all tables together, dropped ones included
 */
record CatalogLimits(int tables, int columns) {

    static CatalogLimits usual() {
        return new CatalogLimits(10_000, 150_000);
    }
}
