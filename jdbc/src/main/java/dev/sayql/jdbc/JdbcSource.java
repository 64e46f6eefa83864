package dev.sayql.jdbc;

/**
 * How a source is reached. Immutable.
 *
 * @param origin who named it; a team's source is never dialled outside its {@link AddressPolicy}
 * @param trusted whether its owner vouches for it, so that a role that may do more than read is accepted with a warning
 */
public record JdbcSource(ConnectionSettings settings, Origin origin, boolean trusted) {

    /** A source of whoever runs this program. */
    public static JdbcSource ofOperator(ConnectionSettings settings, boolean trusted) {
        return new JdbcSource(settings, new Origin.Operator(), trusted);
    }
}
