package dev.sayql.api;

import dev.sayql.core.connection.CheckedSql;
import dev.sayql.core.execution.Execution;
import dev.sayql.core.execution.Rows;
import dev.sayql.core.question.Source;
import dev.sayql.sql.SqlText;

/** What SQL that is known to be right returns: judged, bounded and run read-only as any other, and leaving no exchange. */
public final class ExpectedRows {

    private ExpectedRows() {}

    /**
     * Runs the statement.
     *
     * @throws IllegalStateException when it is refused or does not end well; the message says why, for people
     * @throws dev.sayql.core.schema.SourceUnavailableException when the source cannot be read
     */
    public static Rows of(CheckedSql checked, Source source, String sql) {
        return switch (checked.run(source, new SqlText(sql))) {
            case CheckedSql.Ran.Ended(Execution.Done(Rows rows)) -> rows;
            case CheckedSql.Ran.Ended(Execution.TimedOut _) -> throw new IllegalStateException("it is too slow");
            case CheckedSql.Ran.Ended(Execution.Failed(var error)) -> throw new IllegalStateException(error.message());
            case CheckedSql.Ran.Ended(Execution.Cancelled _) -> throw new IllegalStateException("cancelled");
            case CheckedSql.Ran.Refused(var problems) -> throw new IllegalStateException(Sentences.refused(problems));
        };
    }
}
