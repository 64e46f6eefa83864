package dev.sayql.sql;

import dev.sayql.sql.FromItem.JoinType;
import dev.sayql.sql.Scope.Names;
import dev.sayql.sql.Scope.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What USING and NATURAL make of the two sides of a join: the shared columns once and first, then the others. USING compares
 * with whatever {@code =} the search path leads to; where that would be an extension's, conditions are written in its place.
 */
final class SharedColumns {

    private final StatementCheck statement;
    private final OpenedCodeRules opened;
    private final Names left;
    private final Names right;

    /** The names of the join, and either the columns that USING keeps or the conditions in its place. */
    record Joined(Names names, List<String> using, @Nullable Expression on) {}

    /** A shared column on both sides, and the opened operator that compares them, if it takes one. */
    private record Pair(Visible left, Visible right, Optional<Expression> compared) {}

    SharedColumns(StatementCheck statement, OpenedCodeRules opened, Names left, Names right) {
        this.statement = statement;
        this.opened = opened;
        this.left = left;
        this.right = right;
    }

    Joined joined(FromItem.Join join, List<String> using, Scope scope) {
        List<Pair> pairs = using.stream().map(name -> pair(name, scope)).toList();
        boolean written = pairs.stream()
                .anyMatch(pair ->
                        pair.compared().isPresent() || hasTwin(pair.left(), left) || hasTwin(pair.right(), right));
        List<Visible> columns = new ArrayList<>();
        for (Pair pair : pairs) {
            Visible kept = written && join.type() == JoinType.RIGHT ? pair.right() : pair.left();
            columns.add(new Visible(kept.range(), kept.column(), !written));
        }
        for (Names side : List.of(left, right)) {
            side.columns().stream()
                    .filter(visible -> !using.contains(visible.column().name()))
                    .forEach(columns::add);
        }
        Names names = new Names(left.and(right).ranges(), columns);
        return written ? new Joined(names, List.of(), conditions(join, pairs)) : new Joined(names, using, null);
    }

    private Pair pair(String name, Scope scope) {
        List<Visible> fromLeft = left.named(name);
        List<Visible> fromRight = right.named(name);
        if (fromLeft.size() != 1 || fromRight.size() != 1) {
            boolean missing = fromLeft.isEmpty() || fromRight.isEmpty();
            throw new Refusal(
                    missing ? RejectionCode.UNKNOWN_COLUMN : RejectionCode.AMBIGUOUS_COLUMN,
                    "USING (" + name + ") needs it once on each side of the join");
        }
        Visible first = fromLeft.getFirst();
        Visible second = fromRight.getFirst();
        Optional<Expression> compared = compared(first, second);
        if (compared.isEmpty() && (first.column().opaque() || second.column().opaque())) {
            statement.report(RejectionCode.OPAQUE_COLUMN, name);
        }
        scope.shape()
                .joinKey(first.range().reference(first.column()), second.range().reference(second.column()));
        statement
                .links()
                .connect(first.range().behind(first.column()), second.range().behind(second.column()));
        statement.use(first.range(), first.column());
        statement.use(second.range(), second.column());
        return new Pair(first, second, compared);
    }

    private Optional<Expression> compared(Visible first, Visible second) {
        boolean both = first.column().extension() != null && second.column().extension() != null;
        return both
                ? opened.operation(null, "=", typed(first), typed(second)).map(Typed::expression)
                : Optional.empty();
    }

    private static Typed typed(Visible visible) {
        Range.Column column = visible.column();
        return new Typed(
                name(visible),
                column.opaque(),
                column.magnitude(),
                column.family(),
                visible.range().reference(column),
                column.size(),
                column.extension());
    }

    private static Expression name(Visible visible) {
        return new Expression.Name(
                List.of(visible.range().alias(), visible.column().name()));
    }

    /** Whether a join further in wrote conditions, so that the other column of the name is still there. */
    private static boolean hasTwin(Visible visible, Names side) {
        return !visible.merged() && side.isShadowed(visible);
    }

    private Expression conditions(FromItem.Join join, List<Pair> pairs) {
        boolean plain = join.type() != JoinType.FULL && join.alias() == null && join.usingAlias() == null;
        List<Expression> conditions = new ArrayList<>();
        for (Pair pair : pairs) {
            if (!plain || !canBeNamed(pair.left()) || !canBeNamed(pair.right())) {
                throw new Refusal(
                        RejectionCode.OPAQUE_COLUMN,
                        "USING (" + pair.left().column().name() + ") of such a join");
            }
            conditions.add(pair.compared()
                    .orElseGet(() -> new Expression.Operation("=", name(pair.left()), name(pair.right()))));
        }
        return conditions.size() == 1 ? conditions.getFirst() : new Expression.Logical(true, conditions);
    }

    private static boolean canBeNamed(Visible visible) {
        return !visible.merged() && !visible.range().alias().isEmpty();
    }
}
