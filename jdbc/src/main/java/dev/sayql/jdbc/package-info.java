/**
 * Customers' databases: how they are reached, what they look like, and running checked statements in them. Only reads: every
 * statement runs in a read-only transaction that is rolled back, over a connection whose role was looked at first.
 *
 * <p>Connections are opened from {@link dev.sayql.jdbc.ConnectionSettings} alone. No URL of the driver, no environment
 * variable, no password file, no service file and no driver configuration file takes part.
 */
@NullMarked
package dev.sayql.jdbc;

import org.jspecify.annotations.NullMarked;
