package dev.sayql.jdbc;

import java.util.Optional;
import org.postgresql.jdbc.PgConnection;

/**
 * A connection whose role was looked at.
 *
 * @param openedAt of {@link System#nanoTime()}
 * @param warning what the role may do beyond reading, when the source is trusted all the same
 * @param noticesLeaving whether the server can look, while it runs a statement, if we are still there
 */
record OpenedConnection(PgConnection connection, long openedAt, Optional<String> warning, boolean noticesLeaving) {}
