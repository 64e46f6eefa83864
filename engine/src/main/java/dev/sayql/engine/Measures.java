package dev.sayql.engine;

import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.semantics.Aggregation;
import dev.sayql.core.semantics.Metric;
import dev.sayql.sql.TableName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is measured: counts, aggregates, metrics, shares. For one assembly by one thread. */
final class Measures {
    private final List<Piece> pieces;
    private final Chart chart;
    private final Knowledge knowledge;
    private final Roles roles;
    private final ColumnChoice columns;
    private final Draft draft;
    private final Doubts doubts;

    Measures(Workpiece work, ColumnChoice columns) {
        this.pieces = work.pieces();
        this.chart = work.chart();
        this.knowledge = work.knowledge();
        this.roles = work.roles();
        this.draft = work.draft();
        this.doubts = work.doubts();
        this.columns = columns;
    }

    void addMeasures(Expression.Range subject, List<Condition> where) {
        for (Piece piece : pieces) {
            switch (piece) {
                case Piece.Count(Piece.Span _, Mention.OfTable table, boolean _) -> addCount(table, subject);
                case Piece.CountColumn(Piece.Span _, Mention.OfColumn column) ->
                    columns.choose(column, found -> true)
                            .ifPresent(found -> draft.addOutput(
                                    Expression.Fold.of(
                                            Aggregation.COUNT_DISTINCT, knowledge.expression(found), subject),
                                    "number_of_" + found.column()));
                case Piece.Folds(Piece.Span _, List<Aggregation> aggregations, Piece.Target target) ->
                    aggregations.forEach(aggregation -> addFold(aggregation, target, subject));
                case Piece.Pick(Piece.Span _, Piece.Target.OfMetric(Mention.OfMetric metric), boolean _, boolean _) ->
                    addMetric(metric.metric());
                case Piece.Share(Piece.Span _, Piece.Target target, boolean partBefore) ->
                    addShare(target, partBefore, subject, where);
                case Piece.PerEach each -> addPerEach(each, subject);
                default -> {}
            }
        }
    }

    /** A fold of all rows, divided by how many things they belong to. */
    private void addPerEach(Piece.PerEach piece, Expression.Range subject) {
        boolean own = piece.each()
                .filter(table -> table.best().equals(subject.table()))
                .isPresent();
        if (own && piece.measure() instanceof Piece.Target.OfMetric(Mention.OfMetric metric)) {
            // "revenue per order, on average": the mean of what each row has.
            metricFold(metric.metric())
                    .filter(fold ->
                            fold.aggregation() == Aggregation.SUM && fold.over().isPresent())
                    .ifPresentOrElse(
                            fold -> draft.addOutput(
                                    Expression.Fold.of(
                                            Aggregation.AVERAGE, fold.over().orElseThrow(), subject),
                                    "average_" + metric.metric().name().replace(' ', '_')),
                            () -> doubts.problem("an average for each of what"));
            return;
        }
        Optional<Expression.Fold> part = switch (piece.measure()) {
            case Piece.Target.OfCount _ -> Optional.of(Expression.Fold.countOf(subject));
            case Piece.Target.OfMetric(Mention.OfMetric metric) ->
                metricFold(metric.metric()).filter(fold -> fold.aggregation() == Aggregation.SUM);
            default -> Optional.empty();
        };
        Optional<Expression> each = piece.each().isPresent()
                ? keyOf(piece.each().get().best(), subject)
                : knowledge
                        .defaultDate(subject.table())
                        .flatMap(date ->
                                piece.unit().map(unit -> new Expression.Bucket(unit, knowledge.expression(date))));
        boolean ambiguous = piece.measure() instanceof Piece.Target.OfMetric
                && piece.each()
                        .filter(table -> !knowledge.isPerson(table.best()))
                        .isPresent();
        if (part.isEmpty() || each.isEmpty() || ambiguous) {
            doubts.problem("an average for each of what");
            return;
        }
        draft.addOutput(
                new Expression.Ratio(part.get(), Expression.Fold.of(Aggregation.COUNT_DISTINCT, each.get(), subject)),
                "average");
    }

    /** What tells the things apart that rows point to. */
    private Optional<Expression> keyOf(TableName table, Expression.Range subject) {
        Optional<Path> path = knowledge.keys().pathToOne(subject.table(), table);
        doubts.doubt(
                path.filter(found -> knowledge.keys().alternatives(found) > 0).isPresent() ? 0.7 : 0);
        List<String> key =
                knowledge.table(table).map(found -> found.primaryKey()).orElse(List.of());
        return path.isPresent() && key.size() == 1
                ? Optional.of(knowledge.expression(Expression.Range.of(table), key.getFirst()))
                : Optional.empty();
    }

    private void addCount(Mention.OfTable table, Expression.Range subject) {
        if (!table.best().equals(subject.table())) {
            // Rows of another table are counted beside the subject's: only right when they are the same rows.
            doubts.problem("counts rows of two tables");
        }
        draft.addOutput(countOf(subject), "number_of_" + table.best().name());
    }

    /** Groups beyond a step to many meet a row several times: then different rows are counted. */
    Expression.Fold countOf(Expression.Range subject) {
        Set<TableName> near = knowledge.keys().reachedToOne(subject.table());
        boolean multiplied = draft.groups.stream()
                .flatMap(group -> Grouping.ranges(group).stream())
                .anyMatch(range -> !near.contains(range.table()));
        List<String> key = knowledge
                .table(subject.table())
                .map(found -> found.primaryKey())
                .orElse(List.of());
        return multiplied && key.size() == 1
                ? Expression.Fold.of(Aggregation.COUNT_DISTINCT, knowledge.expression(subject, key.getFirst()), subject)
                : Expression.Fold.countOf(subject);
    }

    private void addFold(Aggregation aggregation, Piece.Target target, Expression.Range subject) {
        switch (target) {
            case Piece.Target.OfMetric(Mention.OfMetric metric)
            when aggregation == Aggregation.SUM -> addMetric(metric.metric());
            case Piece.Target.OfMetric(Mention.OfMetric metric) -> {
                boolean sum = roles.form(metric.metric())
                        .filter(form -> form.aggregation() != Aggregation.AVERAGE)
                        .isPresent();
                if (!draft.groups.isEmpty() && (sum || aggregation != Aggregation.AVERAGE)) {
                    doubts.problem("extreme of a metric within groups");
                }
                metricExpression(metric.metric()).ifPresent(expression -> {
                    doubts.doubt(sum || aggregation != Aggregation.AVERAGE ? 0.2 : 0);
                    draft.addOutput(
                            Expression.Fold.of(aggregation, expression, subject),
                            Draft.prefix(aggregation) + metric.metric().name().replace(' ', '_'));
                });
            }
            case Piece.Target.OfColumn(Mention.OfColumn column) -> {
                boolean arithmetic = aggregation == Aggregation.SUM || aggregation == Aggregation.AVERAGE;
                columns.choose(column, found -> !arithmetic || found.dataType().isNumber())
                        .ifPresentOrElse(
                                found -> {
                                    if (aggregation == Aggregation.SUM && isForOne(found)) {
                                        doubts.problem("a sum of prices of one");
                                    }
                                    doubts.doubt(
                                            isFarFetched(column, found) || isNearerElsewhere(column, found) ? 0.65 : 0);
                                    draft.addOutput(
                                            Expression.Fold.of(aggregation, knowledge.expression(found), subject),
                                            Draft.prefix(aggregation) + found.column());
                                },
                                () -> doubts.problem("not a number"));
            }
            case Piece.Target.OfDate(Mention.OfTable table) ->
                knowledge
                        .defaultDate(table.best())
                        .ifPresentOrElse(
                                found -> draft.addOutput(
                                        Expression.Fold.of(aggregation, knowledge.expression(found), subject),
                                        Draft.prefix(aggregation) + found.column()),
                                () -> doubts.problem("no date"));
            case Piece.Target.OfCount _,
                    Piece.Target.OfFold _,
                    Piece.Target.OfTable _,
                    Piece.Target.OfAdjective _,
                    Piece.Target.OfParent _,
                    Piece.Target.OfFrequency _ -> doubts.problem("fold of a fold");
        }
    }

    /** {@code unit_price}, {@code hourly_cost}: what one piece or hour costs adds up to nothing. */
    private static boolean isForOne(ColumnName column) {
        List<String> words = NamePhrases.wordsOf(column.column(), Set.of());
        return words.size() > 1
                && words.stream()
                        .anyMatch(Set.of("unit", "hourly", "hour", "daily", "rate", "per", "each", "piece")::contains)
                && words.stream().anyMatch(Set.of("price", "cost", "rate", "fee", "wage", "charge", "pay")::contains);
    }

    /** "average price per room type": a part of a name, of something three steps from what it is grouped by. */
    private boolean isFarFetched(Mention.OfColumn mention, ColumnName chosen) {
        boolean part = mention.options().stream()
                .filter(option -> option.meaning().equals(chosen))
                .allMatch(option -> option.score() < 0.9);
        return part
                && draft.groups.stream()
                        .flatMap(group -> Grouping.ranges(group).stream())
                        .anyMatch(range -> knowledge
                                .keys()
                                .pathToOne(chosen.table(), range.table())
                                .filter(path -> path.steps().size() > 2)
                                .isPresent());
    }

    /** "discount total by region": of the items, though orders have a discount too and are nearer to the region. */
    private boolean isNearerElsewhere(Mention.OfColumn mention, ColumnName chosen) {
        if (roles.head().isPresent() || draft.groups.isEmpty()) {
            return false;
        }
        int far = stepsToGroups(chosen.table());
        return mention.options().stream()
                .filter(option -> option.score() >= 0.8
                        && !option.meaning().table().equals(chosen.table())
                        && knowledge.typeOf(option.meaning()).isNumber())
                .anyMatch(option -> {
                    int near = stepsToGroups(option.meaning().table());
                    return near > 0 && near < far;
                });
    }

    /** How many steps it is from a row of the table to all that is grouped by; 0 when one cannot be reached. */
    private int stepsToGroups(TableName table) {
        int steps = 0;
        for (Expression group : draft.groups) {
            for (Expression.Range range : Grouping.ranges(group)) {
                Optional<Path> path = knowledge.keys().pathToOne(table, range.table());
                if (path.isEmpty()) {
                    return 0;
                }
                steps += path.get().steps().size();
            }
        }
        return steps;
    }

    private void addMetric(Metric metric) {
        metricFold(metric).ifPresent(fold -> draft.addOutput(fold, metric.name().replace(' ', '_')));
    }

    Optional<Expression.Fold> metricFold(Metric metric) {
        Optional<Expression.Fold> fold = roles.form(metric).flatMap(form -> MetricExpression.fold(form, knowledge));
        if (fold.isEmpty()) {
            doubts.problem("metric cannot be computed for this");
        } else {
            draft.metrics.add(metric.name());
        }
        return fold;
    }

    Optional<Expression> metricExpression(Metric metric) {
        return roles.form(metric).flatMap(form -> MetricExpression.of(form, knowledge));
    }

    private void addShare(Piece.Target target, boolean partBefore, Expression.Range subject, List<Condition> where) {
        Optional<Expression.Fold> whole = switch (target) {
            case Piece.Target.OfMetric(Mention.OfMetric metric) -> metricFold(metric.metric());
            case Piece.Target.OfTable _, Piece.Target.OfCount _ -> Optional.of(Expression.Fold.countOf(subject));
            case Piece.Target.OfFold(Aggregation aggregation, Mention.OfColumn column) ->
                columns.choose(column, found -> found.dataType().isNumber())
                        .map(found -> Expression.Fold.of(aggregation, knowledge.expression(found), subject));
            case Piece.Target.OfColumn(Mention.OfColumn column) ->
                columns.choose(column, found -> found.dataType().isNumber())
                        .map(found -> Expression.Fold.of(Aggregation.SUM, knowledge.expression(found), subject));
            case Piece.Target.OfAdjective _,
                    Piece.Target.OfDate _,
                    Piece.Target.OfParent _,
                    Piece.Target.OfFrequency _ -> Optional.empty();
        };
        if (whole.isEmpty()) {
            doubts.problem("share of nothing");
        } else if (!draft.groups.isEmpty() && (partBefore(where, partBefore) || isToldBehind(where))) {
            // "share of cancelled orders per region", "what share was rejected for each": within each group.
            Expression.Fold all = whole.get();
            Expression.Fold some =
                    new Expression.Fold(all.aggregation(), all.over(), all.rows(), part(partBefore, where));
            draft.addOutput(new Expression.Percentage(some, Optional.of(all)), "percentage");
        } else if (!draft.groups.isEmpty()) {
            if (where.stream().anyMatch(condition -> !(condition instanceof Condition.During))) {
                doubts.problem("a share within groups, or of the groups");
            }
            draft.addOutput(new Expression.Percentage(whole.get(), Optional.empty()), "percentage");
        } else if (where.isEmpty()) {
            doubts.problem("share without a part");
        } else {
            Expression.Fold all = whole.get();
            List<Condition> part = part(partBefore, where);
            Expression.Fold some = new Expression.Fold(all.aggregation(), all.over(), all.rows(), part);
            draft.addOutput(new Expression.Percentage(some, Optional.of(all)), "percentage");
            if (!where.isEmpty()) {
                doubts.doubt(0.15);
            }
        }
    }

    /** The last condition says which part, a date only when there is nothing else; the others say of which whole. */
    private List<Condition> part(boolean partBefore, List<Condition> where) {
        if (partBefore) {
            return List.of(where.removeFirst());
        }
        int last = where.size() - 1;
        while (last > 0 && where.get(last) instanceof Condition.During) {
            last--;
        }
        int place = where.get(last) instanceof Condition.During ? where.size() - 1 : last;
        if (place > 0 && isName(where.get(place - 1), where.get(place))) {
            List<Condition> name = List.of(where.get(place - 1), where.get(place));
            where.remove(place);
            where.remove(place - 1);
            return name;
        }
        return List.of(where.remove(place));
    }

    /** Whether both are parts of what one row is called: a first and a last name. */
    private boolean isName(Condition first, Condition second) {
        return first instanceof Condition.Comparison(Expression.Column one, Operator _, Condition.Literal _)
                && second instanceof Condition.Comparison(Expression.Column two, Operator _, Condition.Literal _)
                && one.range().equals(two.range())
                && knowledge.label(one.range().table()).containsAll(List.of(one.name(), two.name()));
    }

    /** "what share of claims was rejected": the verb says that what follows is the part. */
    private boolean isToldBehind(List<Condition> where) {
        boolean told = pieces.stream()
                .anyMatch(piece -> (piece instanceof Piece.HasValue || piece instanceof Piece.Flag)
                        && chart.is(piece.span().start() - 1, "was", "were", "is", "are", "got", "get", "been")
                        && pieces.stream()
                                .anyMatch(share -> share instanceof Piece.Share
                                        && share.span().end() <= piece.span().start()));
        return told && partsOf(where) == 1;
    }

    private static long partsOf(List<Condition> where) {
        return where.stream()
                .filter(condition -> !(condition instanceof Condition.During))
                .count();
    }

    /** Whether the conditions say which part of each group is meant. */
    private static boolean partBefore(List<Condition> where, boolean partBefore) {
        return partBefore && partsOf(where) == 1 && !(where.getFirst() instanceof Condition.During);
    }
}
