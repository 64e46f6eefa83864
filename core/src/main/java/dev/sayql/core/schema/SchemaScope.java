package dev.sayql.core.schema;

import dev.sayql.sql.TableName;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which part of a database is offered. Immutable.
 *
 * @param schema the only schema to look at; empty for all of them
 * @param tables the only tables to look at, written {@code orders} or {@code sales.orders}; empty for all of them. Case is
 *     ignored, so that one text may mean several tables
 */
public record SchemaScope(Optional<String> schema, Set<String> tables) {

    public SchemaScope {
        tables = Collections.unmodifiableSet(new LinkedHashSet<>(tables));
    }

    /** All that the role may read. */
    public static SchemaScope everything() {
        return new SchemaScope(Optional.empty(), Set.of());
    }

    public boolean includes(TableName table) {
        return includesSchema(table.schema())
                && (tables.isEmpty() || tables.stream().anyMatch(text -> means(text, table)));
    }

    boolean includesSchema(String name) {
        return schema.map(wanted -> wanted.equalsIgnoreCase(name)).orElse(true);
    }

    /** Whether a person who writes this text may mean the table. */
    static boolean means(String text, TableName table) {
        return table.name().equalsIgnoreCase(text)
                || table.toString().equalsIgnoreCase(text)
                || table.quoted().equalsIgnoreCase(text);
    }
}
