package dev.sayql.core.team;

/**
 * Who sent a request. Immutable.
 *
 * @param keyId names the key it came with; not secret
 */
public record Caller(Team team, String keyId) {}
