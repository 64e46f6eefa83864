package dev.sayql.sql;

import dev.sayql.sql.QueryShape.Aggregate;
import dev.sayql.sql.QueryShape.ColumnReference;
import dev.sayql.sql.QueryShape.Comparison;
import dev.sayql.sql.QueryShape.JoinKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects the shape of one SELECT while it is checked. */
final class ShapeBuilder {

    private static final Set<String> TEXT_WRAPPERS = Set.of("lower", "upper", "trim", "btrim");

    private final List<QueryShape.Range> ranges = new ArrayList<>();
    private final List<JoinKey> joinKeys = new ArrayList<>();
    private final List<Aggregate> aggregates = new ArrayList<>();
    private final List<Comparison> comparisons = new ArrayList<>();
    private final Deque<List<ColumnReference>> aggregateColumns = new ArrayDeque<>();
    private int conditions;
    private int alternatives;
    private boolean grouped;
    private boolean distinct;
    private boolean ordered;
    private boolean limited;

    void range(Range range) {
        ranges.add(new QueryShape.Range(range.alias(), range.table()));
    }

    void joinKey(ColumnReference left, ColumnReference right) {
        joinKeys.add(new JoinKey(left, right));
    }

    /** Until the matching {@link #endCondition}, equalities of columns are join keys. */
    void beginCondition() {
        conditions++;
    }

    void endCondition() {
        conditions--;
    }

    /** Until the matching {@link #endAlternative}, equalities need not hold, so they are no join keys. */
    void beginAlternative() {
        alternatives++;
    }

    void endAlternative() {
        alternatives--;
    }

    /** Until the matching {@link #endAggregate}, columns belong to an aggregate's arguments. */
    void beginAggregate() {
        aggregateColumns.push(new ArrayList<>());
    }

    void endAggregate(String function, boolean isDistinct, boolean star) {
        aggregates.add(new Aggregate(function, isDistinct, star, aggregateColumns.pop()));
    }

    void column(ColumnReference column) {
        if (!aggregateColumns.isEmpty()) {
            aggregateColumns.peek().add(column);
        }
    }

    /** Records column op literal, in either order, and equalities of two columns of different ranges. */
    void comparison(Typed left, String operator, Typed right) {
        ColumnReference leftColumn = left.column();
        ColumnReference rightColumn = right.column();
        if (leftColumn != null && rightColumn != null) {
            boolean plain =
                    left.expression() instanceof Expression.Name && right.expression() instanceof Expression.Name;
            boolean always = conditions > 0 && alternatives == 0;
            if (plain && always && operator.equals("=") && !leftColumn.alias().equals(rightColumn.alias())) {
                joinKey(leftColumn, rightColumn);
            }
            return;
        }
        string(right.expression()).ifPresent(text -> comparison(left, operator, List.of(text)));
        string(left.expression()).ifPresent(text -> comparison(right, mirrored(operator), List.of(text)));
    }

    /** Records column op (literals), when there is any string literal. */
    void list(Typed value, String operator, List<Typed> items) {
        List<String> texts = new ArrayList<>();
        items.forEach(item -> string(item.expression()).ifPresent(texts::add));
        if (!texts.isEmpty()) {
            comparison(value, operator, texts);
        }
    }

    private void comparison(Typed value, String operator, List<String> literals) {
        ColumnReference column = value.column();
        if (column != null) {
            comparisons.add(new Comparison(column, operator, literals));
        }
    }

    /** Whether a call of this function still shows which column it is about. */
    static boolean keepsColumn(String function) {
        return TEXT_WRAPPERS.contains(function);
    }

    private static Optional<String> string(Expression expression) {
        return switch (expression) {
            case Expression.Literal literal when literal.isString() -> Optional.of(literal.text());
            case Expression.Cast cast -> string(cast.value());
            case Expression.Call call
            when keepsColumn(call.function()) && call.arguments().size() == 1 ->
                string(call.arguments().getFirst());
            default -> Optional.empty();
        };
    }

    private static String mirrored(String operator) {
        return switch (operator) {
            case "<" -> ">";
            case ">" -> "<";
            case "<=" -> ">=";
            case ">=" -> "<=";
            default -> operator;
        };
    }

    void grouped() {
        grouped = true;
    }

    /** Whether everything is folded into one row. */
    boolean isOneRow() {
        return !grouped && !aggregates.isEmpty();
    }

    void distinct() {
        distinct = true;
    }

    void tail(Query.Tail tail) {
        ordered |= !tail.orderBy().isEmpty();
        limited |= tail.limit() != null;
    }

    QueryShape.Select build() {
        return new QueryShape.Select(ranges, joinKeys, aggregates, comparisons, grouped, distinct, ordered, limited);
    }
}
