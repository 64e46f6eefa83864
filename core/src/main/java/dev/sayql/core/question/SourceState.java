package dev.sayql.core.question;

import java.time.Instant;
import java.util.Optional;

/**
 * Where a connected source stands; nothing secret. Immutable.
 *
 * @param tables how many tables and views were seen
 * @param bytes their size on disk together
 * @param fingerprint of what was seen; changes whenever a table, column, type or key changes
 * @param introspected when its schema was last read; empty when it never was
 * @param problem what kept the last attempt to read it from succeeding, for its owner
 */
public record SourceState(
        Source source,
        Status status,
        int tables,
        long bytes,
        Optional<String> fingerprint,
        Optional<Instant> introspected,
        Optional<String> problem,
        Instant created,
        Instant updated) {

    /** Whether the source can be asked. */
    public enum Status {
        /** Its schema was never read. */
        NEW,
        /** Its schema is known. */
        READY,
        /** The last attempt to read its schema failed; what was read before is still there. */
        FAILED
    }
}
