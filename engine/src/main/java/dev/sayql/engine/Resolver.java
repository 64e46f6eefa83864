package dev.sayql.engine;

import dev.sayql.core.schema.Column;
import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.Values;
import dev.sayql.sql.TableName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Chooses among the columns and values that words could mean: those of the table that the question is about before those
 * of tables it mentions, those before near ones, near ones before far ones.
 */
final class Resolver {
    private static final double UNREACHABLE = -100;

    /**
     * A choice.
     *
     * @param margin how much better than the next choice it fits; at least 1 when there is no other
     */
    record Choice<T>(T value, double margin) {}

    private final Knowledge knowledge;
    private final Set<TableName> mentioned;
    private final Map<TableName, Double> nearness = new HashMap<>();
    private final Optional<TableName> subject;

    Resolver(Knowledge knowledge, Optional<TableName> subject, Set<TableName> mentioned) {
        this.knowledge = knowledge;
        this.subject = subject;
        this.mentioned = Set.copyOf(mentioned);
    }

    Optional<Choice<ColumnName>> column(Mention.OfColumn mention, Predicate<Column> wanted) {
        Map<ColumnName, Double> scores = new HashMap<>();
        for (Mention.Option<ColumnName> option : mention.options()) {
            if (knowledge.column(option.meaning()).filter(wanted).isPresent()) {
                boolean main = option.score() < 0.9
                        && knowledge
                                .ownMeasure(option.meaning().table())
                                .filter(option.meaning()::equals)
                                .isPresent();
                double score = option.score() + nearness(option.meaning().table()) + (main ? 0.12 : 0);
                scores.merge(option.meaning(), score, Math::max);
            }
        }
        return best(scores);
    }

    /** The column in which all of the values stand, and the values as stored there. */
    Optional<Choice<List<Values.Hit>>> values(List<Mention.OfValue> mentions) {
        Map<ColumnName, Double> scores = new HashMap<>();
        Map<TableName, ColumnName> names = namesAmong(mentions.getFirst().hits());
        for (Values.Hit hit : mentions.getFirst().hits()) {
            boolean all = mentions.stream()
                    .allMatch(mention -> mention.hits().stream()
                            .anyMatch(other -> other.column().equals(hit.column())));
            if (all && !pointsTo(hit.column(), names)) {
                double label = knowledge
                                .label(hit.column().table())
                                .contains(hit.column().column())
                        ? 0.1
                        : 0;
                scores.merge(hit.column(), nearness(hit.column().table()) + label, Math::max);
            }
        }
        return best(scores).map(choice -> new Choice<>(hitsIn(choice.value(), mentions), choice.margin()));
    }

    /** A code that points to a row that is called the same says no more than that row's name, nor does the row's own code. */
    private boolean pointsTo(ColumnName column, Map<TableName, ColumnName> names) {
        Stream<TableName> named = Stream.concat(
                knowledge.pointedTo(column).stream(), isOwnKey(column) ? Stream.of(column.table()) : Stream.empty());
        return named.map(names::get).anyMatch(name -> name != null && !name.equals(column));
    }

    private boolean isOwnKey(ColumnName column) {
        return knowledge.isUnique(column.table(), List.of(column.column()))
                && !knowledge.label(column.table()).contains(column.column());
    }

    /** For each table, its only label, where the value stands in it. */
    private Map<TableName, ColumnName> namesAmong(List<Values.Hit> hits) {
        Map<TableName, ColumnName> names = new HashMap<>();
        for (Values.Hit hit : hits) {
            ColumnName column = hit.column();
            if (knowledge.label(column.table()).equals(List.of(column.column()))) {
                names.put(column.table(), column);
            }
        }
        return names;
    }

    private static List<Values.Hit> hitsIn(ColumnName column, List<Mention.OfValue> mentions) {
        List<Values.Hit> hits = new ArrayList<>();
        for (Mention.OfValue mention : mentions) {
            mention.hits().stream()
                    .filter(hit -> hit.column().equals(column))
                    .distinct()
                    .forEach(hits::add);
        }
        return hits.stream().distinct().toList();
    }

    Optional<Choice<TableName>> table(Mention.OfTable mention) {
        Map<TableName, Double> scores = new HashMap<>();
        mention.options()
                .forEach(option -> scores.merge(
                        option.meaning(), 2 * option.score() + 0.2 * nearness(option.meaning()), Math::max));
        return best(scores);
    }

    /** How doubtful it is that a column of this table is meant: nothing for what the question mentions. */
    double remoteness(TableName table) {
        if (mentioned.contains(table) || subject.filter(table::equals).isPresent() || mentioned.isEmpty()) {
            return 0;
        }
        return subject.flatMap(from -> knowledge.keys().path(from, table))
                .map(path -> 0.06 * path.steps().size() + (path.isToMany() ? 0.15 : 0))
                .orElse(0.0);
    }

    /** Whether the question is about rows of this table. */
    boolean isSubject(TableName table) {
        return subject.filter(table::equals).isPresent();
    }

    boolean isNumber(ColumnName column) {
        return knowledge.typeOf(column).isNumber();
    }

    double nearness(TableName table) {
        return nearness.computeIfAbsent(table, this::measureNearness);
    }

    private double measureNearness(TableName table) {
        if (subject.isEmpty()) {
            return mentioned.contains(table) ? 0.4 : 0;
        }
        if (subject.get().equals(table)) {
            return 0.6;
        }
        double bonus = mentioned.contains(table) ? 0.45 : 0;
        return knowledge
                .keys()
                .path(subject.get(), table)
                .map(path -> bonus - 0.15 * path.steps().size() - (path.isToMany() ? 0.1 : 0))
                .orElse(UNREACHABLE);
    }

    private static <T extends Comparable<? super T>> Optional<Choice<T>> best(Map<T, Double> scores) {
        List<Map.Entry<T, Double>> ranked = scores.entrySet().stream()
                .filter(entry -> entry.getValue() > UNREACHABLE / 2)
                .sorted(Comparator.comparingDouble((Map.Entry<T, Double> entry) -> -entry.getValue())
                        .thenComparing(Map.Entry::getKey))
                .toList();
        if (ranked.isEmpty()) {
            return Optional.empty();
        }
        double margin = ranked.size() == 1
                ? 1
                : ranked.getFirst().getValue() - ranked.get(1).getValue();
        return Optional.of(new Choice<>(ranked.getFirst().getKey(), margin));
    }
}
