package dev.sayql.engine;

import dev.sayql.core.schema.Column;
import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.ForeignKey;
import dev.sayql.core.schema.Schema;
import dev.sayql.core.schema.Table;
import dev.sayql.sql.TableName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The graph of foreign keys between the tables of a schema, and the ways through it. Immutable. */
final class Keys {

    /** An edge as seen from one end. */
    record Edge(TableName from, List<String> fromColumns, TableName to, List<String> toColumns, boolean toMany) {

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

    private final Map<TableName, List<Edge>> edges = new HashMap<>();

    /** Looked for again and again, by each way in which a question can be read. */
    private final ConcurrentMap<Between, Optional<Path>> found = new ConcurrentHashMap<>();

    private record Between(TableName from, TableName to) {}

    private static final int MOST_FOUND = 20_000;

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
        addEdge(new Edge(key.target(), key.targetColumns(), table.name(), key.columns(), !oneToOne));
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
                .anyMatch(step -> roles.stream()
                        .anyMatch(edge -> edge.from().equals(step.from().table())
                                && edge.to().equals(step.to().table())
                                && edge.fromColumns().equals(step.fromColumns())));
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

    /** The edges of a table to itself, from child to parent. */
    Optional<Edge> toParent(TableName table) {
        return from(table).stream()
                .filter(edge -> edge.to().equals(table) && !edge.toMany())
                .findFirst();
    }

    /** The shortest path; steps to many cost a little more, so that a path without them wins among equals. */
    Optional<Path> path(TableName from, TableName to) {
        Between between = new Between(from, to);
        Optional<Path> known = found.get(between);
        if (known != null) {
            return known;
        }
        Optional<Path> path = path(Set.of(from), to);
        if (found.size() < MOST_FOUND) {
            found.put(between, path);
        }
        return path;
    }

    /** The shortest path from any of the tables. */
    Optional<Path> path(Set<TableName> from, TableName to) {
        Map<TableName, Double> costs = new HashMap<>();
        Map<TableName, Edge> arrivedBy = new HashMap<>();
        PriorityQueue<Map.Entry<TableName, Double>> open = new PriorityQueue<>(
                Map.Entry.<TableName, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()));
        for (TableName start : from) {
            costs.put(start, 0.0);
            open.add(Map.entry(start, 0.0));
        }
        while (!open.isEmpty()) {
            Map.Entry<TableName, Double> next = open.poll();
            if (next.getKey().equals(to) && !from.contains(to)) {
                return Optional.of(toPath(to, arrivedBy));
            }
            for (Edge edge : from(next.getKey())) {
                // Up to a shared parent and down again ties rows that have little to do with each other.
                Edge before = arrivedBy.get(next.getKey());
                boolean sibling = edge.toMany() && before != null && !before.toMany();
                double cost =
                        next.getValue() + (sibling ? 1.6 : edge.toMany() ? 1.1 : 1) + (roles.contains(edge) ? ROLE : 0);
                if (!edge.to().equals(edge.from()) && cost < costs.getOrDefault(edge.to(), Double.MAX_VALUE)) {
                    costs.put(edge.to(), cost);
                    arrivedBy.put(edge.to(), edge);
                    open.add(Map.entry(edge.to(), cost));
                }
            }
        }
        return Optional.empty();
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
        List<TableName> between = path.steps().stream()
                .map(step -> step.to().table())
                .limit(path.steps().size() - 1L)
                .toList();
        if (between.isEmpty()) {
            return false;
        }
        TableName start = path.steps().getFirst().from().table();
        TableName end = path.steps().getLast().to().table();
        Deque<List<TableName>> open = new ArrayDeque<>(List.of(List.of(start)));
        while (!open.isEmpty()) {
            List<TableName> way = open.removeFirst();
            for (Edge edge : from(way.getLast())) {
                if (edge.to().equals(end)) {
                    return true;
                }
                boolean free = !way.contains(edge.to()) && !between.contains(edge.to());
                if (free && way.size() < path.steps().size() + detour) {
                    List<TableName> longer = new ArrayList<>(way);
                    longer.add(edge.to());
                    open.addLast(longer);
                }
            }
        }
        return false;
    }

    /** The one step to many between two tables that also point the other way: a department's lecturers, not its head. */
    Optional<Path> directToMany(TableName from, TableName to) {
        List<Edge> edges = from(from).stream()
                .filter(edge ->
                        edge.to().equals(to) && edge.toMany() && !edge.to().equals(from))
                .toList();
        Optional<Path> direct =
                edges.size() == 1 ? Optional.of(toPath(to, Map.of(to, edges.getFirst()))) : Optional.empty();
        // "people on four or more projects" are its members, not those who lead it.
        return direct.filter(
                way -> !isByRole(way) || path(from, to).filter(this::isByRole).isPresent());
    }

    /** Tables reached from one without ever multiplying its rows. */
    Set<TableName> reachedToOne(TableName start) {
        Set<TableName> reached = new HashSet<>(Set.of(start));
        Deque<TableName> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            for (Edge edge : from(open.pop())) {
                if (!edge.toMany() && reached.add(edge.to())) {
                    open.push(edge.to());
                }
            }
        }
        return reached;
    }

    /** A path that never multiplies rows, if there is one. */
    Optional<Path> pathToOne(TableName from, TableName to) {
        Map<TableName, Edge> arrivedBy = new HashMap<>();
        Map<TableName, Double> costs = new HashMap<>(Map.of(from, 0.0));
        PriorityQueue<Map.Entry<TableName, Double>> open = new PriorityQueue<>(
                Map.Entry.<TableName, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()));
        open.add(Map.entry(from, 0.0));
        while (!open.isEmpty()) {
            Map.Entry<TableName, Double> next = open.poll();
            if (next.getKey().equals(to)) {
                return arrivedBy.isEmpty() ? Optional.empty() : Optional.of(toPath(to, arrivedBy));
            }
            for (Edge edge : from(next.getKey())) {
                double cost = next.getValue() + cost(edge);
                if (!edge.toMany()
                        && !edge.to().equals(from)
                        && cost < costs.getOrDefault(edge.to(), Double.MAX_VALUE)) {
                    costs.put(edge.to(), cost);
                    arrivedBy.put(edge.to(), edge);
                    open.add(Map.entry(edge.to(), cost));
                }
            }
        }
        return Optional.empty();
    }

    /** What belongs to every row lies nearer than what some rows point to by a name of its own: a ticket's site, not its buyer's. */
    private double cost(Edge edge) {
        boolean loose = optional.contains(edge);
        return edge.isQualified() ? (loose ? 1.9 : 1.01) : (loose ? 1.3 : 1);
    }

    /** Whether no row of the step's beginning can be without one at its end. */
    boolean isCertain(Path.Step step) {
        return !step.toMany()
                && from(step.from().table()).stream()
                        .filter(edge -> edge.to().equals(step.to().table())
                                && edge.fromColumns().equals(step.fromColumns()))
                        .noneMatch(optional::contains);
    }

    private static Path toPath(TableName to, Map<TableName, Edge> arrivedBy) {
        List<Path.Step> steps = new ArrayList<>();
        TableName at = to;
        while (arrivedBy.containsKey(at)) {
            Edge edge = arrivedBy.get(at);
            steps.addFirst(new Path.Step(
                    Expression.Range.of(edge.from()),
                    edge.fromColumns(),
                    Expression.Range.of(edge.to()),
                    edge.toColumns(),
                    edge.toMany()));
            at = edge.from();
        }
        return new Path(steps);
    }
}
