package dev.sayql.sql;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One name that a FROM clause makes, and its columns. Lives while one SELECT is checked. */
final class Range {

    private static final double NARROWED = 100;

    private final String alias;
    private final @Nullable TableName table;
    private final Naming naming;
    private final List<Column> columns;
    private final List<Range> behind;
    private double rows;
    private boolean rewritten;
    private boolean stored;

    /** A column of a range; what is known of its values is as in {@link Typed}; a domain is one of the owner's. */
    record Column(
            String name,
            boolean opaque,
            double magnitude,
            Typed.Family family,
            double size,
            Catalog.@Nullable TypeName extension,
            boolean domain) {
        Column(String name, boolean opaque, double magnitude, Typed.Family family) {
            this(name, opaque, magnitude, family, 1, null);
        }

        Column(
                String name,
                boolean opaque,
                double magnitude,
                Typed.Family family,
                double size,
                Catalog.@Nullable TypeName extension) {
            this(name, opaque, magnitude, family, size, extension, false);
        }

        /** Whether nothing may be done with its values but to show them. */
        boolean isClosed() {
            return opaque && extension == null;
        }

        static Column of(String name, Typed typed) {
            return new Column(
                    name,
                    typed.opaque(),
                    typed.magnitude(),
                    typed.family(),
                    Math.max(1, typed.size()),
                    typed.extension());
        }

        Column renamed(String newName) {
            return new Column(newName, opaque, magnitude, family, size, extension, domain);
        }
    }

    /** How the range came by its name. */
    enum Naming {
        /** A relation without an alias, which may also be named with its schema. */
        OWN_NAME,
        ALIAS,
        /** The alias of a whole join, whose row may have columns the catalogue does not show. */
        JOIN_ALIAS
    }

    Range(String alias, @Nullable TableName table, Naming naming, List<Column> columns, double rows) {
        this(alias, table, naming, columns, List.of(), rows);
    }

    private Range(
            String alias,
            @Nullable TableName table,
            Naming naming,
            List<Column> columns,
            List<Range> behind,
            double rows) {
        this.alias = alias;
        this.table = table;
        this.naming = naming;
        this.columns = List.copyOf(columns);
        this.behind = List.copyOf(behind);
        this.rows = rows;
    }

    /**
     * Another name for columns of ranges that have names already; it adds no rows.
     *
     * @param behind whose columns they are, one by one
     */
    static Range standingFor(List<Range> behind, String alias, Naming naming, List<Column> columns) {
        return new Range(alias, null, naming, columns, behind, 1);
    }

    /** Whose rows a column of this range is of: its own, unless it only stands for others. */
    Range behind(Column column) {
        int position = columns.indexOf(column);
        if (position >= 0 && position < behind.size()) {
            return behind.get(position);
        }
        return this;
    }

    String alias() {
        return alias;
    }

    Optional<TableName> table() {
        return Optional.ofNullable(table);
    }

    List<Column> columns() {
        return columns;
    }

    Optional<Column> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /** Whether {@code schema.name} means this range: only when the relation has no alias. */
    boolean isNamed(String schema, String name) {
        return naming == Naming.OWN_NAME
                && table != null
                && table.schema().equals(schema)
                && table.name().equals(name);
    }

    /** How many rows it may have, roughly. */
    double rows() {
        return rows;
    }

    /** Notes that a condition compares it with a value. */
    void narrow() {
        rows = Math.max(1, rows / NARROWED);
    }

    /** Notes that it is a subquery of rows of one table. */
    void readsOneTable() {
        stored = true;
    }

    /** Whether its rows are a table's. */
    boolean isStored() {
        return stored || table != null;
    }

    boolean isJoin() {
        return naming == Naming.JOIN_ALIAS;
    }

    /**
     * Asks for the range to be printed as a subquery of exactly the columns of the catalogue, because the statement uses its
     * whole row, or gives its columns other names, and the relation may have columns the catalogue does not show.
     */
    void rewrite() {
        rewritten = true;
    }

    boolean isRewritten() {
        return rewritten && table != null;
    }

    QueryShape.ColumnReference reference(Column column) {
        return new QueryShape.ColumnReference(alias, table(), column.name());
    }
}
