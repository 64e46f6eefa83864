/**
 * Our own database: teams and their keys, what they taught about their sources, and every exchange. Plain JDBC over a small
 * pool: a command that answers one question must not wait for libraries to load.
 */
@NullMarked
package dev.sayql.store;

import org.jspecify.annotations.NullMarked;
