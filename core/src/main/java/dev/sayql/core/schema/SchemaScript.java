package dev.sayql.core.schema;

import dev.sayql.sql.SqlQuoting;
import dev.sayql.sql.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes a whole schema as SQL that makes it anew in an empty database, in an order that works: schemas, types, tables, keys
 * between them, views. What {@link TableDdl} leaves out is left out here too, and so are functions and extensions.
 */
public final class SchemaScript {
    private final Map<TableName, TableDetail> tables = new HashMap<>();
    private final Set<TableName> written = new LinkedHashSet<>();
    private final List<String> statements = new ArrayList<>();

    private SchemaScript() {}

    public static String of(SchemaDetail schema) {
        SchemaScript script = new SchemaScript();
        schema.tables().forEach(table -> script.tables.put(table.name(), table));
        script.addSchemas(schema);
        schema.types().forEach(script::add);
        schema.tables().stream().filter(table -> !table.table().isView()).forEach(script::add);
        schema.tables().forEach(table -> script.statements.addAll(TableDdl.links(table)));
        schema.tables().stream().filter(table -> table.table().isView()).forEach(script::add);
        return TableDdl.joined(script.statements);
    }

    private void addSchemas(SchemaDetail schema) {
        Set<String> names = new TreeSet<>();
        schema.tables().forEach(table -> {
            names.add(table.name().schema());
            table.sequences().forEach(sequence -> names.add(sequence.name().schema()));
        });
        schema.types().forEach(type -> names.add(type.name().schema()));
        names.forEach(name -> statements.add("CREATE SCHEMA IF NOT EXISTS " + SqlQuoting.identifier(name)));
    }

    /** Parents first, and what a view reads first. */
    private void add(TableDetail table) {
        if (!written.add(table.name())) {
            return;
        }
        List<TableName> before = new ArrayList<>(table.form().parents());
        before.addAll(table.form().reads());
        before.stream()
                .flatMap(name -> Optional.ofNullable(tables.get(name)).stream())
                .forEach(this::add);
        statements.addAll(TableDdl.statements(table, false));
    }

    /** Types come in an order in which each uses only those before it. */
    private void add(TypeDetail type) {
        String name = type.name().quoted();
        switch (type) {
            case TypeDetail.Enumeration(var _, List<String> labels, var _) ->
                statements.add("CREATE TYPE " + name + " AS ENUM ("
                        + String.join(
                                ", ", labels.stream().map(SqlQuoting::literal).toList()) + ")");
            case TypeDetail.Domain domain -> statements.add(written(domain));
            case TypeDetail.Composite(var _, List<TypeDetail.Attribute> attributes, var _) ->
                statements.add("CREATE TYPE " + name + " AS ("
                        + String.join(
                                ", ",
                                attributes.stream()
                                        .map(attribute ->
                                                SqlQuoting.identifier(attribute.name()) + " " + attribute.type())
                                        .toList())
                        + ")");
        }
        String kind = type instanceof TypeDetail.Domain ? "DOMAIN " : "TYPE ";
        type.comment()
                .ifPresent(words -> statements.add("COMMENT ON " + kind + name + " IS " + SqlQuoting.literal(words)));
    }

    private static String written(TypeDetail.Domain domain) {
        StringBuilder text = new StringBuilder("CREATE DOMAIN ")
                .append(domain.name().quoted())
                .append(" AS ")
                .append(domain.base());
        domain.collation().ifPresent(collation -> text.append(" COLLATE ").append(collation));
        domain.defaultExpression()
                .ifPresent(expression -> text.append(" DEFAULT ").append(expression));
        text.append(domain.notNull() ? " NOT NULL" : "");
        domain.checks()
                .forEach(check -> text.append(" CONSTRAINT ")
                        .append(SqlQuoting.identifier(check.name()))
                        .append(' ')
                        .append(check.definition()));
        return text.toString();
    }
}
