package dev.sayql.sql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the validator knows of a database: its relations with their columns, and the schemas in which its owner looks up
 * unqualified names. A relation or column that is not here does not exist for a query; leaving a column out denies it.
 *
 * <p>Immutable and thread-safe. Equal relations and search path make equal catalogues.
 */
public final class Catalog {

    private final List<Relation> relations;
    private final List<String> searchPath;
    private final Map<TableName, Relation> byName = new LinkedHashMap<>();
    private final Map<TableName, TypeName> enums = new LinkedHashMap<>();

    /**
     * Indexes the relations once.
     *
     * @throws IllegalArgumentException when two relations have the same name
     */
    public Catalog(List<Relation> relations, List<String> searchPath) {
        this.relations = List.copyOf(relations);
        this.searchPath = List.copyOf(searchPath);
        for (Relation relation : this.relations) {
            if (byName.put(relation.name(), relation) != null) {
                throw new IllegalArgumentException("the catalogue holds two relations named " + relation.name());
            }
            for (Column column : relation.columns()) {
                if (column.type().kind() == TypeKind.ENUM) {
                    enums.put(
                            new TableName(column.type().schema(), column.type().name()), column.type());
                }
            }
        }
    }

    public List<Relation> relations() {
        return relations;
    }

    public List<String> searchPath() {
        return searchPath;
    }

    /** The relation of exactly this name. */
    public Optional<Relation> find(TableName name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The relation an unqualified name means: the first one found along the search path. */
    public Optional<Relation> resolve(String unqualifiedName) {
        return searchPath.stream()
                .map(schema -> byName.get(new TableName(schema, unqualifiedName)))
                .flatMap(relation -> Optional.ofNullable(relation).stream())
                .findFirst();
    }

    /** The enumeration type of this name that some column has; only those can be cast to. */
    Optional<TypeName> enumeration(String schema, String name) {
        return Optional.ofNullable(enums.get(new TableName(schema, name)));
    }

    /** The enumeration type an unqualified name means, along the search path. */
    Optional<TypeName> resolveEnumeration(String unqualifiedName) {
        return searchPath.stream()
                .flatMap(schema -> enumeration(schema, unqualifiedName).stream())
                .findFirst();
    }

    /** Every relation of this unqualified name, in any schema. */
    List<Relation> named(String unqualifiedName) {
        List<Relation> found = new ArrayList<>();
        for (Relation relation : relations) {
            if (relation.name().name().equals(unqualifiedName)) {
                found.add(relation);
            }
        }
        return found;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Catalog that && relations.equals(that.relations) && searchPath.equals(that.searchPath);
    }

    /** Looks at no relation: there may be thousands. */
    @Override
    public int hashCode() {
        return 31 * relations.size() + searchPath.hashCode();
    }

    @Override
    public String toString() {
        return "Catalog[" + relations.size() + " relations, searchPath=" + searchPath + "]";
    }

    /** What a relation is; decides whether it may be read at all. */
    public enum Kind {
        TABLE,
        PARTITIONED_TABLE,
        VIEW,
        MATERIALIZED_VIEW,
        FOREIGN_TABLE;

        boolean isView() {
            return this == VIEW || this == MATERIALIZED_VIEW;
        }
    }

    /**
     * A relation with its columns in the order of the table.
     *
     * @param estimatedRows the planner's estimate, negative when there is none
     */
    public record Relation(TableName name, Kind kind, List<Column> columns, long estimatedRows) {

        public Relation {
            columns = List.copyOf(columns);
        }

        /** A relation of which it is not known how many rows it has. */
        public Relation(TableName name, Kind kind, List<Column> columns) {
            this(name, kind, columns, -1);
        }

        /** The column of exactly this name. */
        public Optional<Column> column(String columnName) {
            for (Column column : columns) {
                if (column.name().equals(columnName)) {
                    return Optional.of(column);
                }
            }
            return Optional.empty();
        }
    }

    /** A column; the name is spelled as PostgreSQL stores it. */
    public record Column(String name, TypeName type) {

        public Column {
            if (name.isEmpty()) {
                throw new IllegalArgumentException("a column needs a name");
            }
        }
    }

    /** Where a type comes from; decides what a query may do with a column of it. Arrays have the kind of their elements. */
    public enum TypeKind {
        /** A type of {@code pg_catalog} itself, or an array of one. */
        BUILT_IN,
        /** An enumeration, or an array of one; its operators are PostgreSQL's own. */
        ENUM,
        /** A domain over a built-in type; its values behave like those of that type. */
        DOMAIN_OVER_BUILT_IN,
        /** As {@link #OTHER}, but turned into text without calling a function beside the one that shows it. */
        OTHER_SHOWN_AS_TEXT,
        /** A type of an extension, a composite or a range type of the owner, a domain over one: opaque. */
        OTHER
    }

    /**
     * A type by its catalogue name: {@code int4}, not {@code integer}; arrays as PostgreSQL names them, {@code _text}.
     *
     * @param under of a domain, or an array of one, the type of {@code pg_catalog} that its values have; empty for all others
     */
    public record TypeName(String schema, String name, TypeKind kind, Optional<String> under) {

        /** A type that is no domain over a built-in one, or of which it is not known over which. */
        public TypeName(String schema, String name, TypeKind kind) {
            this(schema, name, kind, Optional.empty());
        }

        public TypeName {
            if (schema.isEmpty() || name.isEmpty()) {
                throw new IllegalArgumentException("a type needs a schema and a name");
            }
            if (kind == TypeKind.BUILT_IN && !schema.equals("pg_catalog")) {
                throw new IllegalArgumentException("a built-in type lives in pg_catalog, not in " + schema);
            }
        }

        /** A type of {@code pg_catalog}. */
        public static TypeName builtIn(String name) {
            return new TypeName("pg_catalog", name, TypeKind.BUILT_IN);
        }

        /** Whether values of this type may only be selected and tested for NULL. */
        public boolean isOpaque() {
            return kind == TypeKind.OTHER || kind == TypeKind.OTHER_SHOWN_AS_TEXT;
        }
    }
}
