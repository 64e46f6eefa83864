package dev.sayql.engine;

import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.Values;
import dev.sayql.core.semantics.Aggregation;
import dev.sayql.core.semantics.Metric;
import dev.sayql.sql.TableName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Chooses which form of a metric a question means: revenue of orders, or of their items. */
final class MetricForms {
    private MetricForms() {}

    /** The first form that reaches all that the question groups and filters by, or that which misses the least. */
    static Optional<Metric.Form> best(Metric metric, List<Piece> pieces, Knowledge knowledge) {
        Optional<Metric.Form> best = Optional.empty();
        int fewest = Integer.MAX_VALUE;
        for (Metric.Form form : metric.forms()) {
            int missing = missing(form.table(), pieces, knowledge);
            if (missing < fewest && knowledge.table(form.table()).isPresent()) {
                fewest = missing;
                best = Optional.of(form);
            }
        }
        return best;
    }

    private static int missing(TableName table, List<Piece> pieces, Knowledge knowledge) {
        Set<TableName> reached = knowledge.keys().reachedToOne(table);
        int missing = 0;
        for (Piece piece : pieces) {
            missing += switch (piece) {
                case Piece.Group(Piece.Span _, List<Piece.Target> targets, var _) ->
                    (int) targets.stream()
                            .filter(target -> !reaches(target, reached))
                            .count();
                case Piece.HasValue value ->
                    value.values().getFirst().hits().stream()
                                    .map(Values.Hit::column)
                                    .map(ColumnName::table)
                                    .anyMatch(reached::contains)
                            ? 0
                            : 1;
                case Piece.HasText text ->
                    text.column().options().stream()
                                    .anyMatch(option ->
                                            reached.contains(option.meaning().table()))
                            ? 0
                            : 1;
                case Piece.Entity entity
                when !entity.table().link() -> reached.contains(entity.table().best()) ? 0 : 1;
                case Piece.Count count -> count.table().best().equals(table) ? 0 : 1;
                default -> 0;
            };
        }
        return missing;
    }

    private static boolean reaches(Piece.Target target, Set<TableName> reached) {
        return switch (target) {
            case Piece.Target.OfTable(Mention.OfTable table) -> reached.contains(table.best());
            case Piece.Target.OfColumn(Mention.OfColumn column) ->
                column.options().stream()
                        .anyMatch(option -> reached.contains(option.meaning().table()));
            default -> true;
        };
    }

    /** What the metric folds of these rows, where that is one column. */
    static Optional<ColumnName> column(Metric metric, TableName table, Knowledge knowledge) {
        return metric.forms().stream()
                .filter(form -> form.table().equals(table)
                        && form.aggregation() != Aggregation.COUNT
                        && form.aggregation() != Aggregation.COUNT_DISTINCT)
                .map(form -> new ColumnName(table, form.expression()))
                .filter(name -> knowledge.column(name).isPresent())
                .findFirst();
    }

    /** "seed requests" are such, and not how many "seeds requested" there are. */
    static boolean isThingRather(Chart chart, Mention.OfMetric metric) {
        String last = chart.token(metric.end() - 1).word();
        boolean said = Stream.concat(Stream.of(metric.metric().name()), metric.metric().synonyms().stream())
                .anyMatch(phrase -> phrase.toLowerCase(Locale.ROOT).endsWith(last));
        return !said
                && last.endsWith("s")
                && metric.end() > metric.start() + 1
                && chart.tables(metric.start()).stream()
                        .anyMatch(table -> table.end() == metric.end() && table.score() > 0.95 && !table.link());
    }
}
