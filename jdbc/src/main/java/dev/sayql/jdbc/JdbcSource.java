package dev.sayql.jdbc;

import dev.sayql.core.schema.SchemaScope;

/**
 * How a source is reached, and what of it is offered. Immutable.
 *
 * @param origin who named it; a team's source is never dialled outside its {@link AddressPolicy}
 * @param trusted whether its owner vouches for it, so that a role that may do more than read is accepted with a warning
 * @param scope the part of it that questions may be about
 */
public record JdbcSource(ConnectionSettings settings, Origin origin, boolean trusted, SchemaScope scope) {

    /** All that its role may read. */
    public JdbcSource(ConnectionSettings settings, Origin origin, boolean trusted) {
        this(settings, origin, trusted, SchemaScope.everything());
    }

    /** A source of whoever runs this program. */
    public static JdbcSource ofOperator(ConnectionSettings settings, boolean trusted) {
        return new JdbcSource(settings, new Origin.Operator(), trusted);
    }

    /** The same with only a part offered. */
    public JdbcSource narrowedTo(SchemaScope part) {
        return new JdbcSource(settings, origin, trusted, part);
    }
}
