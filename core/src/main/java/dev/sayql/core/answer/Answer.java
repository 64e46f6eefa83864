package dev.sayql.core.answer;

import dev.sayql.core.execution.Rows;
import dev.sayql.core.execution.SourceError;
import dev.sayql.core.generation.Clarification;
import dev.sayql.core.generation.Decline;
import dev.sayql.core.generation.ModelFault;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.schema.SourceUnavailableException;
import dev.sayql.sql.Problem;
import dev.sayql.sql.ReadOnlySql;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Every way in which a question can end. Each face turns these into its own form in one exhaustive switch. */
public sealed interface Answer {

    /**
     * Answered.
     *
     * @param rows empty when the question asked for the SQL only
     */
    record Result(ReadOnlySql sql, Optional<Rows> rows, Provenance provenance, Receipt receipt) implements Answer {

        /** Derived from what was found, best evidence first. */
        public Trust trust() {
            // No row at all may be the right answer, but is as often a sign of a question read too narrowly.
            boolean nothing = rows.filter(found -> found.count() > 0).isEmpty();
            if (!receipt.caveats().isEmpty() || provenance.confidence() < 0.5 || nothing) {
                return Trust.UNCERTAIN;
            }
            return switch (provenance.answeredBy()) {
                case VERIFIED -> Trust.VERIFIED;
                // That the statement is safe and runs says nothing of whether it means what was asked.
                // What is remembered was written by one.
                case MODEL, CACHE -> Trust.UNCERTAIN;
                case LOCAL, PERSON -> provenance.metrics().isEmpty() ? Trust.CHECKED : Trust.METRIC;
            };
        }
    }

    /** Several readings; the person must choose. */
    record NeedsClarification(Clarification clarification) implements Answer {}

    /** Not answered, with the reason. */
    record Declined(Decline decline) implements Answer {}

    /** SQL was written and the policy forbids it; it was not run. */
    record Refused(String sql, List<Problem> problems) implements Answer {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /** Estimated by the server to take too much; it was not run. */
    record TooExpensive(ReadOnlySql sql, double cost, double rows) implements Answer {}

    /** Stopped at the time limit. */
    record TooSlow(ReadOnlySql sql, Duration after) implements Answer {}

    /** The database did not run it. */
    record SourceFailed(ReadOnlySql sql, SourceError error) implements Answer {}

    /** The database cannot be used now. */
    record SourceUnavailable(SourceUnavailableException.Reason reason, String message) implements Answer {}

    /**
     * Only a language model could have answered, and none can be asked now.
     *
     * @param otherwise why the question is not answered without one
     */
    record ModelUnavailable(ModelFault fault, Decline otherwise) implements Answer {

        /** For people: what is not understood without a model, and why none was asked. */
        public String sentence() {
            return otherwise.message() + " " + fault.sentence();
        }
    }

    /** Whoever asked took it back. */
    record Cancelled(ReadOnlySql sql) implements Answer {}

    /** No such source in this team. */
    record UnknownSource(SourceId source) implements Answer {}

    /**
     * Tables were selected that do not exist.
     *
     * @param nearest for people: names that do exist
     */
    record UnknownTables(List<String> names, List<String> nearest) implements Answer {
        public UnknownTables {
            names = List.copyOf(names);
            nearest = List.copyOf(nearest);
        }
    }

    /**
     * Our own fault.
     *
     * @param errorId stands in the log beside the cause
     */
    record Failed(String errorId) implements Answer {}
}
