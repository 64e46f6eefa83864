package dev.sayql.engine;

import dev.sayql.sql.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * The shortest ways from some tables to all others, looked for no further than they were asked for: in a graph of thousands of
 * tables most ways are short, and the next question to the same tables goes on where the last one ended. Thread-safe.
 */
final class Reach {

    /** What a step costs, and whether it is taken at all. */
    @FunctionalInterface
    interface Cost {
        /** Not a number for a step that is never taken; {@code before} is the edge that led to where this one begins. */
        double of(Keys.Edge edge, Optional<Keys.Edge> before);
    }

    private final Set<TableName> from;
    private final Keys keys;
    private final Cost cost;
    private final Map<TableName, Double> costs = new HashMap<>();
    private final Map<TableName, Keys.Edge> arrivedBy = new HashMap<>();
    private final Set<TableName> settled = new HashSet<>();
    private final PriorityQueue<Map.Entry<TableName, Double>> open = new PriorityQueue<>(
            Map.Entry.<TableName, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()));

    Reach(Set<TableName> from, Keys keys, Cost cost) {
        this.from = Set.copyOf(from);
        this.keys = keys;
        this.cost = cost;
        for (TableName start : this.from) {
            costs.put(start, 0.0);
            open.add(Map.entry(start, 0.0));
        }
    }

    /** The shortest way there; none to where it begins. */
    synchronized Optional<Path> to(TableName table) {
        while (!settled.contains(table) && !open.isEmpty()) {
            go();
        }
        return settled.contains(table) && !from.contains(table) ? Optional.of(path(table)) : Optional.empty();
    }

    private void go() {
        Map.Entry<TableName, Double> next = open.poll();
        if (!settled.add(next.getKey())) {
            return;
        }
        Optional<Keys.Edge> before = Optional.ofNullable(arrivedBy.get(next.getKey()));
        for (Keys.Edge edge : keys.from(next.getKey())) {
            double whole = next.getValue() + cost.of(edge, before);
            if (!edge.to().equals(edge.from()) && whole < costs.getOrDefault(edge.to(), Double.MAX_VALUE)) {
                costs.put(edge.to(), whole);
                arrivedBy.put(edge.to(), edge);
                open.add(Map.entry(edge.to(), whole));
            }
        }
    }

    private Path path(TableName to) {
        List<Path.Step> steps = new ArrayList<>();
        TableName at = to;
        while (arrivedBy.containsKey(at)) {
            Keys.Edge edge = arrivedBy.get(at);
            steps.addFirst(Keys.step(edge));
            at = edge.from();
        }
        return new Path(steps);
    }
}
