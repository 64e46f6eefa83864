package dev.sayql.core.schema;

import dev.sayql.core.question.Source;
import dev.sayql.core.question.SourcePolicy;
import dev.sayql.sql.Rules;

/**
 * Finds out what questions to a source may read: what its owner's policy says, held against what the database is. Endings:
 * {@link SourceUnavailableException} when the database cannot be asked, or when the policy names what must not be opened.
 * Thread-safe.
 */
@FunctionalInterface
public interface RulesReader {

    /** Every table in full, and nothing else. */
    RulesReader NO_POLICY = (source, schema, policy) -> Rules.allTablesOf(schema.catalog());

    /** What the owner says now; nothing that was read of the source under another policy may be used any more. */
    default SourcePolicy policy(Source source) {
        return SourcePolicy.NONE;
    }

    /** The rules that a policy makes for a request that does not narrow them. */
    Rules of(Source source, Schema schema, SourcePolicy policy);
}
