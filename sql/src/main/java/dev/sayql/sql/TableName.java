package dev.sayql.sql;

import java.util.Comparator;

/** The full name of a relation, spelled as PostgreSQL stores it: exact case, not quoted, no database part. */
public record TableName(String schema, String name) implements Comparable<TableName> {

    private static final Comparator<TableName> BY_SCHEMA_THEN_NAME =
            Comparator.comparing(TableName::schema).thenComparing(TableName::name);

    public TableName {
        if (schema.isEmpty() || name.isEmpty()) {
            throw new IllegalArgumentException("a table name needs a schema and a name");
        }
    }

    /** The name as SQL text, each part quoted only when PostgreSQL would read it differently without quotes. */
    public String quoted() {
        return SqlQuoting.identifier(schema) + "." + SqlQuoting.identifier(name);
    }

    @Override
    public int compareTo(TableName other) {
        return BY_SCHEMA_THEN_NAME.compare(this, other);
    }

    @Override
    public String toString() {
        return schema + "." + name;
    }
}
