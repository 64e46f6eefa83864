package dev.sayql.sql;

import dev.sayql.sql.Expression.Name;
import dev.sayql.sql.Expression.Star;
import java.util.List;
import java.util.Optional;

/**
 * Finds what a name means. A name that is neither a column nor a range is refused; PostgreSQL would read {@code t.f} as a call
 * of the function f in that case, and {@code t} as a whole row.
 */
final class NameResolver {

    private final StatementCheck statement;

    NameResolver(StatementCheck statement) {
        this.statement = statement;
    }

    Typed resolve(Name name, Scope scope) {
        List<String> parts = name.parts();
        return switch (parts.size()) {
            case 1 -> unqualified(name, scope);
            case 2 -> qualified(name, scope.range(parts.getFirst()), scope);
            case 3 -> qualified(name, scope.range(parts.getFirst(), parts.get(1)), scope);
            default -> throw TreeNode.unexpected("a name of " + parts.size() + " parts: " + String.join(".", parts));
        };
    }

    /** {@code range.*} used as a value: the whole row. */
    Typed wholeRow(Star star, Scope scope) {
        List<String> qualifier = star.qualifier();
        Optional<Range> range = qualifier.size() == 1 ? scope.range(qualifier.getFirst()) : Optional.empty();
        if (range.isEmpty()) {
            throw TreeNode.unexpected("* in an expression");
        }
        return wholeRow(star, range.get());
    }

    private Typed unqualified(Name name, Scope scope) {
        Optional<Scope.Visible> visible = scope.column(name.last());
        if (visible.isPresent()) {
            return column(
                    printed(name, visible.get(), scope),
                    visible.get().range(),
                    visible.get().column(),
                    scope);
        }
        Optional<Range> range = scope.range(name.last());
        if (range.isPresent()) {
            return wholeRow(name, range.get());
        }
        if (scope.allRanges().stream().anyMatch(candidate -> isDenied(candidate, name))) {
            statement.report(RejectionCode.COLUMN_DENIED, name.last());
            return Typed.of(name);
        }
        statement.report(
                RejectionCode.UNKNOWN_COLUMN, name.last() + NearestNames.sentence(name.last(), scope.columnNames()));
        return Typed.of(name);
    }

    private boolean isDenied(Range range, Name name) {
        return range.table()
                .filter(table -> statement.rules().columns().denies(table, name.last()))
                .isPresent();
    }

    /**
     * A name from a SELECT around this one is printed with its range: a relation here could have a system column of that name,
     * which PostgreSQL would take. So is one that conditions in place of USING left twice.
     */
    private static Name printed(Name name, Scope.Visible visible, Scope scope) {
        Range range = visible.range();
        boolean own = !scope.names().named(name.last()).isEmpty();
        boolean alone = visible.merged() || !scope.names().isShadowed(visible);
        if ((own && alone) || range.alias().isEmpty()) {
            return name;
        }
        if (scope.range(range.alias()).filter(range::equals).isEmpty()) {
            throw new Refusal(
                    RejectionCode.AMBIGUOUS_COLUMN,
                    name.last() + " means a column of " + range.alias() + ", a name that is used again here");
        }
        return new Name(List.of(range.alias(), name.last()));
    }

    private Typed qualified(Name name, Optional<Range> found, Scope scope) {
        String qualifier = String.join(".", name.parts().subList(0, name.parts().size() - 1));
        if (found.isEmpty()) {
            statement.report(
                    RejectionCode.UNKNOWN_TABLE,
                    qualifier + " is not in the FROM clause" + NearestNames.sentence(qualifier, scope.rangeNames()));
            return Typed.of(name);
        }
        Range range = found.get();
        Name printed = new Name(List.of(range.alias(), name.last()));
        Optional<Range.Column> column = range.column(name.last());
        if (column.isPresent()) {
            return column(printed, range, column.get(), scope);
        }
        if (isDenied(range, name)) {
            statement.report(RejectionCode.COLUMN_DENIED, qualifier + "." + name.last());
            return Typed.of(name);
        }
        List<String> candidates =
                range.columns().stream().map(Range.Column::name).toList();
        statement.report(
                RejectionCode.UNKNOWN_COLUMN,
                qualifier + "." + name.last() + NearestNames.sentence(name.last(), candidates));
        return Typed.of(name);
    }

    private Typed column(Name printed, Range range, Range.Column column, Scope scope) {
        QueryShape.ColumnReference reference = range.reference(column);
        scope.shape().column(reference);
        statement.use(range, column);
        statement.links().refer(range.behind(column));
        return new Typed(
                printed,
                column.opaque(),
                column.magnitude(),
                column.family(),
                reference,
                column.size(),
                column.extension());
    }

    private Typed wholeRow(Expression expression, Range range) {
        if (range.isJoin()) {
            throw new Refusal(RejectionCode.WHOLE_ROW, range.alias() + " is the alias of a join");
        }
        range.rewrite();
        range.columns().forEach(column -> {
            statement.use(range, column);
            statement.links().refer(range.behind(column));
        });
        statement.links().refer(range);
        boolean opaque = range.columns().stream().anyMatch(Range.Column::opaque);
        return new Typed(expression, opaque, Typed.UNKNOWN, Typed.Family.OTHER, null);
    }
}
