package dev.sayql.jdbc;

import dev.sayql.core.schema.SourceUnavailableException;
import dev.sayql.core.schema.SourceUnavailableException.Reason;
import java.sql.SQLException;

/** Says why a database cannot be used, in sentences of our own: the driver's text may hold names and values. */
final class SourceFailures {

    private static final String LOCKED = "55P03";
    private static final String DEADLOCK = "40P01";

    private SourceFailures() {}

    static SourceUnavailableException of(SQLException failure) {
        String state = stateOf(failure);
        return switch (state) {
            case "28P01", "28000", "08004" ->
                of(
                        Reason.WRONG_CREDENTIALS,
                        "The database server refused this user, password or kind of encryption (sslmode).");
            case "3D000" -> of(Reason.UNKNOWN_DATABASE, "The server has no database of this name.");
            case "42501" -> of(Reason.NOT_ALLOWED, "The role may not connect to this database or look at it.");
            case "53300" -> of(Reason.OVERLOADED, "The database server accepts no more connections now.");
            case LOCKED, DEADLOCK ->
                of(
                        Reason.OVERLOADED,
                        "Somebody is changing a table, so the schema cannot be read now; try again shortly.");
            case "57P03" -> of(Reason.UNREACHABLE, "The database server is starting, stopping or recovering.");
            case "57P01", "57P02" -> of(Reason.UNREACHABLE, "The database server ended the connection.");
            default -> of(Reason.UNREACHABLE, "The database server cannot be reached, or the connection broke.");
        };
    }

    static SourceUnavailableException of(Reason reason, String sentence) {
        return new SourceUnavailableException(reason, sentence);
    }

    /** Whether the connection is of no use any more, whatever the statement was. */
    static boolean isOfConnection(SQLException failure) {
        String state = stateOf(failure);
        return state.isEmpty() || state.startsWith("08") || state.startsWith("57P") || state.equals("25P03");
    }

    /** Whether somebody else's lock was waited for too long. */
    static boolean isOfLock(SQLException failure) {
        return stateOf(failure).equals(LOCKED) || stateOf(failure).equals(DEADLOCK);
    }

    static String stateOf(SQLException failure) {
        String state = failure.getSQLState();
        return state == null ? "" : state;
    }
}
