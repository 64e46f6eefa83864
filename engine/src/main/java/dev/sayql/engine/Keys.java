package dev.sayql.engine;

import dev.sayql.core.schema.Column;
import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.ForeignKey;
import dev.sayql.core.schema.Schema;
import dev.sayql.core.schema.Table;
import dev.sayql.sql.TableName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The graph of foreign keys between the tables of a schema, and the ways through it. Thread-safe. */
final class Keys {

    /** An edge as seen from one end. */
    record Edge(TableName from, List<String> fromColumns, TableName to, List<String> toColumns, boolean toMany) {

        /** The same key of one row each, seen from the many. */
        Edge reversed() {
            return new Edge(to, toColumns, from, fromColumns, false);
        }

        /** Whether the key's name says more than what it points to: {@code preferred_city}. */
        boolean isQualified() {
            List<String> key = toMany ? toColumns : fromColumns;
            List<String> thing = NamePhrases.stemsOf((toMany ? from : to).name());
            return key.size() == 1
                    && NamePhrases.stemsOf(key.getFirst()).stream()
                            .filter(word -> !KEY_WORDS.contains(word))
                            .anyMatch(word ->
                                    thing.stream().noneMatch(one -> one.startsWith(word) || word.startsWith(one)));
        }

        /**
         * Whether the key is named for a part that is played, not for what it points to: a project's {@code lead_id} says less
         * about who is on the project than a table of its members does.
         */
        boolean isRole() {
            List<String> key = toMany ? toColumns : fromColumns;
            List<String> target = toMany ? fromColumns : toColumns;
            TableName pointed = toMany ? from : to;
            if (key.size() != 1 || key.equals(target)) {
                return false;
            }
            List<String> thing = NamePhrases.stemsOf(pointed.name());
            return NamePhrases.stemsOf(key.getFirst()).stream()
                    .filter(word -> !KEY_WORDS.contains(word))
                    .noneMatch(word -> thing.stream().anyMatch(one -> one.startsWith(word) || word.startsWith(one)));
        }
    }

    private static final Set<String> KEY_WORDS = Set.of("id", "number", "code", "key", "cod");
    /** A way along a key named for a part is taken only when the other way is longer by more than this. */
    private static final double ROLE = 1.2;

    private final Set<Edge> roles = new HashSet<>();

    /** Those whose rows need not point anywhere. */
    private final Set<Edge> optional = new HashSet<>();

    /** Between a whole and the lines that are numbered within it. */
    private final Set<Edge> lines = new HashSet<>();

    private final Map<TableName, List<Edge>> edges = new HashMap<>();

    /** Looked for again and again, by each way in which a question can be read. */
    private final Recent<Set<TableName>, Reach> reaches = new Recent<>(MOST_KEPT);

    private final Recent<TableName, Reach> reachesToOne = new Recent<>(MOST_KEPT);
    private final Recent<TableName, Set<TableName>> reachedToOne = new Recent<>(MOST_KEPT);

    private static final int MOST_KEPT = 100;
    private static final int DETOUR = 2;

    Keys(Schema schema) {
        for (Table table : schema.tables()) {
            for (ForeignKey key : table.foreignKeys()) {
                schema.table(key.target()).ifPresent(target -> addEdge(table, key));
            }
        }
    }

    private void addEdge(Table table, ForeignKey key) {
        boolean oneToOne = table.isUniqueOver(new HashSet<>(key.columns()));
        Edge down = new Edge(table.name(), key.columns(), key.target(), key.targetColumns(), false);
        addEdge(down);
        boolean mayBeMissing = key.columns().stream()
                .anyMatch(name -> table.column(name).filter(Column::nullable).isPresent());
        if (mayBeMissing) {
            optional.add(down);
        }
        Edge up = new Edge(key.target(), key.targetColumns(), table.name(), key.columns(), !oneToOne);
        addEdge(up);
        optional.add(up);
        if (table.primaryKey().containsAll(key.columns())
                && table.primaryKey().size() > key.columns().size()) {
            lines.add(up);
            lines.add(down);
        }
    }

    private void addEdge(Edge edge) {
        edges.computeIfAbsent(edge.from(), name -> new ArrayList<>()).add(edge);
        if (edge.isRole()) {
            roles.add(edge);
        }
    }

    /** Whether the way follows a key that is named for a part. */
    boolean isByRole(Path path) {
        return path.steps().stream()
                .anyMatch(step -> from(step.from().table()).stream()
                        .anyMatch(edge -> edge.to().equals(step.to().table())
                                && edge.fromColumns().equals(step.fromColumns())
                                && roles.contains(edge)));
    }

    List<Edge> from(TableName table) {
        return edges.getOrDefault(table, List.of());
    }

    /** Whether the column alone points to a row of its own table. */
    static boolean toItself(Schema schema, ColumnName name) {
        return schema.table(name.table())
                .filter(table -> table.column(name.column())
                        .filter(column -> toItself(table, column))
                        .isPresent())
                .isPresent();
    }

    static boolean toItself(Table table, Column column) {
        return table.foreignKeys().stream()
                .anyMatch(key ->
                        key.target().equals(table.name()) && key.columns().equals(List.of(column.name())));
    }

    /** Whether the column alone points to a row of its own table, and no other does. */
    static boolean isOnlyParent(Table table, Column column) {
        return toItself(table, column)
                && table.foreignKeys().stream()
                                .filter(key -> key.target().equals(table.name()))
                                .count()
                        == 1;
    }

    static boolean isOnlyParent(Schema schema, ColumnName name) {
        return schema.table(name.table())
                .filter(table -> table.column(name.column())
                        .filter(column -> isOnlyParent(table, column))
                        .isPresent())
                .isPresent();
    }

    /** The edges of a table to itself, from child to parent. */
    Optional<Edge> toParent(TableName table) {
        List<Edge> up = from(table).stream()
                .filter(edge -> edge.to().equals(table) && !edge.toMany())
                .toList();
        // A mother and a father: neither is the one above.
        return up.size() == 1 ? Optional.of(up.getFirst()) : Optional.empty();
    }

    /** The shortest path; steps to many cost a little more, so that a path without them wins among equals. */
    Optional<Path> path(TableName from, TableName to) {
        return path(Set.of(from), to).map(way -> mirrored(way, from, to));
    }

    /** Down to many rows the way leads where each of these would look up: a cinema's tickets are those sold there, not its members'. */
    private Path mirrored(Path way, TableName from, TableName to) {
        boolean down = way.steps().stream().allMatch(Path.Step::toMany);
        return down ? pathToOne(to, from).map(Path::reversed).orElse(way) : way;
    }

    /** The shortest path from any of the tables. */
    Optional<Path> path(Set<TableName> from, TableName to) {
        return reaches.of(Set.copyOf(from), tables -> new Reach(tables, this, this::anyCost))
                .to(to);
    }

    private double anyCost(Edge edge, Optional<Edge> before) {
        // Up to a shared parent and down again ties rows that have little to do with each other.
        boolean sibling = edge.toMany() && before.isPresent() && !before.get().toMany();
        // What an order is of are its lines, and no complaint about it.
        double line = lines.contains(edge) ? -0.02 : 0;
        return (sibling ? 1.6 : edge.toMany() ? 1.1 : 1) + (roles.contains(edge) ? ROLE : 0) + line;
    }

    /** How many other edges join the same two tables as the steps of the path; 0 when the path is the only short one. */
    int alternatives(Path path) {
        int others = 0;
        for (Path.Step step : path.steps()) {
            long parallel = from(step.from().table()).stream()
                    .filter(edge -> edge.to().equals(step.to().table()) && edge.toMany() == step.toMany())
                    .count();
            others += (int) Math.max(0, parallel - 1);
        }
        return others;
    }

    /** Whether another way of about the same length passes through none of the tables that this one passes through. */
    boolean hasOtherWay(Path path, int detour) {
        return hasOtherWay(path, detour, edge -> true);
    }

    /** Whether two ways lead down from one to many: a hotel has staff who handle complaints, and rooms whose guests complain. */
    boolean hasOtherWayDown(Path path) {
        return path.steps().stream().allMatch(Path.Step::toMany)
                && hasOtherWay(path, 1, edge -> edge.toMany() && isCertain(edge.reversed()));
    }

    private boolean hasOtherWay(Path path, int detour, Predicate<Edge> passable) {
        List<TableName> between = path.steps().stream()
                .map(step -> step.to().table())
                .limit(path.steps().size() - 1L)
                .toList();
        if (between.isEmpty()) {
            return false;
        }
        TableName start = path.steps().getFirst().from().table();
        TableName end = path.steps().getLast().to().table();
        Set<TableName> seen = new HashSet<>(between);
        seen.add(start);
        List<TableName> ring = List.of(start);
        for (int step = 0; step < path.steps().size() + detour; step++) {
            List<Edge> edges = ring.stream()
                    .flatMap(table -> from(table).stream())
                    .filter(passable)
                    .toList();
            if (edges.stream().anyMatch(edge -> edge.to().equals(end))) {
                return true;
            }
            ring = edges.stream().map(Edge::to).filter(seen::add).toList();
        }
        return false;
    }

    /** The tables and what is no more than so many keys away, either way. */
    Set<TableName> within(Set<TableName> tables, int steps) {
        Set<TableName> found = new HashSet<>(tables);
        List<TableName> ring = List.copyOf(tables);
        for (int step = 0; step < steps; step++) {
            ring = ring.stream()
                    .flatMap(table -> from(table).stream())
                    .map(Edge::to)
                    .filter(found::add)
                    .toList();
        }
        return found;
    }

    /** The one step to many between two tables that also point the other way: a department's lecturers, not its head. */
    Optional<Path> directToMany(TableName from, TableName to) {
        List<Edge> edges = from(from).stream()
                .filter(edge ->
                        edge.to().equals(to) && edge.toMany() && !edge.to().equals(from))
                .toList();
        Optional<Path> direct =
                edges.size() == 1 ? Optional.of(new Path(List.of(step(edges.getFirst())))) : Optional.empty();
        // "people on four or more projects" are its members, not those who lead it.
        return direct.filter(
                way -> !isByRole(way) || path(from, to).filter(this::isByRole).isPresent());
    }

    /** Tables reached from one without ever multiplying its rows. */
    Set<TableName> reachedToOne(TableName start) {
        return reachedToOne.of(start, this::findReachedToOne);
    }

    private Set<TableName> findReachedToOne(TableName start) {
        Set<TableName> reached = new HashSet<>(Set.of(start));
        Deque<TableName> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            for (Edge edge : from(open.pop())) {
                if (!edge.toMany() && reached.add(edge.to())) {
                    open.push(edge.to());
                }
            }
        }
        return Collections.unmodifiableSet(reached);
    }

    /** A path that never multiplies rows, if there is one. */
    Optional<Path> pathToOne(TableName from, TableName to) {
        return reachesToOne
                .of(from, table -> new Reach(Set.of(table), this, (edge, _) -> edge.toMany() ? Double.NaN : cost(edge)))
                .to(to);
    }

    /** What belongs to every row lies nearer than what some rows point to by a name of its own: a ticket's site, not its buyer's. */
    private double cost(Edge edge) {
        boolean loose = optional.contains(edge);
        double composite = edge.fromColumns().size() > 1 ? -0.005 : 0;
        return composite + (edge.isQualified() ? (loose ? 2.1 : 1.01) : (loose ? 1.3 : 1));
    }

    /** Whether every row points somewhere by the key. */
    boolean isCertain(Edge edge) {
        return !optional.contains(edge);
    }

    /** Whether every row also leads to one of the same kind by a way through none of the tables of this one, a little longer at most. */
    boolean hasRival(Path toOne) {
        if (isCarried(toOne)) {
            return false;
        }
        Set<TableName> passed = new HashSet<>();
        toOne.steps().forEach(step -> passed.add(step.to().table()));
        TableName end = toOne.to().table();
        passed.remove(end);
        Set<TableName> reached = new HashSet<>(Set.of(toOne.from().table()));
        for (int length = 1; length <= toOne.steps().size() + DETOUR; length++) {
            Set<TableName> next = new HashSet<>();
            for (TableName table : reached) {
                from(table).stream()
                        .filter(edge -> !edge.toMany() && isCertain(edge) && !passed.contains(edge.to()))
                        .filter(edge -> !edge.to().equals(end)
                                || !edge.from().equals(toOne.from().table()))
                        .forEach(edge -> next.add(edge.to()));
            }
            if (next.contains(end)) {
                return true;
            }
            next.remove(toOne.from().table());
            reached = next;
        }
        return false;
    }

    /** Whether the row itself holds the key of where the way leads: the client of a pallet, whose key is a part of that of its article. */
    private static boolean isCarried(Path way) {
        return way.steps().size() == 2
                && way.steps().getFirst().fromColumns().size()
                        > way.steps().getLast().fromColumns().size()
                && way.steps()
                        .getFirst()
                        .toColumns()
                        .containsAll(way.steps().getLast().fromColumns());
    }

    /** Whether no row of the step's beginning can be without one at its end. */
    boolean isCertain(Path.Step step) {
        return !step.toMany()
                && from(step.from().table()).stream()
                        .filter(edge -> edge.to().equals(step.to().table())
                                && edge.fromColumns().equals(step.fromColumns()))
                        .noneMatch(optional::contains);
    }

    static Path.Step step(Edge edge) {
        return new Path.Step(
                Expression.Range.of(edge.from()),
                edge.fromColumns(),
                Expression.Range.of(edge.to()),
                edge.toColumns(),
                edge.toMany());
    }
}
