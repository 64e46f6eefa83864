package dev.sayql.engine;

import dev.sayql.core.schema.Column;
import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.DataType;
import dev.sayql.core.semantics.Aggregation;
import dev.sayql.core.semantics.Metric;
import dev.sayql.sql.TableName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Builds one query from one row of pieces. What does not fit is noted as a problem, and the rest is still built, so that
 * there is a best guess to measure; only a query without problems is ever an answer. For one use by one thread.
 */
final class Assembly {

    /**
     * What came of a reading.
     *
     * @param doubt how much was guessed; 0 when every choice was clear
     * @param problems why this is no answer; empty when it is one
     */
    record Built(Query query, double doubt, List<String> problems, Set<String> metrics, Resolver resolver) {}

    private final List<Piece> pieces;
    private final Knowledge knowledge;
    private final Roles roles;
    private final Resolver resolver;
    private final Filters filters;
    private final Doubts doubts = new Doubts();
    private final List<Query.Output> outputs = new ArrayList<>();
    private final List<Expression> groups = new ArrayList<>();
    private final List<Query.Having> having = new ArrayList<>();
    private final List<Query.Order> order = new ArrayList<>();
    private final Set<String> metrics = new LinkedHashSet<>();
    private OptionalInt limit = OptionalInt.empty();
    private boolean distinct;

    private Assembly(List<Piece> pieces, Chart chart, Knowledge knowledge) {
        this.pieces = pieces;
        this.knowledge = knowledge;
        this.roles = Roles.of(pieces, knowledge);
        this.resolver = new Resolver(knowledge, roles.rows(), roles.mentioned());
        this.filters = new Filters(pieces, chart, knowledge, roles, resolver, doubts);
    }

    static Optional<Built> of(List<Piece> pieces, Chart chart, Knowledge knowledge) {
        Assembly assembly = new Assembly(Normalisation.of(pieces, knowledge), chart, knowledge);
        return assembly.roles.rows().map(assembly::build);
    }

    private Built build(TableName rows) {
        Expression.Range subject = Expression.Range.of(rows);
        roles.problems().forEach(doubts::problem);
        pieces.stream().filter(Piece.Unknown.class::isInstance).forEach(piece -> doubts.problem("unknown word"));
        addGroups();
        List<Condition> where = filters.conditions(subject);
        addMeasures(subject, where);
        if (outputs.stream().noneMatch(output -> output.expression().isFolded())) {
            addListing(subject);
        }
        addRanking(subject);
        addHaving();
        addSorting(subject);
        checkShape(subject, where);
        Query query = new Query(subject, outputs, where, groups, having, order, limit, distinct);
        return new Built(query, doubts.doubt(), doubts.problems(), metrics, resolver);
    }

    // --- what it is grouped by

    private void addGroups() {
        for (Piece piece : pieces) {
            switch (piece) {
                case Piece.Group group when isOverAll(group) -> {}
                case Piece.Group group -> group.targets().forEach(this::addGroup);
                case Piece.GroupByTime(Piece.Span _, TimeUnit unit, var column) -> addTimeGroup(unit, column);
                case Piece.Entity entity when roles.isGroup(entity) -> addEntityGroup(entity.table());
                case Piece.Pick(Piece.Span _, Piece.Target.OfTable(Mention.OfTable table), boolean _, boolean beside)
                when roles.picksAreGroups() && !beside -> addEntityGroup(table);
                case Piece.Pick(Piece.Span _, Piece.Target.OfColumn(Mention.OfColumn column), boolean _, boolean _)
                when roles.picksAreGroups() -> choose(column, found -> true).ifPresent(this::addColumnGroup);
                default -> {}
            }
        }
    }

    /** "average rate across regions": over all of the rows themselves. */
    private boolean isOverAll(Piece.Group group) {
        boolean itself = group.targets().getFirst() instanceof Piece.Target.OfTable(Mention.OfTable table)
                && roles.rows().filter(table.best()::equals).isPresent();
        boolean means = pieces.stream()
                .filter(Roles::isMeasure)
                .allMatch(piece -> piece instanceof Piece.Folds(Piece.Span _, var aggregations, Piece.Target.OfColumn _)
                        && aggregations.stream().allMatch(Aggregation.AVERAGE::equals));
        boolean each = group.manner() == Piece.Group.Manner.EACH;
        return itself && (group.manner() == Piece.Group.Manner.ACROSS || (means && !each));
    }

    private void addGroup(Piece.Target target) {
        switch (target) {
            case Piece.Target.OfColumn(Mention.OfColumn column) ->
                choose(column, found -> true).ifPresent(this::addColumnGroup);
            case Piece.Target.OfTable(Mention.OfTable table) -> addEntityGroup(table);
            case Piece.Target.OfMetric _,
                    Piece.Target.OfCount _,
                    Piece.Target.OfFold _,
                    Piece.Target.OfAdjective _,
                    Piece.Target.OfDate _,
                    Piece.Target.OfParent _,
                    Piece.Target.OfFrequency _ -> doubts.problem("grouped by a measure");
        }
    }

    private void addColumnGroup(ColumnName column) {
        Expression.Column expression = knowledge.expression(column);
        boolean moment =
                expression.type() == DataType.TIMESTAMP || expression.type() == DataType.TIMESTAMP_WITH_TIME_ZONE;
        Expression group = moment ? new Expression.Bucket(TimeUnit.DAY, expression) : expression;
        if (!groups.contains(group)) {
            groups.add(group);
            outputs.add(new Query.Output(group, column.column()));
        }
    }

    private void addTimeGroup(TimeUnit unit, Optional<Mention.OfColumn> named) {
        Optional<ColumnName> column = named.isPresent()
                ? choose(named.get(), found -> found.dataType().isDate())
                : roles.rows().flatMap(knowledge::defaultDate);
        if (column.isEmpty()) {
            doubts.problem("no date to group by");
            return;
        }
        Expression bucket = new Expression.Bucket(unit, knowledge.expression(column.get()));
        groups.add(bucket);
        outputs.add(new Query.Output(bucket, unit.sql()));
        order.add(new Query.Order(bucket, false));
    }

    private void addEntityGroup(Mention.OfTable mention) {
        TableName table = mention.best();
        List<String> label = knowledge.label(table);
        List<String> shown = label.isEmpty()
                ? knowledge.table(table).map(found -> found.primaryKey()).orElse(List.of())
                : label;
        if (shown.isEmpty()) {
            doubts.problem("no name to group by");
        }
        boolean pickedAlready = groups.stream()
                .anyMatch(group -> group instanceof Expression.Column column
                        && column.range().table().equals(table));
        if (!knowledge.isUnique(table, label) && !label.isEmpty()) {
            // Two rows can share a name; they stay two groups.
            knowledge
                    .table(table)
                    .ifPresent(found -> found.primaryKey().forEach(key -> {
                        Expression expression = knowledge.expression(new ColumnName(table, key));
                        if (!groups.contains(expression)) {
                            groups.add(expression);
                        }
                    }));
        }
        for (String name : shown) {
            Expression expression = knowledge.expression(new ColumnName(table, name));
            if (!groups.contains(expression) && !(pickedAlready && roles.picksAreGroups())) {
                groups.add(expression);
                outputs.add(new Query.Output(expression, name));
            }
        }
    }

    // --- what is measured

    private void addMeasures(Expression.Range subject, List<Condition> where) {
        for (Piece piece : pieces) {
            switch (piece) {
                case Piece.Count(Piece.Span _, Mention.OfTable table, boolean _) -> addCount(table, subject);
                case Piece.CountColumn(Piece.Span _, Mention.OfColumn column) ->
                    choose(column, found -> true)
                            .ifPresent(found -> addOutput(
                                    Expression.Fold.of(
                                            Aggregation.COUNT_DISTINCT, knowledge.expression(found), subject),
                                    "number_of_" + found.column()));
                case Piece.Folds(Piece.Span _, List<Aggregation> aggregations, Piece.Target target) ->
                    aggregations.forEach(aggregation -> addFold(aggregation, target, subject));
                case Piece.Pick(Piece.Span _, Piece.Target.OfMetric(Mention.OfMetric metric), boolean _, boolean _) ->
                    addMetric(metric.metric());
                case Piece.Share(Piece.Span _, Piece.Target target) -> addShare(target, subject, where);
                default -> {}
            }
        }
    }

    private void addOutput(Expression expression, String name) {
        if (outputs.stream().noneMatch(output -> output.expression().equals(expression))) {
            outputs.add(new Query.Output(expression, name));
        }
    }

    private void addCount(Mention.OfTable table, Expression.Range subject) {
        if (!table.best().equals(subject.table())) {
            // Rows of another table are counted beside the subject's: only right when they are the same rows.
            doubts.problem("counts rows of two tables");
        }
        addOutput(countOf(subject), "number_of_" + table.best().name());
    }

    /** Groups beyond a step to many meet a row several times: then different rows are counted. */
    private Expression.Fold countOf(Expression.Range subject) {
        Set<TableName> near = knowledge.keys().reachedToOne(subject.table());
        boolean multiplied = groups.stream()
                .flatMap(group -> ranges(group).stream())
                .anyMatch(range -> !near.contains(range.table()));
        List<String> key = knowledge
                .table(subject.table())
                .map(found -> found.primaryKey())
                .orElse(List.of());
        return multiplied && key.size() == 1
                ? Expression.Fold.of(Aggregation.COUNT_DISTINCT, knowledge.expression(subject, key.getFirst()), subject)
                : Expression.Fold.countOf(subject);
    }

    private static List<Expression.Range> ranges(Expression expression) {
        return switch (expression) {
            case Expression.Column column -> List.of(column.range());
            case Expression.Bucket(TimeUnit _, Expression date) -> ranges(date);
            case Expression.Arithmetic(char _, Expression left, Expression right) -> {
                List<Expression.Range> both = new ArrayList<>(ranges(left));
                both.addAll(ranges(right));
                yield both;
            }
            case Expression.Fold fold -> fold.over().map(Assembly::ranges).orElse(List.of(fold.rows()));
            case Expression.Percentage(Expression.Fold part, var _) -> ranges(part);
            case Expression.Constant _ -> List.of();
        };
    }

    /** Whether the conditions name one row of the subject by its label. */
    private boolean isPinned(List<Condition> where, Expression.Range subject) {
        Set<String> fixed = new HashSet<>();
        fixedColumns(where).stream()
                .filter(column -> column.range().equals(subject))
                .forEach(column -> fixed.add(column.name()));
        List<String> label = knowledge.label(subject.table());
        return (!label.isEmpty() && fixed.containsAll(label))
                || knowledge.isUnique(subject.table(), List.copyOf(fixed));
    }

    private static Set<Expression.Column> fixedColumns(List<Condition> where) {
        Set<Expression.Column> fixed = new HashSet<>();
        for (Condition condition : where) {
            if (condition instanceof Condition.Comparison(Expression.Column column, Operator operator, var _)
                    && operator == Operator.EQUAL) {
                fixed.add(column);
            }
        }
        return fixed;
    }

    private boolean showsOnlyTheAsked(List<Condition> where) {
        Set<Expression.Column> fixed = fixedColumns(where);
        return !outputs.isEmpty()
                && outputs.stream()
                        .allMatch(output ->
                                output.expression() instanceof Expression.Column column && fixed.contains(column));
    }

    /** "how many companies are headquartered in …": a column behind a count that nothing joins to it is no group. */
    private boolean groupsByChance() {
        int measure = -1;
        for (int index = 0; index < pieces.size(); index++) {
            Piece piece = pieces.get(index);
            if (piece instanceof Piece.Count) {
                measure = index;
            }
            boolean pick = piece instanceof Piece.Pick(Piece.Span _, Piece.Target.OfColumn _, boolean _, boolean _);
            if (pick && measure >= 0) {
                boolean joined = pieces.subList(measure, index).stream()
                        .anyMatch(between -> between instanceof Piece.Filler(Piece.Span _, boolean joint) && joint);
                return !joined;
            }
        }
        return false;
    }

    /** A query that mixes folds and single rows, or multiplies rows under a fold, is no answer. */
    private void checkShape(Expression.Range subject, List<Condition> where) {
        boolean folded = outputs.stream().anyMatch(output -> output.expression().isFolded())
                || order.stream().anyMatch(key -> key.expression().isFolded())
                || !having.isEmpty();
        boolean loose = outputs.stream()
                .map(Query.Output::expression)
                .anyMatch(expression -> !expression.isFolded() && !groups.contains(expression));
        if (folded && loose) {
            doubts.problem("folds beside single rows");
        }
        if (!folded && !groups.isEmpty()) {
            doubts.problem("grouped without a measure");
        }
        Set<TableName> near = knowledge.keys().reachedToOne(subject.table());
        boolean far = outputs.stream()
                .flatMap(output -> ranges(output.expression()).stream())
                .anyMatch(range -> !near.contains(range.table()));
        boolean distinctOnly = outputs.stream()
                .map(Query.Output::expression)
                .filter(Expression::isFolded)
                .allMatch(expression -> expression instanceof Expression.Fold fold
                        && (fold.aggregation() == Aggregation.COUNT_DISTINCT
                                || fold.aggregation() == Aggregation.MINIMUM
                                || fold.aggregation() == Aggregation.MAXIMUM));
        boolean unasked = outputs.stream()
                .flatMap(output -> ranges(output.expression()).stream())
                .anyMatch(range ->
                        !near.contains(range.table()) && !roles.mentioned().contains(range.table()));
        if (!folded && unasked) {
            doubts.doubt(0.7);
        }
        boolean bare = !folded && roles.head().isEmpty() && !roles.hasPicks();
        doubts.doubt(bare && pieces.stream().noneMatch(Piece.Kin.class::isInstance) ? 0.15 : 0);
        doubts.doubt(groupsByChance() ? 0.7 : 0);
        boolean pinned = isPinned(where, subject);
        distinct &= !pinned;
        if (!folded && showsOnlyTheAsked(where)) {
            doubts.problem("shows only what the question says");
        }
        boolean numbers = distinct
                && outputs.stream()
                        .anyMatch(output -> output.expression() instanceof Expression.Column column
                                && column.type().isNumber()
                                && !column.name().contains("id"));
        doubts.doubt(numbers && roles.head().isEmpty() ? 0.7 : 0);
        boolean hidden = order.stream()
                .anyMatch(key ->
                        outputs.stream().noneMatch(output -> output.expression().equals(key.expression())));
        if (distinct && hidden) {
            doubts.problem("different rows in an order that they do not show");
        }
        if (folded && far && !distinctOnly) {
            doubts.problem("rows multiplied under a fold");
        }
    }

    private void addFold(Aggregation aggregation, Piece.Target target, Expression.Range subject) {
        switch (target) {
            case Piece.Target.OfMetric(Mention.OfMetric metric)
            when aggregation == Aggregation.SUM -> addMetric(metric.metric());
            case Piece.Target.OfMetric(Mention.OfMetric metric) -> {
                if (!groups.isEmpty() && aggregation != Aggregation.AVERAGE) {
                    doubts.problem("extreme of a metric within groups");
                }
                metricExpression(metric.metric()).ifPresent(expression -> {
                    doubts.doubt(0.2);
                    addOutput(
                            Expression.Fold.of(aggregation, expression, subject),
                            prefix(aggregation) + metric.metric().name().replace(' ', '_'));
                });
            }
            case Piece.Target.OfColumn(Mention.OfColumn column) -> {
                boolean arithmetic = aggregation == Aggregation.SUM || aggregation == Aggregation.AVERAGE;
                choose(column, found -> !arithmetic || found.dataType().isNumber())
                        .ifPresentOrElse(
                                found -> addOutput(
                                        Expression.Fold.of(aggregation, knowledge.expression(found), subject),
                                        prefix(aggregation) + found.column()),
                                () -> doubts.problem("not a number"));
            }
            case Piece.Target.OfDate(Mention.OfTable table) ->
                knowledge
                        .defaultDate(table.best())
                        .ifPresentOrElse(
                                found -> addOutput(
                                        Expression.Fold.of(aggregation, knowledge.expression(found), subject),
                                        prefix(aggregation) + found.column()),
                                () -> doubts.problem("no date"));
            case Piece.Target.OfCount _,
                    Piece.Target.OfFold _,
                    Piece.Target.OfTable _,
                    Piece.Target.OfAdjective _,
                    Piece.Target.OfParent _,
                    Piece.Target.OfFrequency _ -> doubts.problem("fold of a fold");
        }
    }

    private static String prefix(Aggregation aggregation) {
        return switch (aggregation) {
            case AVERAGE -> "average_";
            case SUM -> "total_";
            case MINIMUM -> "minimum_";
            case MAXIMUM -> "maximum_";
            case COUNT, COUNT_DISTINCT -> "number_of_";
        };
    }

    private void addMetric(Metric metric) {
        metricFold(metric).ifPresent(fold -> addOutput(fold, metric.name().replace(' ', '_')));
    }

    private Optional<Expression.Fold> metricFold(Metric metric) {
        Optional<Metric.Form> form = roles.form(metric);
        Optional<Expression> expression = metricExpression(metric);
        if (form.isEmpty() || expression.isEmpty()) {
            doubts.problem("metric cannot be computed for this");
            return Optional.empty();
        }
        metrics.add(metric.name());
        return Optional.of(Expression.Fold.of(
                form.get().aggregation(),
                expression.get(),
                Expression.Range.of(form.get().table())));
    }

    private Optional<Expression> metricExpression(Metric metric) {
        return roles.form(metric).flatMap(form -> MetricExpression.of(form, knowledge));
    }

    private void addShare(Piece.Target target, Expression.Range subject, List<Condition> where) {
        Optional<Expression.Fold> whole = switch (target) {
            case Piece.Target.OfMetric(Mention.OfMetric metric) -> metricFold(metric.metric());
            case Piece.Target.OfTable _, Piece.Target.OfCount _ -> Optional.of(Expression.Fold.countOf(subject));
            case Piece.Target.OfFold(Aggregation aggregation, Mention.OfColumn column) ->
                choose(column, found -> found.dataType().isNumber())
                        .map(found -> Expression.Fold.of(aggregation, knowledge.expression(found), subject));
            case Piece.Target.OfColumn(Mention.OfColumn column) ->
                choose(column, found -> found.dataType().isNumber())
                        .map(found -> Expression.Fold.of(Aggregation.SUM, knowledge.expression(found), subject));
            case Piece.Target.OfAdjective _,
                    Piece.Target.OfDate _,
                    Piece.Target.OfParent _,
                    Piece.Target.OfFrequency _ -> Optional.empty();
        };
        if (whole.isEmpty()) {
            doubts.problem("share of nothing");
        } else if (!groups.isEmpty()) {
            addOutput(new Expression.Percentage(whole.get(), Optional.empty()), "percentage");
        } else if (where.isEmpty()) {
            doubts.problem("share without a part");
        } else {
            // The last condition says which part; those before it say of which whole.
            Expression.Fold all = whole.get();
            Condition part = where.removeLast();
            Expression.Fold some = new Expression.Fold(all.aggregation(), all.over(), all.rows(), List.of(part));
            addOutput(new Expression.Percentage(some, Optional.of(all)), "percentage");
            if (!where.isEmpty()) {
                doubts.doubt(0.15);
            }
        }
    }

    // --- what is listed

    private void addListing(Expression.Range subject) {
        if (!groups.isEmpty()) {
            if (roles.rankMeasure().isEmpty() && having.isEmpty() && !filters.hasGroupFilters()) {
                doubts.doubt(0.3);
            }
            return;
        }
        boolean companionsOnly = pieces.stream()
                .filter(Piece.Pick.class::isInstance)
                .findFirst()
                .filter(first -> ((Piece.Pick) first).beside())
                .isPresent();
        if (companionsOnly) {
            addLabel(subject);
        }
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Pick pick) {
                addPick(pick, subject);
            }
        }
        if (outputs.isEmpty()) {
            addLabel(subject);
        } else if (roles.head().isEmpty() && !showsKey(subject)) {
            distinct = true;
        }
    }

    private void addPick(Piece.Pick pick, Expression.Range subject) {
        switch (pick.target()) {
            case Piece.Target.OfColumn(Mention.OfColumn column) -> {
                choose(column, found -> true)
                        .ifPresent(found -> addOutput(knowledge.expression(found), found.column()));
                distinct |= pick.distinct();
            }
            case Piece.Target.OfTable(Mention.OfTable table) ->
                addCompanion(Expression.Range.of(table.best()), subject);
            case Piece.Target.OfParent(Mention.OfTable table) ->
                addCompanion(new Expression.Range(table.best(), 1), subject);
            case Piece.Target.OfAdjective(English.Adjective adjective) ->
                knowledge
                        .graded(subject.table(), adjective)
                        .ifPresentOrElse(
                                found -> addOutput(knowledge.expression(found), found.column()),
                                () -> doubts.problem("nothing to grade"));
            case Piece.Target.OfMetric _,
                    Piece.Target.OfCount _,
                    Piece.Target.OfFold _,
                    Piece.Target.OfDate _,
                    Piece.Target.OfFrequency _ -> doubts.problem("a measure among rows");
        }
    }

    /** What each row points to, by its label: "with its category". */
    private void addCompanion(Expression.Range range, Expression.Range subject) {
        boolean parent = range.number() > 0;
        boolean reached = parent
                ? range.table().equals(subject.table())
                        && knowledge.keys().toParent(subject.table()).isPresent()
                : knowledge.keys().reachedToOne(subject.table()).contains(range.table());
        List<String> label = knowledge.label(range.table());
        if (!reached || label.isEmpty()) {
            doubts.problem("a companion that is not one");
            return;
        }
        label.forEach(name -> addOutput(
                knowledge.expression(range, name),
                outputs.stream().anyMatch(output -> output.name().equals(name))
                        ? (parent ? "parent_" : range.table().name() + "_") + name
                        : name));
    }

    private boolean showsKey(Expression.Range subject) {
        List<String> shown = outputs.stream()
                .map(Query.Output::expression)
                .filter(Expression.Column.class::isInstance)
                .map(Expression.Column.class::cast)
                .filter(column -> column.range().equals(subject))
                .map(Expression.Column::name)
                .toList();
        return knowledge.isUnique(subject.table(), shown);
    }

    private void addLabel(Expression.Range subject) {
        List<String> label = knowledge.label(subject.table());
        List<String> names = label.isEmpty()
                ? knowledge.table(subject.table()).stream()
                        .flatMap(table -> table.columns().stream())
                        .map(Column::name)
                        .toList()
                : label;
        names.forEach(name -> addOutput(knowledge.expression(subject, name), name));
    }

    // --- in which order

    private void addRanking(Expression.Range subject) {
        for (Piece piece : pieces) {
            if (!(piece instanceof Piece.Rank(Piece.Span _, boolean ascending, int count, var target))) {
                continue;
            }
            if (limit.isPresent() && count > 1 && limit.getAsInt() > 1) {
                doubts.problem("ranked twice");
            }
            limit = OptionalInt.of(Math.max(count, limit.orElse(1)));
            if (target.isPresent()) {
                rankBy(target.get(), !ascending, subject);
            } else if (roles.sortTarget().isPresent()) {
                rankBy(roles.sortTarget().get(), !ascending, subject);
            } else if (!groups.isEmpty() && lastFold().isPresent()) {
                order.clear();
                order.add(new Query.Order(lastFold().get(), !ascending));
            } else if (!roles.ranksElsewhere(piece)) {
                doubts.problem("ranked by nothing");
            }
        }
    }

    private Optional<Expression> lastFold() {
        return outputs.reversed().stream()
                .map(Query.Output::expression)
                .filter(Expression::isFolded)
                .findFirst();
    }

    private void rankBy(Piece.Target target, boolean descending, Expression.Range subject) {
        orderKey(target, subject)
                .ifPresentOrElse(
                        key -> {
                            order.clear();
                            order.add(new Query.Order(key, falls(target, key, descending)));
                            showOrderKey(key);
                        },
                        () -> doubts.problem("ranked by something unknown"));
    }

    /** An adjective knows its own direction, and for dates another one than for numbers: the oldest has the first date. */
    private static boolean falls(Piece.Target target, Expression key, boolean otherwise) {
        if (!(target instanceof Piece.Target.OfAdjective(English.Adjective adjective))) {
            return otherwise;
        }
        boolean number =
                key instanceof Expression.Column column && column.type().isNumber();
        return (number || adjective.date() == 0) ? !adjective.ascending() : adjective.date() > 0;
    }

    /** The number by which things are ranked is shown, unless the question says which columns it wants. */
    private void showOrderKey(Expression key) {
        if (!roles.hasPicks()) {
            addOutput(key, nameOf(key));
        }
    }

    private String nameOf(Expression key) {
        return switch (key) {
            case Expression.Column column -> column.name();
            case Expression.Fold fold
            when Query.isCount(fold) -> "number_of_" + fold.rows().table().name();
            case Expression.Fold fold
            when fold.over().orElseThrow() instanceof Expression.Column column ->
                prefix(fold.aggregation()) + column.name();
            case Expression.Fold _,
                    Expression.Percentage _,
                    Expression.Arithmetic _,
                    Expression.Bucket _,
                    Expression.Constant _ ->
                metrics.stream().findFirst().orElse("value").replace(' ', '_');
        };
    }

    private Optional<Expression> orderKey(Piece.Target target, Expression.Range subject) {
        return switch (target) {
            case Piece.Target.OfMetric(Mention.OfMetric metric) ->
                metricFold(metric.metric()).map(fold -> fold);
            case Piece.Target.OfCount(Mention.OfTable table) -> countKey(table, subject);
            case Piece.Target.OfFold(Aggregation aggregation, Mention.OfColumn column) ->
                choose(column, found -> found.dataType().isNumber())
                        .map(found -> Expression.Fold.of(aggregation, knowledge.expression(found), subject));
            case Piece.Target.OfColumn(Mention.OfColumn column) -> columnKey(column, subject);
            case Piece.Target.OfAdjective(English.Adjective adjective) ->
                knowledge.graded(subject.table(), adjective).map(knowledge::expression);
            case Piece.Target.OfFrequency() -> {
                if (groups.isEmpty()) {
                    doubts.problem("frequency of what");
                }
                yield Optional.of(Expression.Fold.countOf(subject));
            }
            case Piece.Target.OfTable _, Piece.Target.OfDate _, Piece.Target.OfParent _ -> Optional.empty();
        };
    }

    private Optional<Expression> countKey(Mention.OfTable table, Expression.Range subject) {
        if (!table.options().stream().anyMatch(option -> option.meaning().equals(subject.table()))) {
            doubts.problem("ranked by a count of other rows");
        }
        return Optional.of(Expression.Fold.countOf(subject));
    }

    private Optional<Expression> columnKey(Mention.OfColumn column, Expression.Range subject) {
        return choose(column, found -> true).map(found -> {
            Expression.Column expression = knowledge.expression(found);
            if (groups.isEmpty() || groups.contains(expression)) {
                return expression;
            }
            return Expression.Fold.of(roles.usualFold(found), expression, subject);
        });
    }

    private void addHaving() {
        having.addAll(filters.havings());
    }

    private void addSorting(Expression.Range subject) {
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Sort(Piece.Span _, Piece.Target target, boolean descending) && limit.isEmpty()) {
                sortBy(target, descending, subject);
            }
            if (piece instanceof Piece.Direction(Piece.Span _, boolean descending)) {
                turn(descending);
            }
        }
        if (order.isEmpty() && !groups.isEmpty()) {
            lastFold().ifPresent(fold -> order.add(new Query.Order(fold, true)));
        }
    }

    private void sortBy(Piece.Target target, boolean descending, Expression.Range subject) {
        Optional<Expression> key = target instanceof Piece.Target.OfTable(Mention.OfTable table)
                ? knowledge.label(table.best()).stream()
                        .findFirst()
                        .map(name -> knowledge.expression(new ColumnName(table.best(), name)))
                : orderKey(target, subject);
        key.ifPresentOrElse(
                found -> {
                    boolean falls = descending;
                    if (target instanceof Piece.Target.OfAdjective(English.Adjective adjective)
                            && found instanceof Expression.Column column
                            && column.type().isDate()) {
                        falls = adjective.date() > 0;
                    }
                    order.removeIf(old -> old.expression() instanceof Expression.Bucket);
                    order.add(new Query.Order(found, falls));
                },
                () -> doubts.problem("sorted by something unknown"));
    }

    private void turn(boolean descending) {
        if (order.isEmpty()) {
            Expression key = lastFold().orElseGet(() -> outputs.getFirst().expression());
            order.add(new Query.Order(key, descending));
        } else {
            order.replaceAll(old -> new Query.Order(old.expression(), descending));
        }
    }

    private Optional<ColumnName> choose(Mention.OfColumn mention, Predicate<Column> wanted) {
        Optional<Resolver.Choice<ColumnName>> choice = resolver.column(mention, wanted);
        if (choice.isEmpty()) {
            doubts.problem("a column that cannot be reached");
        }
        choice.ifPresent(found -> {
            doubts.margin(found.margin());
            doubts.doubt(resolver.remoteness(found.value().table()));
        });
        return choice.map(Resolver.Choice::value);
    }
}
