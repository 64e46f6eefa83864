package dev.sayql.engine;

import dev.sayql.core.schema.ForeignKey;
import dev.sayql.core.schema.Table;
import dev.sayql.core.semantics.Aggregation;
import dev.sayql.sql.TableName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes a query apart into its sketch and what fills it, in the order of {@link Slot#of}. For one use by one thread.
 */
final class SketchReader {

    /** A sketch and what fills its slots. */
    record Filled(Sketch sketch, List<Choice> choices) {
        public Filled {
            choices = List.copyOf(choices);
        }
    }

    private final Knowledge knowledge;
    private final List<Choice> choices = new ArrayList<>();

    private SketchReader(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /** Empty when a sketch cannot say it. */
    static Optional<Filled> read(Query query, Knowledge knowledge) {
        try {
            SketchReader reader = new SketchReader(knowledge);
            Sketch sketch = reader.read(query);
            return Optional.of(new Filled(sketch, reader.choices));
        } catch (Unreadable _) {
            return Optional.empty();
        }
    }

    private Sketch read(Query query) {
        List<Sketch.Shown> shown = shown(query);
        boolean everything = shown.equals(List.of(new Sketch.Shown(Sketch.Measure.EVERYTHING)));
        if (!everything) {
            query.outputs().forEach(output -> addColumn(output.expression()));
        }
        Optional<TableName> rows = everything ? Optional.of(query.subject().table()) : countedRows(query);
        rows.ifPresent(table -> choices.add(Choice.table(table)));
        Optional<TableName> extra = extra(query, rows);
        extra.ifPresent(table -> choices.add(Choice.table(table)));
        List<Sketch.Test> tests = query.where().stream().map(this::test).toList();
        Sketch.Grouped grouped = grouped(query);
        List<Sketch.Limit> having = query.having().stream().map(this::limit).toList();
        List<Sketch.Key> order = query.order().stream().map(this::key).toList();
        Sketch.Cut cut = cut(query);
        Optional<Sketch.Combined> combined = Optional.empty();
        if (query.combined().isPresent()) {
            Query.Combination combination = query.combined().get();
            combined = Optional.of(new Sketch.Combined(combination.operator(), read(combination.other())));
        }
        return new Sketch(
                shown,
                query.distinct(),
                rows.isPresent(),
                extra.isPresent(),
                tests,
                grouped,
                having,
                order,
                cut,
                combined);
    }

    private List<Sketch.Shown> shown(Query query) {
        List<String> every = knowledge.table(query.subject().table()).stream()
                .flatMap(table -> table.columns().stream())
                .map(column -> column.name())
                .toList();
        List<String> columns = query.outputs().stream()
                .map(output -> output.expression() instanceof Expression.Column column
                                && column.range().equals(query.subject())
                        ? column.name()
                        : "")
                .toList();
        if (columns.size() > 2 && columns.equals(every)) {
            return List.of(new Sketch.Shown(Sketch.Measure.EVERYTHING));
        }
        return query.outputs().stream()
                .map(output -> new Sketch.Shown(measure(output.expression())))
                .toList();
    }

    private static Sketch.Measure measure(Expression expression) {
        return switch (expression) {
            case Expression.Column _ -> Sketch.Measure.COLUMN;
            case Expression.Fold fold
            when fold.only().isEmpty() ->
                Sketch.Measure.of(fold.aggregation(), fold.over().isPresent());
            default -> throw new Unreadable();
        };
    }

    private void addColumn(Expression expression) {
        columnOf(expression).ifPresent(column -> choices.add(place(column)));
    }

    private static Optional<Expression.Column> columnOf(Expression expression) {
        return switch (expression) {
            case Expression.Column column -> Optional.of(column);
            case Expression.Fold fold
            when fold.over().isPresent() -> {
                Unreadable.unless(fold.over().get() instanceof Expression.Column);
                yield fold.over().map(Expression.Column.class::cast);
            }
            case Expression.Fold _ -> Optional.empty();
            default -> throw new Unreadable();
        };
    }

    private static Choice place(Expression.Column column) {
        Unreadable.unless(
                column.range().number() == 0 && column.range().through().isEmpty());
        return Choice.column(column.range().table(), column.name());
    }

    private static Choice place(Expression expression) {
        Unreadable.unless(expression instanceof Expression.Column);
        return place((Expression.Column) expression);
    }

    private static Choice with(Choice place, String... values) {
        return new Choice(place.place(), place.column(), List.of(values), -1, -1, 1);
    }

    /** The table whose rows are counted somewhere in the query. */
    private static Optional<TableName> countedRows(Query query) {
        List<Expression> all = new ArrayList<>();
        query.outputs().forEach(output -> all.add(output.expression()));
        query.having().forEach(having -> all.add(having.fold()));
        query.order().forEach(key -> all.add(key.expression()));
        return all.stream()
                .filter(expression -> expression instanceof Expression.Fold fold
                        && fold.aggregation() == Aggregation.COUNT
                        && fold.over().isEmpty())
                .map(expression -> ((Expression.Fold) expression).rows().table())
                .findFirst();
    }

    /** The one table that is joined although nothing of it is named. */
    private Optional<TableName> extra(Query query, Optional<TableName> rows) {
        Set<TableName> joined = new LinkedHashSet<>();
        joined.add(query.subject().table());
        for (Path.Step step : query.joins()) {
            Unreadable.unless(joined.add(step.to().table()));
        }
        Set<TableName> named = new LinkedHashSet<>();
        rows.ifPresent(named::add);
        Ranges.of(query).forEach(range -> named.add(range.table()));
        if (named.isEmpty()) {
            named.add(query.subject().table());
        }
        Set<TableName> left = new LinkedHashSet<>(joined);
        left.removeAll(Joining.tables(List.copyOf(named), knowledge.keys()));
        Unreadable.unless(left.size() <= 1);
        return left.stream().findFirst();
    }

    private Sketch.Test test(Condition condition) {
        return switch (condition) {
            case Condition.Comparison(Expression left, Operator operator, Condition.Literal right) -> {
                choices.add(with(place(left), text(right)));
                yield new Sketch.Compared(operator);
            }
            case Condition.Between(Expression left, BigDecimal low, BigDecimal high) -> {
                choices.add(with(place(left), low.toPlainString(), high.toPlainString()));
                yield new Sketch.Within();
            }
            case Condition.IsNull(Expression left, boolean negated) -> {
                choices.add(place(left));
                yield new Sketch.Missing(negated);
            }
            case Condition.Matches(Expression left, TextMatch match, String text, boolean negated) -> {
                choices.add(with(place(left), text));
                yield new Sketch.Like(match, negated);
            }
            case Condition.Columns(Expression left, Operator operator, Expression right) -> {
                choices.add(place(left));
                choices.add(place(right));
                yield new Sketch.TwoColumns(operator);
            }
            case Condition.AgainstQuery(Expression left, Operator operator, Query query) -> {
                choices.add(place(left));
                yield new Sketch.Against(operator, read(query));
            }
            case Condition.InQuery(Expression left, Query query, boolean negated) -> {
                choices.add(place(left));
                yield new Sketch.Among(negated, read(query));
            }
            case Condition.AnyOf(List<Condition> conditions) ->
                new Sketch.Either(conditions.stream().map(this::test).toList());
            default -> throw new Unreadable();
        };
    }

    private static String text(Condition.Literal literal) {
        return switch (literal) {
            case Condition.Literal.Text(String value) -> value;
            case Condition.Literal.Numeric(BigDecimal value) -> value.toPlainString();
            case Condition.Literal.Truth(boolean value) -> Boolean.toString(value);
        };
    }

    private Sketch.Grouped grouped(Query query) {
        if (query.groups().isEmpty()) {
            return Sketch.Grouped.NOT;
        }
        List<Expression> plain = query.outputs().stream()
                .map(Query.Output::expression)
                .filter(Expression.Column.class::isInstance)
                .toList();
        if (!plain.isEmpty() && query.groups().stream().allMatch(group -> answersTo(group, plain))) {
            return Sketch.Grouped.BY_SHOWN;
        }
        Unreadable.unless(query.groups().size() == 1);
        choices.add(place(query.groups().getFirst()));
        return Sketch.Grouped.BY_OTHER;
    }

    /** Whether a group is one of the columns shown, or a key of the rows that they are of. */
    private boolean answersTo(Expression group, List<Expression> shown) {
        if (shown.contains(group)) {
            return true;
        }
        if (!(group instanceof Expression.Column(Expression.Range range, String name, var _))) {
            return false;
        }
        Optional<Table> table = knowledge.table(range.table());
        return shown.stream().anyMatch(expression -> {
            TableName target = ((Expression.Column) expression).range().table();
            boolean own = target.equals(range.table())
                    && table.filter(found -> found.primaryKey().contains(name)).isPresent();
            boolean pointing = table.stream()
                    .flatMap(found -> found.foreignKeys().stream())
                    .anyMatch((ForeignKey key) ->
                            key.target().equals(target) && key.columns().contains(name));
            return own || pointing;
        });
    }

    private Sketch.Limit limit(Query.Having having) {
        Sketch.Measure measure = measure(having.fold());
        String number = having.number().toPlainString();
        choices.add(columnOf(having.fold())
                .map(column -> with(place(column), number))
                .orElseGet(() -> Choice.number(number, -1, -1)));
        return new Sketch.Limit(measure, having.operator());
    }

    private Sketch.Key key(Query.Order order) {
        addColumn(order.expression());
        return new Sketch.Key(measure(order.expression()), order.descending());
    }

    private Sketch.Cut cut(Query query) {
        if (query.limit().isEmpty()) {
            return Sketch.Cut.NONE;
        }
        int rows = query.limit().getAsInt();
        if (rows == 1) {
            return Sketch.Cut.ONE;
        }
        choices.add(Choice.number(Integer.toString(rows), -1, -1));
        return Sketch.Cut.SOME;
    }
}
