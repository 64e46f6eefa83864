package dev.sayql.core.execution;

/**
 * Why a database did not run a statement, cleaned for people: no driver text, host or value in it. Immutable.
 *
 * @param sqlState PostgreSQL's five-character code
 * @param message one sentence
 */
public record SourceError(String sqlState, String message) {}
