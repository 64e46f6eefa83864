package dev.sayql.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A type as a query names it.
 *
 * @param schema empty for the built-in types, whatever way they were written
 * @param modifiers the numbers behind the name, as in {@code numeric(10, 2)}
 * @param dimensions how many pairs of brackets follow
 */
public record TypeReference(@Nullable String schema, String name, List<Integer> modifiers, int dimensions) {

    /** A type of the catalogue, as a statement names it. */
    static TypeReference of(Catalog.TypeName type) {
        boolean builtIn = type.schema().equals("pg_catalog");
        boolean array = builtIn && type.name().startsWith("_");
        return new TypeReference(
                builtIn ? null : type.schema(),
                array ? type.name().substring(1) : type.name(),
                List.of(),
                array ? 1 : 0);
    }
}
