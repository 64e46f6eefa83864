package dev.sayql.core.generation;

import dev.sayql.core.execution.SourceError;
import dev.sayql.core.schema.SourceUnavailableException;
import dev.sayql.sql.Problem;
import dev.sayql.sql.ReadOnlySql;
import java.util.List;

/** How drafting ended. */
public sealed interface Draft {

    /** SQL that passed every check and that the server can plan at a bearable cost. */
    record Proven(ReadOnlySql sql, Candidate candidate) implements Draft {}

    record Unclear(Clarification clarification) implements Draft {}

    record Declined(Decline decline) implements Draft {}

    /** The best candidate was refused by the validator. */
    record Refused(String sql, List<Problem> problems) implements Draft {}

    /** The server estimates that it would take too much. */
    record TooExpensive(ReadOnlySql sql, double cost, double rows) implements Draft {}

    /** The server did not accept it. */
    record Failed(ReadOnlySql sql, SourceError error) implements Draft {}

    /** The question was taken back while the server planned it. */
    record Cancelled(ReadOnlySql sql) implements Draft {}

    /** The source's database cannot be used now. */
    record SourceUnavailable(SourceUnavailableException.Reason reason, String sentence) implements Draft {}

    /** Only a language model could have answered, and none can be asked now. */
    record ModelUnavailable(ModelFault fault, Decline otherwise) implements Draft {}
}
