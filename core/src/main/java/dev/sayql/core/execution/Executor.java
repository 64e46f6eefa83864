package dev.sayql.core.execution;

import dev.sayql.core.question.Source;
import dev.sayql.sql.ReadOnlySql;

/**
 * Runs checked SQL in a read-only transaction of the source's database, within limits, and always rolls back. Accepts
 * nothing but {@link ReadOnlySql}.
 *
 * <p>Endings: values for what a statement can do; {@link dev.sayql.core.schema.SourceUnavailableException} when the
 * database cannot be used at all. Thread-safe.
 */
public interface Executor {

    Explanation explain(Source source, ReadOnlySql sql, Limits limits, Cancellation cancellation);

    Execution execute(Source source, ReadOnlySql sql, Limits limits, Cancellation cancellation);
}
