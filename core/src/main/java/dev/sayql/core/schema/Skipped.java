package dev.sayql.core.schema;

import dev.sayql.sql.TableName;
import java.util.Optional;

/**
 * Something that is in the database and is not offered. Immutable.
 *
 * @param column the only column that is left out; empty when the whole table is
 */
public record Skipped(TableName table, Optional<String> column, Reason reason) {

    /** Closed set of reasons. */
    public enum Reason {
        FOREIGN_TABLE("lies on another server, which SayQL does not read"),
        SCHEMA_NOT_OPEN("stands in a schema that the role may not use"),
        NOT_READABLE("may not be read by the role"),
        OF_EXTENSION("belongs to an extension"),
        TOO_MANY("is beyond the number of tables and columns that one source may have"),
        COLUMN_NOT_READABLE("may not be read by the role");

        private final String words;

        Reason(String words) {
            this.words = words;
        }
    }

    /** A whole table. */
    public static Skipped table(TableName table, Reason reason) {
        return new Skipped(table, Optional.empty(), reason);
    }

    public String sentence() {
        return column.map(name -> table + "." + name).orElse(table.toString()) + " " + reason.words + ".";
    }
}
