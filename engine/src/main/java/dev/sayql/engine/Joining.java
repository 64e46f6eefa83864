package dev.sayql.engine;

import dev.sayql.sql.TableName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Joins several tables along the keys, the nearest first, each by the shortest way from those already there. */
final class Joining {
    private Joining() {}

    /** The steps from the first table to all others; empty when one cannot be reached. */
    static Optional<List<Path.Step>> steps(List<TableName> tables, Keys keys) {
        Set<TableName> joined = new LinkedHashSet<>(tables.subList(0, 1));
        Set<TableName> waiting = new LinkedHashSet<>(tables);
        waiting.removeAll(joined);
        List<Path.Step> steps = new ArrayList<>();
        while (!waiting.isEmpty()) {
            Optional<Path> nearest = waiting.stream()
                    .flatMap(table -> keys.path(joined, table).stream())
                    .min(Comparator.comparingInt(path -> path.steps().size()));
            if (nearest.isEmpty()) {
                return Optional.empty();
            }
            for (Path.Step step : nearest.get().steps()) {
                if (joined.add(step.to().table())) {
                    steps.add(step);
                }
            }
            waiting.removeAll(joined);
        }
        return Optional.of(steps);
    }

    /** The tables themselves and those on the way between them. */
    static Set<TableName> tables(List<TableName> tables, Keys keys) {
        Set<TableName> all = new LinkedHashSet<>(tables);
        steps(tables, keys)
                .ifPresent(steps -> steps.forEach(step -> all.add(step.to().table())));
        return all;
    }
}
