package dev.sayql.jdbc;

/**
 * How a source is reached. Immutable.
 *
 * @param trusted whether its owner vouches for it, so that a role that may do more than read is accepted with a warning
 */
public record JdbcSource(ConnectionSettings settings, boolean trusted) {}
