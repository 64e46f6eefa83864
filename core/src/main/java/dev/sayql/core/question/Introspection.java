package dev.sayql.core.question;

import java.util.List;

/**
 * What one look at a source's database found. Immutable.
 *
 * @param fingerprint of everything that was seen
 */
public record Introspection(String fingerprint, List<TableMetadata> tables) {

    public Introspection {
        tables = List.copyOf(tables);
    }

    /** The size on disk of all tables together. */
    public long bytes() {
        return tables.stream().mapToLong(TableMetadata::bytes).sum();
    }
}
