/**
 * The zero-set-up default: a PostgreSQL server of our own under one home folder, holding the system database {@code sayql} and
 * the sample shop {@code ecommerce}.
 *
 * <p>{@link dev.sayql.embedded.EmbeddedPostgres} is the way in. The server outlives the process that started it, is shared by
 * every process that names the same home, listens on 127.0.0.1 only and stops by itself when nobody has used it for a while.
 */
@NullMarked
package dev.sayql.embedded;

import org.jspecify.annotations.NullMarked;
