package dev.sayql.core.question;

import java.util.List;

/**
 * A source as a team connects it. Immutable; {@link #toString()} hides the connection.
 *
 * @param trusted whether a role that may do more than read is accepted
 * @param schemas the schemas to look into; empty means all that can be seen
 * @param tables the tables to look at, with or without schema; empty means all
 */
public record SourceRegistration(
        Source source, ConnectionSecret connection, boolean trusted, List<String> schemas, List<String> tables) {

    public SourceRegistration {
        schemas = List.copyOf(schemas);
        tables = List.copyOf(tables);
    }
}
