package dev.sayql.engine;

import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.semantics.Aggregation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** In which order, and how many. For one assembly by one thread. */
final class Ranking {
    private final List<Piece> pieces;
    private final Knowledge knowledge;
    private final Roles roles;
    private final ColumnChoice columns;
    private final Measures measures;
    private final ConditionReading filters;
    private final Draft draft;
    private final Doubts doubts;
    private final Chart chart;
    private List<Condition> where = List.of();

    Ranking(Workpiece work, ColumnChoice columns, Measures measures, ConditionReading filters) {
        this.pieces = work.pieces();
        this.chart = work.chart();
        this.knowledge = work.knowledge();
        this.roles = work.roles();
        this.draft = work.draft();
        this.doubts = work.doubts();
        this.columns = columns;
        this.measures = measures;
        this.filters = filters;
    }

    void addRanking(Expression.Range subject) {
        for (Piece piece : pieces) {
            if (!(piece instanceof Piece.Rank(Piece.Span _, boolean ascending, int count, var target))) {
                continue;
            }
            if (draft.limit.isPresent() && count > 1 && draft.limit.getAsInt() > 1) {
                doubts.problem("ranked twice");
            }
            draft.limit = OptionalInt.of(Math.max(count, draft.limit.orElse(1)));
            boolean deed = roles.sortTarget().isPresent()
                    && target.filter(found ->
                                    found instanceof Piece.Target.OfCount(Mention.OfTable table) && table.link())
                            .isPresent();
            if (target.isPresent() && !deed) {
                rankBy(target.get(), !ascending, subject);
            } else if (roles.sortTarget().isPresent()) {
                rankBy(roles.sortTarget().get(), !ascending, subject);
            } else if (!draft.groups.isEmpty() && draft.lastFold().isPresent()) {
                draft.order.clear();
                draft.order.add(new Query.Order(draft.lastFold().get(), !ascending));
            } else if (!roles.ranksElsewhere(piece)) {
                doubts.problem("ranked by nothing");
            }
        }
        addPlaces();
        if (!draft.partition.isEmpty() && draft.limit.isPresent()) {
            draft.firsts = draft.limit.getAsInt();
            draft.limit = OptionalInt.empty();
            if (draft.skipped > 0 || draft.order.size() != 1) {
                doubts.problem("the first of every group");
            }
        }
    }

    /** "second most expensive": what comes before is passed over. */
    private void addPlaces() {
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Nth(Piece.Span _, int place)) {
                if (draft.order.isEmpty() || draft.limit.orElse(0) != 1 || draft.skipped > 0) {
                    doubts.problem("the second of what");
                }
                draft.skipped = place - 1;
            }
        }
    }

    private void rankBy(Piece.Target target, boolean descending, Expression.Range subject) {
        orderKey(target, subject)
                .ifPresentOrElse(
                        key -> {
                            draft.order.clear();
                            draft.order.add(new Query.Order(key, falls(target, key, descending)));
                            showOrderKey(key);
                        },
                        () -> doubts.problem("ranked by something unknown"));
    }

    /** An adjective knows its own direction, and for dates another one than for numbers: the oldest has the first date. */
    private boolean falls(Piece.Target target, Expression key, boolean otherwise) {
        if (!(target instanceof Piece.Target.OfAdjective(English.Adjective adjective))) {
            return otherwise;
        }
        boolean number =
                key instanceof Expression.Column column && column.type().isNumber() && !knowledge.isYear(column);
        return (number || adjective.date() == 0) ? !adjective.ascending() : adjective.date() > 0;
    }

    /** The number by which things are ranked is shown, unless the question says which columns it wants. */
    private void showOrderKey(Expression key) {
        if (!roles.hasPicks()) {
            draft.addOutput(key, nameOf(key));
        }
    }

    private String nameOf(Expression key) {
        return switch (key) {
            case Expression.Column column -> column.name();
            case Expression.Tally tally ->
                "number_of_" + tally.fold().rows().table().name();
            case Expression.Fold fold
            when Query.isCount(fold) -> "number_of_" + fold.rows().table().name();
            case Expression.Fold fold
            when fold.over().orElseThrow() instanceof Expression.Column column ->
                Draft.prefix(fold.aggregation()) + column.name();
            case Expression.Fold _,
                    Expression.Percentage _,
                    Expression.Ratio _,
                    Expression.Arithmetic _,
                    Expression.Bucket _,
                    Expression.DatePart _,
                    Expression.Constant _ ->
                draft.metrics.stream().findFirst().orElse("value").replace(' ', '_');
        };
    }

    private Optional<Expression> orderKey(Piece.Target target, Expression.Range subject) {
        return switch (target) {
            case Piece.Target.OfMetric(Mention.OfMetric metric) -> metricKey(metric, subject);
            case Piece.Target.OfCount(Mention.OfTable table) -> countKey(table, subject);
            case Piece.Target.OfFold(Aggregation aggregation, Mention.OfColumn column) ->
                columns.choose(column, found -> found.dataType().isNumber())
                        .map(found -> Expression.Fold.of(aggregation, knowledge.expression(found), subject));
            case Piece.Target.OfColumn(Mention.OfColumn column) -> columnKey(column, subject);
            case Piece.Target.OfAdjective(English.Adjective adjective) ->
                knowledge.graded(subject.table(), adjective).map(knowledge::expression);
            case Piece.Target.OfFrequency() -> {
                if (draft.groups.isEmpty()) {
                    doubts.problem("frequency of what");
                } else if (draft.groups.stream().allMatch(group -> namesOne(group, subject))) {
                    doubts.problem("each of them is there once");
                }
                yield Optional.of(Expression.Fold.countOf(subject));
            }
            case Piece.Target.OfDate(Mention.OfTable table) ->
                knowledge
                        .defaultDate(table.best())
                        .filter(date -> date.table().equals(subject.table()))
                        .map(knowledge::expression);
            case Piece.Target.OfTable _, Piece.Target.OfParent _ -> Optional.empty();
        };
    }

    /** "the most popular category", where the categories are what is counted. */
    private boolean namesOne(Expression group, Expression.Range subject) {
        return group instanceof Expression.Column column
                && column.range().equals(subject)
                && knowledge.label(subject.table()).equals(List.of(column.name()));
    }

    /** "products with the highest margin": of rows that are listed, each has its own. */
    private Optional<Expression> metricKey(Mention.OfMetric metric, Expression.Range subject) {
        boolean own = draft.groups.isEmpty()
                && !draft.showsFolds()
                && roles.head()
                        .filter(head -> head.table().best().equals(subject.table()))
                        .isPresent();
        if (own) {
            draft.metrics.add(metric.metric().name());
            return measures.metricExpression(metric.metric());
        }
        return measures.metricFold(metric.metric()).map(fold -> fold);
    }

    private Optional<Expression> countKey(Mention.OfTable table, Expression.Range subject) {
        if (roles.tallied().isPresent()) {
            return filters.tally().map(found -> found);
        }
        if (!table.options().stream().anyMatch(option -> option.meaning().equals(subject.table()))) {
            doubts.problem("ranked by a count of other rows");
        }
        return Optional.of(measures.countOf(subject));
    }

    private Optional<Expression> columnKey(Mention.OfColumn column, Expression.Range subject) {
        return columns.choose(column, found -> true).map(found -> {
            Expression.Column expression = knowledge.expression(found);
            if (draft.groups.isEmpty() || draft.groups.contains(expression)) {
                return expression;
            }
            if (!expression.type().isNumber()) {
                doubts.problem("not a number");
            }
            return Expression.Fold.of(roles.usualFold(found), expression, subject);
        });
    }

    /** @param where what narrows the rows */
    void addSorting(Expression.Range subject, List<Condition> where) {
        this.where = where;
        boolean sorted = false;
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Sort(Piece.Span _, Piece.Target target, boolean descending)
                    && draft.limit.isEmpty()
                    && draft.firsts == 0) {
                if (sorted && target instanceof Piece.Target.OfAdjective(English.Adjective adjective)) {
                    // "sorted by range, longest first".
                    turn((isDated() && adjective.date() != 0) ? adjective.date() > 0 : !adjective.ascending(), false);
                } else {
                    sortBy(target, descending, subject);
                }
                sorted = true;
            }
            if (piece instanceof Piece.Direction(Piece.Span span, boolean descending)) {
                turn(
                        descending,
                        chart.text(span.start(), span.end())
                                .toLowerCase(Locale.ROOT)
                                .contains("alphabet"));
            }
        }
        if (draft.order.isEmpty() && !draft.groups.isEmpty()) {
            draft.lastFold().ifPresent(fold -> draft.order.add(new Query.Order(fold, true)));
        }
    }

    private boolean isDated() {
        return draft.order.stream()
                .anyMatch(key -> key.expression() instanceof Expression.Column column
                        && column.type().isDate());
    }

    private void sortBy(Piece.Target target, boolean descending, Expression.Range subject) {
        if (target instanceof Piece.Target.OfAdjective(English.Adjective adjective)
                && !draft.groups.isEmpty()
                && draft.lastFold().isPresent()
                && adjective.date() == 0) {
            // "cost per kind, most expensive first".
            draft.order.removeIf(old -> old.expression() instanceof Expression.Bucket);
            draft.order.add(new Query.Order(draft.lastFold().get(), !adjective.ascending()));
            return;
        }
        Optional<Expression> key = target instanceof Piece.Target.OfTable(Mention.OfTable table)
                ? knowledge.label(table.best()).stream()
                        .findFirst()
                        .map(name -> knowledge.expression(new ColumnName(table.best(), name)))
                : orderKey(target, subject);
        key.or(() -> numberSaid(target))
                .map(found -> target instanceof Piece.Target.OfAdjective ? dateSaid(found) : found)
                .ifPresentOrElse(
                        found -> {
                            boolean falls = descending;
                            if (target instanceof Piece.Target.OfAdjective(English.Adjective adjective)
                                    && adjective.date() != 0
                                    && found instanceof Expression.Column column
                                    && (column.type().isDate() || knowledge.isYear(column))) {
                                falls = adjective.date() > 0;
                            }
                            draft.order.removeIf(old -> old.expression() instanceof Expression.Bucket
                                    || old.expression().equals(found));
                            draft.order.add(new Query.Order(found, falls));
                            if (found.isFolded() && !draft.showsFolds()) {
                                showOrderKey(found);
                            }
                        },
                        () -> doubts.problem("sorted by something unknown"));
    }

    /** "with its budget, most expensive first", "valued at more than 1000, largest first": of what is shown or compared, if that is one number. */
    private Optional<Expression> numberSaid(Piece.Target target) {
        if (!(target instanceof Piece.Target.OfAdjective(English.Adjective adjective)) || adjective.date() != 0) {
            return Optional.empty();
        }
        List<Expression> numbers = draft.outputs.stream()
                .map(Query.Output::expression)
                .filter(shown -> shown instanceof Expression.Column column
                        && column.type().isNumber()
                        && !knowledge.isKey(new ColumnName(column.range().table(), column.name())))
                .toList();
        return numbers.size() == 1
                ? Optional.of(numbers.getFirst())
                : numbers.isEmpty() ? compared() : Optional.empty();
    }

    /** "reported in the past week, newest first": in the order of the date that narrows the rows. */
    private Expression dateSaid(Expression key) {
        List<Expression> dates = where.stream().flatMap(this::dateOf).distinct().toList();
        boolean dated = key instanceof Expression.Column column && column.type().isDate();
        boolean own = dates.size() == 1
                && dates.getFirst() instanceof Expression.Column said
                && key instanceof Expression.Column column
                && said.range().equals(column.range());
        return dated && own ? dates.getFirst() : key;
    }

    private Stream<Expression> dateOf(Condition condition) {
        return switch (condition) {
            case Condition.During during -> Stream.of(during.date());
            case Condition.Between(Expression.Column column, var _, var _)
            when knowledge.isYear(column) -> Stream.of(column);
            case Condition.Comparison(Expression.Column column, var _, var _)
            when knowledge.isYear(column) -> Stream.of(column);
            default -> Stream.empty();
        };
    }

    /** "fewer than 20 units in stock, lowest first": in the order of what is compared. */
    private Optional<Expression> compared() {
        List<Expression> found = new ArrayList<>();
        for (Condition condition : where) {
            switch (condition) {
                case Condition.Comparison(Expression.Column left, Operator _, Condition.Literal.Numeric _) ->
                    found.add(left);
                case Condition.Between(Expression.Column left, var _, var _) -> found.add(left);
                case Condition.AgainstAll(Expression.Column left, var _, var _) -> found.add(left);
                default -> {}
            }
        }
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private void turn(boolean descending, boolean alphabetical) {
        if (draft.order.isEmpty()) {
            Expression key = draft.lastFold()
                    .or(() -> alphabetical ? Optional.empty() : compared())
                    .orElseGet(() -> draft.outputs.getFirst().expression());
            boolean name =
                    key instanceof Expression.Column column && column.type().isText();
            if (name && !alphabetical) {
                doubts.problem("in an order of what");
            }
            draft.order.add(new Query.Order(key, descending));
        } else {
            draft.order.replaceAll(old -> new Query.Order(old.expression(), descending));
        }
    }
}
