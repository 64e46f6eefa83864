package dev.sayql.core.schema;

import dev.sayql.sql.TableName;
import java.util.List;
import java.util.Optional;

/**
 * All that was read of a database, for people and for keeping; {@link Schema} is what answering needs of it. Immutable.
 *
 * @param types the owner's types that the tables use
 * @param skipped what is there and is not offered
 * @param searchPath the schemas in which an unqualified table name is looked for, first one first
 * @param snapshot what is declared, to compare later readings with
 */
public record SchemaDetail(
        List<TableDetail> tables,
        List<TypeDetail> types,
        List<Skipped> skipped,
        List<String> searchPath,
        SchemaSnapshot snapshot) {

    public SchemaDetail {
        tables = List.copyOf(tables);
        types = List.copyOf(types);
        skipped = List.copyOf(skipped);
        searchPath = List.copyOf(searchPath);
    }

    /** The same as {@link Schema#fingerprint()} of the same reading. */
    public String fingerprint() {
        return snapshot.fingerprint();
    }

    public Optional<TableDetail> table(TableName name) {
        return tables.stream()
                .filter(table -> table.table().name().equals(name))
                .findFirst();
    }

    /** What answering needs of it. */
    public Schema schema() {
        return new Schema(tables.stream().map(TableDetail::table).toList(), searchPath, fingerprint());
    }

    public int columnCount() {
        return tables.stream().mapToInt(table -> table.columns().size()).sum();
    }
}
