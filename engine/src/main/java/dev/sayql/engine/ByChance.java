package dev.sayql.engine;

import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.Values;
import dev.sayql.core.semantics.Metric;
import dev.sayql.sql.TableName;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Whether a table is one of very many that the words of a question fit equally well: "how many are active", where hundreds of
 * tables have a status. An answer from one of them would be right by chance only. For one question.
 */
final class ByChance {
    /** What is noted of such a reading. */
    static final String PROBLEM = "one of very many tables";

    /** Equals beyond these are very many; up to here the doubts about the nearest of them are enough. */
    private static final int MOST = 12;

    private static final int SHOWN = 5;

    private final TableName table;
    private final Chart chart;
    private final Set<TableName> equals = new TreeSet<>();
    private boolean pinned;

    private ByChance(TableName table, Chart chart) {
        this.table = table;
        this.chart = chart;
        for (int at = 0; at < chart.size(); at++) {
            addTables(at);
            addOthers(at);
        }
    }

    /** The first of the tables that are meant as much; none when some words of the question mean this one or few others. */
    static List<TableName> equalsOf(TableName table, Chart chart) {
        ByChance chance = new ByChance(table, chart);
        return chance.pinned ? List.of() : chance.equals.stream().limit(SHOWN).toList();
    }

    /** Whether the question itself calls the rows by a name of theirs. */
    static boolean isNamed(TableName table, Chart chart) {
        for (int at = 0; at < chart.size(); at++) {
            if (chart.tables(at).stream()
                    .flatMap(named -> named.options().stream())
                    .anyMatch(option -> option.meaning().equals(table))) {
                return true;
            }
        }
        return false;
    }

    private void addTables(int at) {
        chart.tables(at).forEach(named -> addOptions(named.options(), Function.identity()));
        chart.columns(at).forEach(named -> addOptions(named.options(), ColumnName::table));
    }

    private void addOthers(int at) {
        chart.values(at)
                .forEach(value ->
                        add(value.hits().stream().map(Values.Hit::column).toList()));
        chart.flags(at).forEach(flag -> add(flag.columns()));
        add(chart.events(at).stream().map(Mention.OfEvent::column).toList());
        add(chart.taught(at).stream().map(Mention.OfTaught::column).toList());
        addSet(chart.roles(at).stream().map(Mention.OfTable::best).collect(Collectors.toSet()));
        addSet(chart.trees(at).stream().map(Mention.OfTable::best).collect(Collectors.toSet()));
        chart.metrics(at)
                .forEach(named -> addSet(
                        named.metric().forms().stream().map(Metric.Form::table).collect(Collectors.toSet())));
    }

    /** Those that are called so no less than the table is. */
    private <T> void addOptions(List<Mention.Option<T>> options, Function<T, TableName> tableOf) {
        double own = options.stream()
                .filter(option -> tableOf.apply(option.meaning()).equals(table))
                .mapToDouble(Mention.Option::score)
                .max()
                .orElse(Double.MAX_VALUE);
        addSet(options.stream()
                .filter(option -> option.score() >= own)
                .map(option -> tableOf.apply(option.meaning()))
                .collect(Collectors.toSet()));
    }

    private void add(List<ColumnName> columns) {
        addSet(columns.stream().map(ColumnName::table).collect(Collectors.toSet()));
    }

    private void addSet(Set<TableName> meant) {
        if (meant.contains(table)) {
            pinned |= meant.size() <= MOST;
            equals.addAll(meant);
        }
    }
}
