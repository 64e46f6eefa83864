package dev.sayql.core.schema;

import dev.sayql.sql.Catalog;
import dev.sayql.sql.ColumnRules;
import dev.sayql.sql.TableName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a source's database offers to questions. Tables are found by name at once, however many there are. Immutable. */
public final class Schema {
    private final List<Table> tables;
    private final List<String> searchPath;
    private final String fingerprint;
    private final Map<TableName, Table> byName;
    private volatile @Nullable Catalog catalog;

    /**
     * Indexes the tables once.
     *
     * @param searchPath the schemas in which an unqualified table name is looked for, first one first
     * @param fingerprint changes whenever a table, column, type, key, label, check or view definition changes
     */
    public Schema(List<Table> tables, List<String> searchPath, String fingerprint) {
        this.tables = List.copyOf(tables);
        this.searchPath = List.copyOf(searchPath);
        this.fingerprint = fingerprint;
        this.byName = HashMap.newHashMap(tables.size());
        this.tables.forEach(table -> byName.putIfAbsent(table.name(), table));
    }

    public List<Table> tables() {
        return tables;
    }

    public List<String> searchPath() {
        return searchPath;
    }

    public String fingerprint() {
        return fingerprint;
    }

    public Optional<Table> table(TableName name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The tables that a person means by this name, with or without its schema; case is ignored. */
    public List<Table> named(String text) {
        return tables.stream()
                .filter(table -> table.name().name().equalsIgnoreCase(text)
                        || table.name().toString().equalsIgnoreCase(text))
                .toList();
    }

    /** The same without the columns that these rules deny or mask, and without the keys they are part of. */
    public Schema without(ColumnRules keptBack) {
        List<Table> shown =
                tables.stream().map(table -> table.without(keptBack)).toList();
        return new Schema(shown, searchPath, fingerprint);
    }

    /** The same as if it had only these tables. */
    public Schema narrowedTo(Set<TableName> names) {
        List<Table> kept =
                tables.stream().filter(table -> names.contains(table.name())).toList();
        return new Schema(kept, searchPath, fingerprint);
    }

    /** This schema as the validator sees it. */
    public Catalog catalog() {
        Catalog known = catalog;
        if (known == null) {
            // Two threads may both make it; theirs are equal.
            known = newCatalog();
            catalog = known;
        }
        return known;
    }

    private Catalog newCatalog() {
        List<Catalog.Relation> relations = tables.stream()
                .map(table -> new Catalog.Relation(
                        table.name(),
                        table.kind(),
                        table.columns().stream()
                                .map(column -> new Catalog.Column(column.name(), column.type()))
                                .toList(),
                        table.estimatedRows()))
                .toList();
        return new Catalog(relations, searchPath);
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof Schema that
                        && fingerprint.equals(that.fingerprint)
                        && searchPath.equals(that.searchPath)
                        && tables.equals(that.tables));
    }

    /** Looks at no column: schemas are looked up by their hash for every question. */
    @Override
    public int hashCode() {
        return Objects.hash(fingerprint, searchPath, tables.size());
    }

    @Override
    public String toString() {
        return "Schema[" + tables.size() + " tables, fingerprint=" + fingerprint + "]";
    }
}
