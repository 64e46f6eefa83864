package dev.sayql.store;

import dev.sayql.core.schema.Schema;
import dev.sayql.core.schema.Table;
import dev.sayql.sql.TableName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds what the names in a document mean, with or without a schema to look them up in. Immutable. */
final class SchemaNames {
    private static final String USUAL_SCHEMA = "public";

    private final Optional<Schema> schema;

    SchemaNames(Optional<Schema> schema) {
        this.schema = schema;
    }

    /** A found name, or what is wrong with it. */
    sealed interface Found<T> {
        record Name<T>(T value) implements Found<T> {}

        record Problem<T>(String sentence) implements Found<T> {}
    }

    Found<TableName> table(String text) {
        String written = text.strip();
        if (schema.isEmpty()) {
            int dot = written.indexOf('.');
            boolean named = dot < 0 ? !written.isEmpty() : dot > 0 && dot < written.length() - 1;
            if (!named) {
                return new Found.Problem<>("names no table");
            }
            return new Found.Name<>(
                    dot < 0
                            ? new TableName(USUAL_SCHEMA, written)
                            : new TableName(written.substring(0, dot), written.substring(dot + 1)));
        }
        List<Table> named = schema.get().named(written);
        if (named.isEmpty()) {
            return new Found.Problem<>("there is no table " + written);
        }
        Optional<Table> chosen = named.size() == 1 ? Optional.of(named.getFirst()) : alongSearchPath(named, written);
        return chosen.<Found<TableName>>map(table -> new Found.Name<>(table.name()))
                .orElseGet(() -> new Found.Problem<>("several tables are named " + written + "; write schema.table"));
    }

    private Optional<Table> alongSearchPath(List<Table> named, String written) {
        List<Table> exact = named.stream()
                .filter(table -> table.name().name().equals(written)
                        || table.name().toString().equals(written))
                .toList();
        if (exact.size() == 1) {
            return Optional.of(exact.getFirst());
        }
        return schema.map(Schema::searchPath).orElse(List.of()).stream()
                .flatMap(path ->
                        exact.stream().filter(table -> table.name().schema().equals(path)))
                .findFirst();
    }

    /** The column as it is stored. */
    Found<String> column(TableName table, String text) {
        String written = text.strip();
        if (written.isEmpty()) {
            return new Found.Problem<>("names no column");
        }
        Optional<Table> known = schema.flatMap(source -> source.table(table));
        if (known.isEmpty()) {
            return new Found.Name<>(written);
        }
        Optional<String> exact = known.get().column(written).map(column -> column.name());
        Optional<String> alike = known.get().columns().stream()
                .map(column -> column.name())
                .filter(name -> name.toLowerCase(Locale.ROOT).equals(written.toLowerCase(Locale.ROOT)))
                .findFirst();
        return exact.or(() -> alike)
                .<Found<String>>map(Found.Name::new)
                .orElseGet(() -> new Found.Problem<>("table " + table + " has no column " + written));
    }
}
