package dev.sayql.core.schema;

import dev.sayql.sql.Catalog;
import dev.sayql.sql.ColumnRules;
import dev.sayql.sql.TableName;
import java.util.List;
import java.util.Optional;

/**
 * What a source's database offers to questions. Immutable.
 *
 * @param searchPath the schemas in which an unqualified table name is looked for, first one first
 * @param fingerprint changes whenever a table, column, type or key changes
 */
public record Schema(List<Table> tables, List<String> searchPath, String fingerprint) {

    public Schema {
        tables = List.copyOf(tables);
        searchPath = List.copyOf(searchPath);
    }

    public Optional<Table> table(TableName name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst();
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

    /** This schema as the validator sees it. */
    public Catalog catalog() {
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
}
