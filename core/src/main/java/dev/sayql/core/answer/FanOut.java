package dev.sayql.core.answer;

import dev.sayql.core.schema.Schema;
import dev.sayql.core.schema.Table;
import dev.sayql.sql.QueryShape;
import dev.sayql.sql.TableName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds sums, counts and means whose rows a join has multiplied. An aggregate over columns of one range is safe when
 * every other range is reached from it through joins that match at most one row each: joins whose keys cover a primary
 * or unique key of the range they reach. {@code MIN}, {@code MAX} and {@code DISTINCT} do not care. {@code COUNT(*)}
 * counts joined rows and is understood as such.
 */
final class FanOut {
    private static final Set<String> SENSITIVE =
            Set.of("sum", "avg", "count", "stddev", "stddev_samp", "stddev_pop", "variance", "var_samp", "var_pop");

    private FanOut() {}

    /** Whether keys say how often a row can match: of tables they do, of subqueries they do not. */
    static boolean canTell(QueryShape.Select select) {
        boolean sensitive = select.aggregates().stream().anyMatch(FanOut::isSensitive);
        return !sensitive
                || select.ranges().size() == 1
                || select.ranges().stream().allMatch(range -> range.table().isPresent());
    }

    private static boolean isSensitive(QueryShape.Aggregate aggregate) {
        return !aggregate.distinct() && !aggregate.star() && SENSITIVE.contains(aggregate.function());
    }

    static List<Caveat> in(QueryShape.Select select, Schema schema) {
        List<Caveat> caveats = new ArrayList<>();
        for (QueryShape.Aggregate aggregate : select.aggregates()) {
            if (!isSensitive(aggregate)) {
                continue;
            }
            Set<String> over = new HashSet<>();
            aggregate.columns().forEach(column -> over.add(column.alias()));
            multipliedBy(over, select, schema)
                    .ifPresent(table -> caveats.add(new Caveat(
                            Check.FAN_OUT,
                            "A row can be counted several times in " + aggregate.function() + "("
                                    + describe(aggregate) + "): the join to " + table
                                    + " can match more than one row for each.")));
        }
        return caveats;
    }

    /** The first range that multiplies the rows under an aggregate; none when no join can. */
    private static Optional<String> multipliedBy(Set<String> over, QueryShape.Select select, Schema schema) {
        if (over.isEmpty()) {
            return Optional.empty();
        }
        // The rows folded are those of any one range under the aggregate from which all others can be reached.
        Optional<String> multiplier = Optional.empty();
        for (String start : over) {
            Optional<String> unreached = firstUnreached(start, select, schema);
            if (unreached.isEmpty()) {
                return Optional.empty();
            }
            multiplier = unreached;
        }
        return multiplier;
    }

    private static Optional<String> firstUnreached(String start, QueryShape.Select select, Schema schema) {
        Map<String, QueryShape.Range> ranges = new HashMap<>();
        select.ranges().forEach(range -> ranges.put(range.alias(), range));
        Set<String> reached = new HashSet<>(Set.of(start));
        Deque<String> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            open.pop();
            for (QueryShape.Range range : select.ranges()) {
                if (!reached.contains(range.alias()) && matchesAtMostOneRow(range, reached, select, schema)) {
                    reached.add(range.alias());
                    open.push(range.alias());
                }
            }
        }
        // A subquery's rows are not known by keys; a range without any join key is a product and does multiply.
        return select.ranges().stream()
                .filter(range -> !reached.contains(range.alias()))
                .filter(range -> range.table().isPresent())
                .map(range -> range.table().map(TableName::name).orElse(range.alias()))
                .findFirst();
    }

    private static boolean matchesAtMostOneRow(
            QueryShape.Range range, Set<String> reached, QueryShape.Select select, Schema schema) {
        Optional<Table> table = range.table().flatMap(schema::table);
        if (table.isEmpty()) {
            return false;
        }
        Set<String> keyed = new HashSet<>();
        for (QueryShape.JoinKey key : select.joinKeys()) {
            addIfBetween(key.left(), key.right(), range, reached, keyed);
            addIfBetween(key.right(), key.left(), range, reached, keyed);
        }
        return table.get().isUniqueOver(keyed);
    }

    private static void addIfBetween(
            QueryShape.ColumnReference here,
            QueryShape.ColumnReference there,
            QueryShape.Range range,
            Set<String> reached,
            Set<String> keyed) {
        if (here.alias().equals(range.alias()) && reached.contains(there.alias())) {
            keyed.add(here.column());
        }
    }

    private static String describe(QueryShape.Aggregate aggregate) {
        return aggregate.columns().stream()
                .map(column -> column.alias() + "." + column.column())
                .distinct()
                .reduce((first, second) -> first + ", " + second)
                .orElse("*");
    }
}
