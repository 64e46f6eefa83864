package dev.sayql.sql;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The common table expressions that can be named at one place, innermost first. Immutable but for the state of entries. */
final class CommonTables {

    static final CommonTables NONE = new CommonTables(null, null);

    private final @Nullable CommonTables outer;
    private final @Nullable Entry entry;

    /** One common table expression while its statement is checked. */
    static final class Entry {
        private final Query.CommonTable table;
        private Query.@Nullable CommonTable checked;
        private @Nullable List<Range.Column> columns;
        private double rows = 1;
        private double branching = 1;
        private boolean followed;
        private int uses;

        Entry(Query.CommonTable table) {
            this.table = table;
        }

        Query.CommonTable table() {
            return table;
        }

        /** The columns, known once the query, or the first branch of a recursive one, has been checked. */
        Optional<List<Range.Column>> columns() {
            return Optional.ofNullable(columns);
        }

        void setColumns(List<Range.Column> known) {
            columns = List.copyOf(known);
        }

        /** How many rows it may have; 1 while its own branch is checked. */
        double rows() {
            return rows;
        }

        void setRows(double known) {
            rows = known;
        }

        /** How many rows a step of the recursion makes of one. */
        double branching() {
            return branching;
        }

        void setBranching(double factor) {
            branching = factor;
        }

        /** Whether a condition connects it with something else that a step reads. */
        boolean isFollowed() {
            return followed;
        }

        void setFollowed(boolean connected) {
            followed = connected;
        }

        /** How often the name has been used so far. */
        int uses() {
            return uses;
        }

        void use() {
            uses++;
        }

        Optional<Query.CommonTable> checked() {
            return Optional.ofNullable(checked);
        }

        void finish(Query query) {
            checked = new Query.CommonTable(
                    table.name(), table.columns(), table.materialized(), query, table.search(), table.cycle());
        }
    }

    private CommonTables(@Nullable CommonTables outer, @Nullable Entry entry) {
        this.outer = outer;
        this.entry = entry;
    }

    CommonTables and(Entry added) {
        return new CommonTables(this, added);
    }

    Optional<Entry> find(String name) {
        for (CommonTables tables = this; tables != null; tables = tables.outer) {
            if (tables.entry != null && tables.entry.table().name().equals(name)) {
                return Optional.of(tables.entry);
            }
        }
        return Optional.empty();
    }
}
