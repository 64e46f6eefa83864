package dev.sayql.engine;

import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.Values;
import dev.sayql.core.semantics.Metric;
import dev.sayql.sql.TableName;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Of very many things that the same words could mean, those worth weighing: in a schema of thousands of tables a word such as
 * "name" is a column of each, and a country is stored in hundreds. What stands in the tables that the question speaks of comes
 * first, then what stands in their neighbours. Enough is left to see that nothing stands out where nothing does. Where no words
 * could mean so many things, nothing is looked at and nothing changes. For one question by one thread.
 */
final class Shortlist {
    /** Of so many things that words could mean all are weighed; more than an ordinary schema has. */
    static final int MOST = 60;

    /** So many tables are what a question speaks of. */
    private static final int CENTRE = 12;

    private static final double NEXT_TO = 0.5;
    private static final double TWO_STEPS = 0.25;
    /** Whose neighbours are more is a hub: nothing is near because of it. */
    private static final int HUB = 300;

    private final Keys keys;
    private final List<Mentions> mentions;
    private final List<List<Mention.OfValue>> values;
    private final Map<TableName, Double> relevance = new HashMap<>();

    private Shortlist(List<Mentions> mentions, List<List<Mention.OfValue>> values, Keys keys) {
        this.mentions = mentions;
        this.values = values;
        this.keys = keys;
    }

    /** What is left of what was found at each token. */
    record Left(List<Mentions> mentions, List<List<Mention.OfValue>> values) {}

    /** The same, but none of the words could mean more than so many things. */
    static Left of(List<Mentions> mentions, List<List<Mention.OfValue>> values, Keys keys) {
        boolean few = mentions.stream().allMatch(Shortlist::isShort)
                && values.stream().flatMap(List::stream).allMatch(value -> isShort(value.hits()));
        if (few) {
            return new Left(mentions, values);
        }
        Shortlist list = new Shortlist(mentions, values, keys);
        list.weigh();
        return new Left(
                mentions.stream().map(list::cut).toList(),
                values.stream().map(list::cutValues).toList());
    }

    private static boolean isShort(Mentions here) {
        return here.columns().stream().allMatch(column -> isShort(column.options()))
                && here.tables().stream().allMatch(table -> isShort(table.options()))
                && here.flags().stream().allMatch(flag -> isShort(flag.columns()))
                && here.terms().stream().allMatch(term -> isShort(term.hits()))
                && isShort(here.trees())
                && isShort(here.roles())
                && isShort(here.events());
    }

    private static boolean isShort(List<?> options) {
        return options.size() <= MOST;
    }

    /** A table counts for what it is called, and for what it alone, or with few others, has. */
    private void weigh() {
        Map<TableName, Double> own = new HashMap<>();
        for (int at = 0; at < mentions.size(); at++) {
            Map<TableName, Double> here = new HashMap<>();
            addNames(mentions.get(at), here);
            for (Mention.OfValue value : values.get(at)) {
                double each = rare(value.score(), value.hits().size());
                value.hits().forEach(hit -> here.merge(hit.column().table(), each, Math::max));
            }
            here.forEach((table, weight) -> own.merge(table, weight, Double::sum));
        }
        relevance.putAll(own);
        spread(own);
    }

    private static void addNames(Mentions named, Map<TableName, Double> here) {
        for (Mention.OfTable table : named.tables()) {
            table.options()
                    .forEach(option -> here.merge(option.meaning(), 2 * option.score() * option.score(), Math::max));
        }
        for (Mention.OfColumn column : named.columns()) {
            column.options()
                    .forEach(option -> here.merge(
                            option.meaning().table(),
                            rare(option.score(), column.options().size()),
                            Math::max));
        }
        for (Mention.OfMetric metric : named.metrics()) {
            metric.metric().forms().stream()
                    .map(Metric.Form::table)
                    .forEach(table -> here.merge(table, 2.0, Math::max));
        }
        for (Mention.OfFlag flag : named.flags()) {
            double each = rare(1, flag.columns().size());
            flag.columns().forEach(column -> here.merge(column.table(), each, Math::max));
        }
    }

    private static double rare(double score, int others) {
        return score / (1 + Math.log(Math.max(1, others)));
    }

    private void spread(Map<TableName, Double> own) {
        List<Map.Entry<TableName, Double>> centre = own.entrySet().stream()
                .sorted(Map.Entry.<TableName, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(CENTRE)
                .toList();
        Map<TableName, Double> near = new HashMap<>();
        for (Map.Entry<TableName, Double> table : centre) {
            List<Keys.Edge> edges = keys.from(table.getKey());
            for (Keys.Edge edge : edges) {
                near.merge(edge.to(), NEXT_TO * table.getValue(), Math::max);
                List<Keys.Edge> further = edges.size() <= HUB ? keys.from(edge.to()) : List.of();
                if (further.size() <= HUB) {
                    further.forEach(next -> near.merge(next.to(), TWO_STEPS * table.getValue(), Math::max));
                }
            }
        }
        near.forEach((table, weight) -> relevance.merge(table, weight, Double::sum));
    }

    private double relevance(TableName table) {
        return relevance.getOrDefault(table, 0.0);
    }

    private Mentions cut(Mentions here) {
        return isShort(here)
                ? here
                : new Mentions(
                        here.columns().stream()
                                .map(column -> new Mention.OfColumn(
                                        column.start(), column.end(), bestOptions(column.options(), ColumnName::table)))
                                .toList(),
                        here.tables().stream().map(this::cut).toList(),
                        best(here.trees(), tree -> relevance(tree.best())),
                        best(here.roles(), role -> relevance(role.best())),
                        best(here.events(), event -> relevance(event.column().table())),
                        here.taught(),
                        here.metrics(),
                        here.flags().stream()
                                .map(flag -> new Mention.OfFlag(
                                        flag.start(),
                                        flag.end(),
                                        best(flag.columns(), column -> relevance(column.table())),
                                        flag.value()))
                                .toList(),
                        cutValues(here.terms()));
    }

    private Mention.OfTable cut(Mention.OfTable table) {
        return new Mention.OfTable(
                table.start(), table.end(), bestOptions(table.options(), Function.identity()), table.link());
    }

    private List<Mention.OfValue> cutValues(List<Mention.OfValue> found) {
        return found.stream()
                .map(value -> isShort(value.hits())
                        ? value
                        : new Mention.OfValue(value.start(), value.end(), bestHits(value.hits()), value.score()))
                .toList();
    }

    private List<Values.Hit> bestHits(List<Values.Hit> hits) {
        return best(hits, hit -> relevance(hit.column().table()));
    }

    /** What fits the words far better than the rest is kept wherever it stands. */
    private <T> List<Mention.Option<T>> bestOptions(List<Mention.Option<T>> options, Function<T, TableName> table) {
        return best(options, option -> 2 * option.score() + relevance(table.apply(option.meaning())));
    }

    /** The best, in the order in which they stood. Of those that are equally good one alone is never left. */
    private static <T> List<T> best(List<T> all, ToDoubleFunction<T> worth) {
        if (isShort(all)) {
            return all;
        }
        double[] worths = all.stream().mapToDouble(worth).toArray();
        List<Integer> ranked = IntStream.range(0, worths.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer place) -> -worths[place]))
                .toList();
        double last = worths[ranked.get(MOST - 1)];
        boolean cutsTie = worths[ranked.get(MOST)] == last && worths[ranked.get(MOST - 2)] != last;
        return ranked.stream()
                .limit(cutsTie ? MOST + 1 : MOST)
                .sorted()
                .map(all::get)
                .toList();
    }
}
