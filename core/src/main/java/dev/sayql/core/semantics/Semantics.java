package dev.sayql.core.semantics;

import dev.sayql.sql.TableName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a team has taught about one source, beyond what its schema says. Immutable.
 *
 * @param version counts up with every change
 * @param labels for a table, the columns that name its rows to people ({@code first_name, last_name})
 * @param defaultDates for a table, the column that "last month" refers to when several could be meant
 */
public record Semantics(
        int version,
        List<Term> terms,
        List<Metric> metrics,
        Map<TableName, List<String>> labels,
        Map<TableName, String> defaultDates) {

    public Semantics {
        terms = List.copyOf(terms);
        metrics = List.copyOf(metrics);
        labels = Map.copyOf(labels);
        defaultDates = Map.copyOf(defaultDates);
    }

    public static Semantics none() {
        return new Semantics(0, List.of(), List.of(), Map.of(), Map.of());
    }

    /** What of this still has a meaning when only these tables exist. */
    public Semantics narrowedTo(Set<TableName> tables) {
        return new Semantics(
                version,
                terms.stream()
                        .filter(term -> tables.contains(term.target().table()))
                        .toList(),
                metrics.stream()
                        .map(metric -> metric.narrowedTo(tables))
                        .flatMap(Optional::stream)
                        .toList(),
                only(tables, labels),
                only(tables, defaultDates));
    }

    private static <V> Map<TableName, V> only(Set<TableName> tables, Map<TableName, V> all) {
        Map<TableName, V> kept = new HashMap<>(all);
        kept.keySet().retainAll(tables);
        return kept;
    }
}
