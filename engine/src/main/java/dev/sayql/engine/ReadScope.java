package dev.sayql.engine;

import dev.sayql.core.schema.Column;
import dev.sayql.core.schema.Schema;
import dev.sayql.core.schema.Table;
import dev.sayql.sql.Expression.Logical;
import dev.sayql.sql.Expression.Name;
import dev.sayql.sql.Expression.Operation;
import dev.sayql.sql.FromItem;
import dev.sayql.sql.TableName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The FROM clause of one SELECT as it is read: its ranges by the names they have there, and how they are joined. */
final class ReadScope {
    private final Schema schema;
    private final Map<String, Expression.Range> ranges = new LinkedHashMap<>();
    private final List<Path.Step> joins = new ArrayList<>();

    ReadScope(Schema schema) {
        this.schema = schema;
    }

    /** @throws Unreadable when it is more than tables joined by equal columns */
    void read(FromItem item) {
        switch (item) {
            case FromItem.Table table -> declare(table);
            case FromItem.Join join -> {
                Unreadable.unless(join.type() == FromItem.JoinType.INNER
                        && !join.natural()
                        && join.using().isEmpty()
                        && join.alias() == null
                        && join.right() instanceof FromItem.Table);
                read(join.left());
                List<Expression.Range> before = List.copyOf(ranges.values());
                Expression.Range joined = declare((FromItem.Table) join.right());
                joins.add(step(Unreadable.unlessGiven(join.on()), joined, before));
            }
            default -> throw new Unreadable();
        }
    }

    private Expression.Range declare(FromItem.Table item) {
        Unreadable.unless(!item.only() && item.sample() == null);
        TableName table = new TableName(Unreadable.unlessGiven(item.schema()), item.name());
        Unreadable.unless(schema.table(table).isPresent());
        int number = (int) ranges.values().stream()
                .filter(range -> range.table().equals(table))
                .count();
        Expression.Range range = new Expression.Range(table, number);
        FromItem.Alias alias = item.alias();
        Unreadable.unless(alias == null || alias.columns().isEmpty());
        ranges.put(alias == null ? item.name() : alias.name(), range);
        return range;
    }

    private Path.Step step(dev.sayql.sql.Expression on, Expression.Range joined, List<Expression.Range> before) {
        List<String> fromColumns = new ArrayList<>();
        List<String> toColumns = new ArrayList<>();
        Optional<Expression.Range> from = Optional.empty();
        List<dev.sayql.sql.Expression> parts =
                on instanceof Logical(boolean and, var arguments) && and ? arguments : List.of(on);
        for (dev.sayql.sql.Expression part : parts) {
            if (!(part instanceof Operation(String operator, Name left, Name right)) || !operator.equals("=")) {
                throw new Unreadable();
            }
            Expression.Column first = column(left.parts());
            Expression.Column second = column(right.parts());
            Expression.Column near = first.range().equals(joined) ? second : first;
            Expression.Column far = first.range().equals(joined) ? first : second;
            Unreadable.unless(far.range().equals(joined)
                    && before.contains(near.range())
                    && from.filter(found -> !found.equals(near.range())).isEmpty());
            from = Optional.of(near.range());
            fromColumns.add(near.name());
            toColumns.add(far.name());
        }
        boolean one = schema.table(joined.table()).orElseThrow().isUniqueOver(new HashSet<>(toColumns));
        return new Path.Step(from.orElseThrow(Unreadable::new), fromColumns, joined, toColumns, !one);
    }

    Expression.Range subject() {
        return ranges.values().iterator().next();
    }

    List<Path.Step> joins() {
        return List.copyOf(joins);
    }

    /** The range of which every joined row has one of its own: what {@code count(*)} counts. */
    Expression.Range rows() {
        Expression.Range rows = subject();
        for (Path.Step step : joins) {
            rows = step.toMany() ? step.to() : rows;
        }
        return rows;
    }

    /** @throws Unreadable when there is no such column in these ranges */
    Expression.Column column(List<String> parts) {
        String name = parts.getLast();
        List<Expression.Column> found = new ArrayList<>();
        ranges.forEach((alias, range) -> {
            boolean named =
                    parts.size() == 1 || (parts.size() == 2 && parts.getFirst().equals(alias));
            if (named) {
                schema.table(range.table())
                        .flatMap((Table table) -> table.column(name))
                        .map((Column column) -> new Expression.Column(range, name, column.dataType()))
                        .ifPresent(found::add);
            }
        });
        Unreadable.unless(found.size() == 1);
        return found.getFirst();
    }
}
