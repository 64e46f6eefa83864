package dev.sayql.core.schema;

import java.util.Optional;

/**
 * A column with all that its database says of it. Immutable.
 *
 * @param column what answering needs of it
 * @param filling what stands in it when nothing is given
 * @param collation with its schema, where it is not the type's own
 * @param extension the extension that its type comes from; such a column may be shown and tested for NULL only
 */
public record ColumnDetail(Column column, Filling filling, Optional<String> collation, Optional<String> extension) {

    public String name() {
        return column.name();
    }

    /** What stands in a column when nothing is given. */
    public sealed interface Filling {

        /** NULL. */
        record Nothing() implements Filling {}

        record Default(String expression) implements Filling {}

        /**
         * Numbered by the database.
         *
         * @param always whether no other value may be given
         */
        record Identity(boolean always, Counting counting) implements Filling {}

        /**
         * Worked out from other columns.
         *
         * @param stored whether the value is kept, and not worked out when read
         */
        record Generated(String expression, boolean stored) implements Filling {}
    }
}
