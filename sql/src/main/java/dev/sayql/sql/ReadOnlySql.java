package dev.sayql.sql;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A statement that {@link SqlValidator} has checked: one query that only reads. Its text is printed from the checked syntax
 * tree, with every relation fully qualified, so that what runs is what was checked. It is meant to run with
 * {@code search_path = pg_catalog}.
 *
 * <p>Immutable and thread-safe; nothing outside this package can make one.
 */
public final class ReadOnlySql {

    private final String text;
    private final Query syntax;
    private final Set<TableName> tables;
    private final Map<TableName, Set<String>> columns;
    private final int complexity;
    private final QueryShape shape;

    ReadOnlySql(
            String text,
            Query syntax,
            Set<TableName> tables,
            Map<TableName, Set<String>> columns,
            int complexity,
            QueryShape shape) {
        if (complexity < 1 || complexity > 10) {
            throw new IllegalArgumentException("complexity is 1 to 10, not " + complexity);
        }
        this.text = text;
        this.syntax = syntax;
        this.tables = Collections.unmodifiableSet(new TreeSet<>(tables));
        Map<TableName, Set<String>> copy = new TreeMap<>();
        columns.forEach((table, names) -> copy.put(table, Collections.unmodifiableSet(new TreeSet<>(names))));
        this.columns = Collections.unmodifiableMap(copy);
        this.complexity = complexity;
        this.shape = shape;
    }

    /** The checked statement, printed on several lines, with no semicolon and no comment. */
    public String text() {
        return text;
    }

    /**
     * The checked statement wrapped so that it returns at most so many rows. The wrapping is a lock of its own: nothing but a
     * query can stand in a FROM clause.
     *
     * @throws IllegalArgumentException when rows is not positive
     */
    public String limitedTo(int rows) {
        if (rows <= 0) {
            throw new IllegalArgumentException("a row limit is positive, not " + rows);
        }
        return "SELECT * FROM (\n" + text + "\n) AS q LIMIT " + rows;
    }

    /** The checked syntax tree of which {@link #text} is the print: stars written out, relations with their schemas. */
    public Query syntax() {
        return syntax;
    }

    /** The relations the statement reads, in name order; common table expressions are not among them. */
    public Set<TableName> tables() {
        return tables;
    }

    /** The columns of those relations that the statement names anywhere, stars written out; a relation that is only counted has none. */
    public Map<TableName, Set<String>> columns() {
        return columns;
    }

    /** How involved the statement is, from 1 (one table, no grouping) to 10. */
    public int complexity() {
        return complexity;
    }

    /** What the statement joins, aggregates and compares. */
    public QueryShape shape() {
        return shape;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReadOnlySql that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
