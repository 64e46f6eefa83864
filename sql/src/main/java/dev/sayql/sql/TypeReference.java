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
record TypeReference(@Nullable String schema, String name, List<Integer> modifiers, int dimensions) {}
