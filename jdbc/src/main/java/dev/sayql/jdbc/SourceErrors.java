package dev.sayql.jdbc;

import dev.sayql.core.execution.SourceError;
import java.sql.SQLException;
import java.util.Map;

/** One sentence for each kind of failure of a statement. Never the server's own text, which may quote stored values. */
final class SourceErrors {
    private static final Map<String, String> BY_STATE = Map.ofEntries(
            Map.entry("22012", "The statement divides by zero."),
            Map.entry("22003", "A number is too large for its type."),
            Map.entry("22P02", "A text cannot be read as the type it is compared with or converted to."),
            Map.entry("22007", "A text cannot be read as a date or time."),
            Map.entry("22008", "A date or time is out of range."),
            Map.entry("21000", "A subquery that must give one row gives several."),
            Map.entry("25006", "The statement tried to change something; only reading is allowed."),
            Map.entry("42501", "The role of this source may not read one of the tables."),
            Map.entry("42601", "The database does not accept the statement's syntax."),
            Map.entry("42702", "A column name in the statement could mean more than one column."),
            Map.entry("42703", "A column of the statement does not exist (any more); refresh the source's schema."),
            Map.entry("42P01", "A table of the statement does not exist (any more); refresh the source's schema."),
            Map.entry("42803", "A column is neither grouped nor aggregated."),
            Map.entry("42804", "Two types in the statement do not fit together."),
            Map.entry("42883", "No function or operator fits the types it is used with."),
            Map.entry("53100", "The database server has no disk space left for the statement."),
            Map.entry("53200", "The database server has no memory left for the statement."),
            Map.entry("53400", "The statement needs more temporary space than the database server allows."),
            Map.entry("54000", "The rows are larger than what can be shown; choose fewer or shorter columns."),
            Map.entry("54011", "The result has more columns than can be shown; choose fewer."),
            Map.entry("55P03", "A table is locked by somebody else; try again later."),
            Map.entry("57014", "The statement was cancelled on the database server."));

    private static final Map<String, String> BY_CLASS = Map.of(
            "22", "A value in the statement or the data does not fit the operation on it.",
            "23", "The statement tried to change something; only reading is allowed.",
            "25", "The statement is not allowed in a read-only transaction.",
            "40", "The database server gave the statement up because of another one; try again.",
            "42", "The database does not accept the statement as it is written.",
            "53", "The database server has not enough resources for the statement.",
            "54", "The statement exceeds a limit of the database server.",
            "58", "The database server had a problem of its own.");

    private SourceErrors() {}

    static SourceError of(SQLException failure) {
        return of(SourceFailures.stateOf(failure));
    }

    static SourceError of(String sqlState) {
        String byState = BY_STATE.get(sqlState);
        if (byState != null) {
            return new SourceError(sqlState, byState);
        }
        String kind = sqlState.length() == 5 ? sqlState.substring(0, 2) : "";
        return new SourceError(
                sqlState.length() == 5 ? sqlState : "XX000",
                BY_CLASS.getOrDefault(kind, "The database could not run the statement."));
    }
}
