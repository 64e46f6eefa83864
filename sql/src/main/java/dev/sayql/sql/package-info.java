/**
 * The safety kernel: reads PostgreSQL text with PostgreSQL's own grammar, judges it against an allow-list of syntax, relations,
 * columns, functions, operators and types, and prints the checked tree as the only text that may be executed.
 *
 * <p>Untrusted text is a {@link dev.sayql.sql.SqlText}; only {@link dev.sayql.sql.SqlValidator} can turn it into a
 * {@link dev.sayql.sql.ReadOnlySql}. Whatever the validator does not know, it refuses.
 */
@NullMarked
package dev.sayql.sql;

import org.jspecify.annotations.NullMarked;
