package dev.sayql.jdbc;

import dev.sayql.core.schema.Column;
import dev.sayql.core.schema.DataType;
import dev.sayql.core.schema.ForeignKey;
import dev.sayql.core.schema.Table;
import dev.sayql.sql.Catalog;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds columns that point to another table although no constraint says so: {@code customer_id} where one table has the
 * primary key {@code customer_id}, or where one table is named {@code customer(s)} and has a key of one column of a fitting
 * type. Several tables that fit equally well mean that none is taken: a wrong join is worse than a missing one.
 */
final class ForeignKeyInference {
    /** Key names that say nothing about what they identify. */
    private static final Set<String> GENERIC = Set.of(
            "id",
            "code",
            "name",
            "key",
            "no",
            "nr",
            "num",
            "number",
            "uuid",
            "guid",
            "pk",
            "type",
            "value",
            "year",
            "date",
            "title",
            "email",
            "status",
            "rank",
            "position",
            "index",
            "seq",
            "sequence",
            "version",
            "label",
            "time",
            "day");

    private static final Map<String, String> IRREGULAR =
            Map.of("people", "person", "men", "man", "women", "woman", "children", "child");

    /** What people are called for what they do: columns named so point to the one table of people. */
    private static final Set<String> PARTS = Set.of(
            "owner",
            "author",
            "assignee",
            "reporter",
            "creator",
            "reviewer",
            "approver",
            "editor",
            "created_by",
            "updated_by",
            "assigned_to",
            "handled_by",
            "approved_by",
            "requested_by",
            "reported_by",
            "uploaded_by",
            "closed_by");

    private static final Set<String> PEOPLE = Set.of(
            "people", "person", "persons", "users", "user", "employees", "employee", "staff", "members", "member");

    private static final Set<DataType> KEY_TYPES =
            EnumSet.of(DataType.INTEGER, DataType.NUMERIC, DataType.TEXT, DataType.UUID);

    /** By the names that a column may have which points to them, in small letters. */
    private final Map<String, List<Target>> byIdName = new HashMap<>();

    private final Map<String, List<Target>> byKeyName = new HashMap<>();

    private final List<Target> people = new ArrayList<>();

    /** A table with a key of one column. */
    private record Target(Table table, Column key) {}

    private ForeignKeyInference(List<Table> tables) {
        for (Table table : tables) {
            if (holdsRows(table) && table.primaryKey().size() == 1) {
                table.column(table.primaryKey().getFirst())
                        .filter(key -> KEY_TYPES.contains(key.dataType()))
                        .ifPresent(key -> add(new Target(table, key)));
            }
        }
    }

    private void add(Target target) {
        Set<String> names = new LinkedHashSet<>();
        for (String stem : stems(target.table())) {
            names.add(stem + "_id");
            names.add(stem + "id");
        }
        names.forEach(
                name -> byIdName.computeIfAbsent(name, key -> new ArrayList<>()).add(target));
        if (PEOPLE.contains(target.table().name().name().toLowerCase(Locale.ROOT))) {
            people.add(target);
        }
        byKeyName
                .computeIfAbsent(target.key().name().toLowerCase(Locale.ROOT), key -> new ArrayList<>())
                .add(target);
    }

    static List<Table> complete(List<Table> tables) {
        ForeignKeyInference inference = new ForeignKeyInference(tables);
        return tables.stream()
                .map(table -> holdsRows(table) ? inference.complete(table) : table)
                .toList();
    }

    private static boolean holdsRows(Table table) {
        return table.kind() == Catalog.Kind.TABLE || table.kind() == Catalog.Kind.PARTITIONED_TABLE;
    }

    private Table complete(Table table) {
        Set<String> declared = new LinkedHashSet<>();
        table.foreignKeys().forEach(key -> declared.addAll(key.columns()));
        List<ForeignKey> all = new ArrayList<>(table.foreignKeys());
        for (Column column : table.columns()) {
            if (!declared.contains(column.name())) {
                target(table, column)
                        .ifPresent(target -> all.add(new ForeignKey(
                                List.of(column.name()),
                                target.table().name(),
                                List.of(target.key().name()),
                                true)));
            }
        }
        return new Table(
                table.name(),
                table.kind(),
                table.columns(),
                table.primaryKey(),
                table.uniqueKeys(),
                all,
                table.comment(),
                table.estimatedRows());
    }

    private Optional<Target> target(Table table, Column column) {
        String name = column.name().toLowerCase(Locale.ROOT);
        List<Target> named = fitting(byIdName, name, table, column);
        if (table.primaryKey().equals(List.of(column.name()))) {
            // A table's own key points elsewhere only when it is plainly named after another table, not after its own.
            boolean ownName = stems(table).stream().anyMatch(stem -> isIdOf(name, stem));
            return ownName ? Optional.empty() : only(named);
        }
        if (!named.isEmpty()) {
            return only(named);
        }
        List<Target> byKey = GENERIC.contains(name) ? List.of() : fitting(byKeyName, name, table, column);
        return byKey.isEmpty() ? qualified(name, table, column) : only(byKey);
    }

    /** {@code start_station_id}, {@code parent_category_id}: a name of another key behind a word that says which; {@code author_id}. */
    private Optional<Target> qualified(String name, Table table, Column column) {
        if (table.primaryKey().contains(column.name())) {
            return Optional.empty();
        }
        for (int cut = name.indexOf('_'); cut > 0; cut = name.indexOf('_', cut + 1)) {
            String rest = name.substring(cut + 1);
            List<Target> named = typed(byIdName.getOrDefault(rest, List.of()), column);
            List<Target> found = named.isEmpty() && !GENERIC.contains(rest)
                    ? typed(byKeyName.getOrDefault(rest, List.of()), column)
                    : named;
            if (!found.isEmpty()) {
                return only(found);
            }
        }
        String part = name.endsWith("_id") ? name.substring(0, name.length() - 3) : name;
        return PARTS.contains(part) ? only(typed(people, column)) : Optional.empty();
    }

    private static List<Target> typed(List<Target> targets, Column column) {
        return targets.stream()
                .filter(target -> target.key().dataType() == column.dataType())
                .toList();
    }

    private static List<Target> fitting(Map<String, List<Target>> targets, String name, Table table, Column column) {
        return targets.getOrDefault(name, List.of()).stream()
                .filter(target -> !target.table().name().equals(table.name()))
                .filter(target -> target.key().dataType() == column.dataType())
                .toList();
    }

    private static boolean isIdOf(String column, String stem) {
        return column.equals(stem + "_id") || column.equals(stem + "id");
    }

    private static Optional<Target> only(List<Target> targets) {
        return targets.size() == 1 ? Optional.of(targets.getFirst()) : Optional.empty();
    }

    /** The table's name, and what it may be in the singular. */
    private static Set<String> stems(Table table) {
        String name = table.name().name().toLowerCase(Locale.ROOT);
        Set<String> stems = new LinkedHashSet<>(Set.of(name));
        stems.add(IRREGULAR.getOrDefault(name, name));
        if (name.endsWith("ies")) {
            stems.add(name.substring(0, name.length() - 3) + "y");
        }
        if (name.endsWith("es")) {
            stems.add(name.substring(0, name.length() - 2));
        }
        if (name.endsWith("s") && !name.endsWith("ss")) {
            stems.add(name.substring(0, name.length() - 1));
        }
        return stems;
    }
}
