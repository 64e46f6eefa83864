package dev.sayql.engine;

import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.DataType;
import dev.sayql.core.schema.Table;
import dev.sayql.sql.TableName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Puts a sketch and what fills it together again, joins included; the choices come in the order of {@link Slot#of}. For
 * one use by one thread.
 */
final class SketchWriter {
    private final Knowledge knowledge;
    private final Iterator<Choice> choices;

    private SketchWriter(Knowledge knowledge, Iterator<Choice> choices) {
        this.knowledge = knowledge;
        this.choices = choices;
    }

    /** Empty when the tables cannot be joined or a value does not fit its column. */
    static Optional<Query> write(Sketch sketch, List<Choice> choices, Knowledge knowledge) {
        try {
            return Optional.of(new SketchWriter(knowledge, choices.iterator()).write(sketch));
        } catch (Unreadable _) {
            return Optional.empty();
        }
    }

    private Query write(Sketch sketch) {
        List<Optional<Choice>> columns = new ArrayList<>();
        sketch.shown()
                .forEach(shown ->
                        columns.add(shown.measure().hasColumn() ? Optional.of(choices.next()) : Optional.empty()));
        Optional<TableName> rows =
                sketch.countsRows() ? Optional.of(choices.next().table()) : Optional.empty();
        Optional<TableName> extra = sketch.extra() ? Optional.of(choices.next().table()) : Optional.empty();
        List<Query.Output> outputs = new ArrayList<>();
        for (int index = 0; index < columns.size(); index++) {
            outputs.addAll(outputs(sketch.shown().get(index).measure(), columns.get(index), rows));
        }
        List<Condition> where = sketch.tests().stream().map(this::test).toList();
        List<Expression> groups = groups(sketch, outputs, rows);
        List<Query.Having> having =
                sketch.having().stream().map(limit -> having(limit, rows)).toList();
        List<Query.Order> order = sketch.order().stream()
                .map(key -> new Query.Order(measured(key.measure(), rows), key.descending()))
                .toList();
        OptionalInt limit = limit(sketch);
        Optional<Query.Combination> combined = sketch.combined()
                .map(combination -> new Query.Combination(combination.operator(), write(combination.query())));
        Set<TableName> tables = new LinkedHashSet<>();
        rows.ifPresent(tables::add);
        Ranges.of(outputs, where, groups, having, order).forEach(range -> tables.add(range.table()));
        extra.ifPresent(tables::add);
        Unreadable.unless(!tables.isEmpty());
        List<Path.Step> joins =
                Joining.steps(List.copyOf(tables), knowledge.keys()).orElseThrow(Unreadable::new);
        Expression.Range subject = Expression.Range.of(tables.iterator().next());
        return new Query(subject, outputs, where, groups, having, order, limit, sketch.distinct(), joins, combined);
    }

    private List<Query.Output> outputs(Sketch.Measure measure, Optional<Choice> column, Optional<TableName> rows) {
        if (measure == Sketch.Measure.EVERYTHING) {
            TableName table = rows.orElseThrow(Unreadable::new);
            return knowledge.table(table).orElseThrow(Unreadable::new).columns().stream()
                    .map(each ->
                            new Query.Output(knowledge.expression(new ColumnName(table, each.name())), each.name()))
                    .toList();
        }
        Expression expression = measured(measure, column, rows);
        String name = measure == Sketch.Measure.ROWS
                ? "number_of_" + rows.orElseThrow(Unreadable::new).name()
                : (measure.isFold() ? Draft.prefix(measure.aggregation()) : "")
                        + column.orElseThrow(Unreadable::new).column();
        return List.of(new Query.Output(expression, name));
    }

    private Expression measured(Sketch.Measure measure, Optional<TableName> rows) {
        return measured(measure, measure.hasColumn() ? Optional.of(choices.next()) : Optional.empty(), rows);
    }

    private Expression measured(Sketch.Measure measure, Optional<Choice> column, Optional<TableName> rows) {
        if (measure == Sketch.Measure.ROWS) {
            return Expression.Fold.countOf(Expression.Range.of(rows.orElseThrow(Unreadable::new)));
        }
        Expression.Column over = place(column.orElseThrow(Unreadable::new));
        return measure == Sketch.Measure.COLUMN ? over : Expression.Fold.of(measure.aggregation(), over, over.range());
    }

    private Expression.Column place(Choice choice) {
        return knowledge.expression(new ColumnName(choice.table(), choice.column()));
    }

    private Condition test(Sketch.Test test) {
        return switch (test) {
            case Sketch.Compared(Operator operator) -> {
                Choice choice = choices.next();
                Expression.Column column = place(choice);
                yield new Condition.Comparison(
                        column, operator, literal(choice.values().getFirst(), column.type()));
            }
            case Sketch.Within() -> {
                Choice choice = choices.next();
                yield new Condition.Between(
                        place(choice),
                        number(choice.values().getFirst()),
                        number(choice.values().getLast()));
            }
            case Sketch.Missing(boolean negated) -> new Condition.IsNull(place(choices.next()), negated);
            case Sketch.Like(TextMatch match, boolean negated) -> {
                Choice choice = choices.next();
                yield new Condition.Matches(
                        place(choice), match, choice.values().getFirst(), negated);
            }
            case Sketch.TwoColumns(Operator operator) -> {
                Expression.Column left = place(choices.next());
                yield new Condition.Columns(left, operator, place(choices.next()));
            }
            case Sketch.Against(Operator operator, Sketch query) -> {
                Expression.Column left = place(choices.next());
                yield new Condition.AgainstQuery(left, operator, write(query));
            }
            case Sketch.Among(boolean negated, Sketch query) -> {
                Expression.Column left = place(choices.next());
                yield new Condition.InQuery(left, write(query), negated);
            }
            case Sketch.Either(List<Sketch.Test> tests) ->
                new Condition.AnyOf(tests.stream().map(this::test).toList());
        };
    }

    private static Condition.Literal literal(String value, DataType type) {
        if (type == DataType.BOOLEAN) {
            return new Condition.Literal.Truth(Boolean.parseBoolean(value));
        }
        return type.isNumber() ? new Condition.Literal.Numeric(number(value)) : new Condition.Literal.Text(value);
    }

    private static BigDecimal number(String value) {
        try {
            return new BigDecimal(value.strip());
        } catch (NumberFormatException _) {
            throw new Unreadable();
        }
    }

    private List<Expression> groups(Sketch sketch, List<Query.Output> outputs, Optional<TableName> rows) {
        if (sketch.grouped() == Sketch.Grouped.NOT) {
            return List.of();
        }
        Set<Expression> groups = new LinkedHashSet<>();
        if (sketch.grouped() == Sketch.Grouped.BY_OTHER) {
            groups.add(place(choices.next()));
        }
        for (Query.Output output : outputs) {
            if (output.expression() instanceof Expression.Column column) {
                groups.add(column);
            }
        }
        if (sketch.grouped() == Sketch.Grouped.BY_SHOWN && !groups.isEmpty()) {
            identity((Expression.Column) groups.iterator().next(), rows).ifPresent(groups::add);
        }
        return List.copyOf(groups);
    }

    /** What tells two rows of the same name apart, where rows of another table are counted for each. */
    private Optional<Expression> identity(Expression.Column shown, Optional<TableName> rows) {
        TableName table = shown.range().table();
        Optional<Table> found = knowledge.table(table);
        boolean other = rows.filter(table::equals).isEmpty();
        return found.filter(one -> other && one.primaryKey().size() == 1)
                .filter(one -> knowledge.label(table).contains(shown.name()))
                .map(one -> knowledge.expression(
                        new ColumnName(table, one.primaryKey().getFirst())));
    }

    private Query.Having having(Sketch.Limit limit, Optional<TableName> rows) {
        Choice choice = choices.next();
        Expression fold = measured(limit.measure(), Optional.of(choice).filter(Choice::isColumn), rows);
        Unreadable.unless(fold instanceof Expression.Fold);
        return new Query.Having(
                (Expression.Fold) fold, limit.operator(), number(choice.values().getFirst()));
    }

    private OptionalInt limit(Sketch sketch) {
        return switch (sketch.cut()) {
            case NONE -> OptionalInt.empty();
            case ONE -> OptionalInt.of(1);
            case SOME ->
                OptionalInt.of(number(choices.next().values().getFirst()).intValue());
        };
    }
}
