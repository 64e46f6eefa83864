package dev.sayql.core.schema;

import dev.sayql.core.schema.ColumnDetail.Filling;
import dev.sayql.core.schema.TableDetail.Sequence;
import dev.sayql.sql.Catalog;
import dev.sayql.sql.SqlQuoting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes a table or view as the SQL that makes it: sequences, columns, constraints, partitioning, indexes, comments. Names carry
 * their schema, so that the text means the same under every search path. Left out: partitions, triggers, rules, policies, rights,
 * owners, and what belongs to how rows are stored.
 */
public final class TableDdl {
    private static final String NOT_VALID = " NOT VALID";

    private final TableDetail table;
    private final String name;
    private final List<String> statements = new ArrayList<>();

    private TableDdl(TableDetail table) {
        this.table = table;
        this.name = table.name().quoted();
    }

    /** Every statement for this table, each ending in a semicolon, an empty line between them. */
    public static String of(TableDetail table) {
        return joined(statements(table, true));
    }

    static String joined(List<String> statements) {
        return statements.stream().map(statement -> statement + ";\n").collect(Collectors.joining("\n"));
    }

    /**
     * Without semicolons.
     *
     * @param withLinks with the foreign keys, for which the tables they point to must be there
     */
    static List<String> statements(TableDetail table, boolean withLinks) {
        TableDdl ddl = new TableDdl(table);
        if (table.table().isView()) {
            ddl.addView();
        } else {
            table.sequences().forEach(sequence -> ddl.statements.add(create(sequence)));
            ddl.addTable(withLinks);
            table.sequences().forEach(ddl::addOwner);
            ddl.addLaterConstraints(withLinks);
        }
        table.indexes().forEach(index -> ddl.statements.add(index.definition()));
        ddl.addComments();
        return ddl.statements;
    }

    /** The foreign keys of a table that is there already. */
    static List<String> links(TableDetail table) {
        return table.constraints().stream()
                .filter(constraint -> constraint instanceof Constraint.Foreign)
                .map(constraint -> "ALTER TABLE " + table.name().quoted() + " ADD " + written(constraint))
                .toList();
    }

    private static String create(Sequence sequence) {
        List<String> words = new ArrayList<>(
                List.of("CREATE SEQUENCE IF NOT EXISTS", sequence.name().quoted()));
        if (!sequence.type().equals("bigint")) {
            words.add("AS " + sequence.type());
        }
        words.addAll(sequence.counting().clauses(sequence.type()));
        return String.join(" ", words);
    }

    private void addOwner(Sequence sequence) {
        sequence.ownedBy()
                .ifPresent(column -> statements.add("ALTER SEQUENCE "
                        + sequence.name().quoted() + " OWNED BY " + name + "." + SqlQuoting.identifier(column)));
    }

    private void addTable(boolean withLinks) {
        List<String> parts = new ArrayList<>();
        table.columns().forEach(column -> parts.add(written(column)));
        table.constraints().stream()
                .filter(constraint -> isInline(constraint, withLinks))
                .forEach(constraint -> parts.add(written(constraint)));
        StringBuilder text = new StringBuilder("CREATE ")
                .append(table.form().unlogged() ? "UNLOGGED " : "")
                .append("TABLE ")
                .append(name)
                .append(" (\n")
                .append(parts.stream().map(part -> "    " + part).collect(Collectors.joining(",\n")))
                .append("\n)");
        if (!table.form().parents().isEmpty()) {
            text.append(table.form().parents().stream()
                    .map(parent -> parent.quoted())
                    .collect(Collectors.joining(", ", "\nINHERITS (", ")")));
        }
        table.form()
                .partitionedBy()
                .ifPresent(key -> text.append("\nPARTITION BY ").append(key));
        text.append(options("\n"));
        statements.add(text.toString());
    }

    private String options(String before) {
        return table.form().options().isEmpty()
                ? ""
                : table.form().options().stream()
                        .map(TableDdl::option)
                        .collect(Collectors.joining(", ", before + "WITH (", ")"));
    }

    /** {@code name=value} as the catalogue keeps it; the value is written as a constant, which every option accepts. */
    private static String option(String kept) {
        int equals = kept.indexOf('=');
        return SqlQuoting.identifier(kept.substring(0, equals)) + "=" + SqlQuoting.literal(kept.substring(equals + 1));
    }

    /** Rows that were there before a constraint need not obey it when it is NOT VALID; only ALTER TABLE can say so. */
    private static boolean isInline(Constraint constraint, boolean withLinks) {
        return !constraint.definition().endsWith(NOT_VALID)
                && (withLinks || !(constraint instanceof Constraint.Foreign));
    }

    private void addLaterConstraints(boolean withLinks) {
        table.constraints().stream()
                .filter(constraint -> constraint.definition().endsWith(NOT_VALID))
                .filter(constraint -> withLinks || !(constraint instanceof Constraint.Foreign))
                .forEach(constraint -> statements.add("ALTER TABLE " + name + " ADD " + written(constraint)));
    }

    private static String written(Constraint constraint) {
        return "CONSTRAINT " + SqlQuoting.identifier(constraint.name()) + " " + constraint.definition();
    }

    private static String written(ColumnDetail detail) {
        Column column = detail.column();
        StringBuilder text = new StringBuilder(SqlQuoting.identifier(column.name()))
                .append(' ')
                .append(column.declaredType());
        detail.collation().ifPresent(collation -> text.append(" COLLATE ").append(collation));
        text.append(
                switch (detail.filling()) {
                    case Filling.Nothing() -> "";
                    case Filling.Default(String expression) -> " DEFAULT " + expression;
                    case Filling.Generated(String expression, boolean stored) ->
                        " GENERATED ALWAYS AS (" + expression + ")" + (stored ? " STORED" : " VIRTUAL");
                    case Filling.Identity(boolean always, Counting counting) ->
                        " GENERATED " + (always ? "ALWAYS" : "BY DEFAULT") + " AS IDENTITY"
                                + inBrackets(counting.clauses(column.declaredType()));
                });
        return text.append(column.nullable() ? "" : " NOT NULL").toString();
    }

    private static String inBrackets(List<String> clauses) {
        return clauses.isEmpty() ? "" : " (" + String.join(" ", clauses) + ")";
    }

    private void addView() {
        String query = table.form().definition().orElse("");
        boolean kept = table.table().kind() == Catalog.Kind.MATERIALIZED_VIEW;
        statements.add("CREATE " + (kept ? "MATERIALIZED VIEW " : "VIEW ") + name + options(" ") + " AS\n" + query);
    }

    private void addComments() {
        String kind = switch (table.table().kind()) {
            case VIEW -> "VIEW";
            case MATERIALIZED_VIEW -> "MATERIALIZED VIEW";
            case TABLE, PARTITIONED_TABLE, FOREIGN_TABLE -> "TABLE";
        };
        table.table().comment().ifPresent(words -> addComment(kind + " " + name, words));
        for (ColumnDetail detail : table.columns()) {
            Optional<String> comment = detail.column().comment();
            comment.ifPresent(words -> addComment(
                    "COLUMN " + name + "."
                            + SqlQuoting.identifier(detail.column().name()),
                    words));
        }
    }

    private void addComment(String on, String words) {
        statements.add("COMMENT ON " + on + " IS " + SqlQuoting.literal(words));
    }
}
