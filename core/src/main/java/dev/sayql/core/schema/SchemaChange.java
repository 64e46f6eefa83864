package dev.sayql.core.schema;

import dev.sayql.sql.Catalog;
import dev.sayql.sql.TableName;
import java.util.List;
import java.util.Locale;

/** One difference between two readings of a database. */
public sealed interface SchemaChange {

    TableName table();

    /** For people. */
    String sentence();

    record TableAdded(TableName table) implements SchemaChange {
        @Override
        public String sentence() {
            return "The table " + table + " is new.";
        }
    }

    /** Dropped, renamed, or no longer open to the role. */
    record TableRemoved(TableName table) implements SchemaChange {
        @Override
        public String sentence() {
            return "The table " + table + " is gone, or may no longer be read.";
        }
    }

    /** A view became a table, a table became partitioned, and the like. */
    record KindChanged(TableName table, Catalog.Kind from, Catalog.Kind to) implements SchemaChange {
        @Override
        public String sentence() {
            return table + " was " + words(from) + " and is " + words(to) + ".";
        }

        private static String words(Catalog.Kind kind) {
            return "a " + kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    record ColumnAdded(TableName table, String column, String type) implements SchemaChange {
        @Override
        public String sentence() {
            return "The column " + table + "." + column + " (" + type + ") is new.";
        }
    }

    /** Dropped, renamed, or no longer open to the role. */
    record ColumnRemoved(TableName table, String column) implements SchemaChange {
        @Override
        public String sentence() {
            return "The column " + table + "." + column + " is gone, or may no longer be read.";
        }
    }

    record ColumnRetyped(TableName table, String column, String from, String to) implements SchemaChange {
        @Override
        public String sentence() {
            return "The column " + table + "." + column + " was " + from + " and is " + to + ".";
        }
    }

    record NullabilityChanged(TableName table, String column, boolean nullable) implements SchemaChange {
        @Override
        public String sentence() {
            return "The column " + table + "." + column
                    + (nullable ? " may now be empty." : " may no longer be empty.");
        }
    }

    /** Labels came, went, or stand in another order. */
    record LabelsChanged(TableName table, String column, List<String> added, List<String> removed)
            implements SchemaChange {
        public LabelsChanged {
            added = List.copyOf(added);
            removed = List.copyOf(removed);
        }

        @Override
        public String sentence() {
            String subject = "The labels of " + table + "." + column;
            if (added.isEmpty() && removed.isEmpty()) {
                return subject + " stand in another order.";
            }
            String more = added.isEmpty() ? "" : " have new ones: " + String.join(", ", added);
            String fewer = removed.isEmpty() ? "" : " have lost: " + String.join(", ", removed);
            return subject + more + (more.isEmpty() || fewer.isEmpty() ? "" : ";") + fewer + ".";
        }
    }

    /** Empty where there is none. */
    record PrimaryKeyChanged(TableName table, List<String> from, List<String> to) implements SchemaChange {
        public PrimaryKeyChanged {
            from = List.copyOf(from);
            to = List.copyOf(to);
        }

        @Override
        public String sentence() {
            return "The primary key of " + table + " was " + words(from) + " and is " + words(to) + ".";
        }

        private static String words(List<String> key) {
            return key.isEmpty() ? "none" : "(" + String.join(", ", key) + ")";
        }
    }

    record UniqueKeyAdded(TableName table, List<String> columns) implements SchemaChange {
        public UniqueKeyAdded {
            columns = List.copyOf(columns);
        }

        @Override
        public String sentence() {
            return table + " now has unique (" + String.join(", ", columns) + ").";
        }
    }

    record UniqueKeyRemoved(TableName table, List<String> columns) implements SchemaChange {
        public UniqueKeyRemoved {
            columns = List.copyOf(columns);
        }

        @Override
        public String sentence() {
            return table + " no longer has unique (" + String.join(", ", columns) + ").";
        }
    }

    record ForeignKeyAdded(TableName table, ForeignKey key) implements SchemaChange {
        @Override
        public String sentence() {
            return table + " (" + String.join(", ", key.columns()) + ") now points to " + key.target() + ".";
        }
    }

    record ForeignKeyRemoved(TableName table, ForeignKey key) implements SchemaChange {
        @Override
        public String sentence() {
            return table + " (" + String.join(", ", key.columns()) + ") no longer points to " + key.target() + ".";
        }
    }

    record CheckAdded(TableName table, String check) implements SchemaChange {
        @Override
        public String sentence() {
            return table + " now has " + check + ".";
        }
    }

    record CheckRemoved(TableName table, String check) implements SchemaChange {
        @Override
        public String sentence() {
            return table + " no longer has " + check + ".";
        }
    }

    record DefinitionChanged(TableName table) implements SchemaChange {
        @Override
        public String sentence() {
            return "The view " + table + " has another definition.";
        }
    }
}
