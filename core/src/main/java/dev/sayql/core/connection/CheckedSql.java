package dev.sayql.core.connection;

import dev.sayql.core.execution.Execution;
import dev.sayql.core.question.Source;
import dev.sayql.sql.Problem;
import dev.sayql.sql.SqlText;
import java.util.List;

/**
 * SQL of people, judged as any other. Throws {@link dev.sayql.core.schema.SourceUnavailableException} when the source
 * cannot be read. Thread-safe.
 */
public interface CheckedSql {

    /** Why this would not be run; empty when it would. */
    List<Problem> problems(Source source, SqlText sql);

    /** Runs it for comparison; leaves no exchange. */
    Ran run(Source source, SqlText sql);

    /** How running ended. */
    sealed interface Ran {

        record Refused(List<Problem> problems) implements Ran {}

        record Ended(Execution execution) implements Ran {}
    }
}
