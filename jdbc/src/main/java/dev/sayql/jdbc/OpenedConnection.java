package dev.sayql.jdbc;

import java.util.Optional;
import org.postgresql.jdbc.PgConnection;

/**
 * A connection whose role was looked at.
 *
 * @param openedAt of {@link System#nanoTime()}
 * @param warning what the role may do beyond reading, when the source is trusted all the same
 */
record OpenedConnection(PgConnection connection, long openedAt, Optional<String> warning) {}
