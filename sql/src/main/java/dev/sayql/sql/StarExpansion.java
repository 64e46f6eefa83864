package dev.sayql.sql;

import dev.sayql.sql.Expression.Name;
import dev.sayql.sql.Expression.Star;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes {@code *} and {@code range.*} out as the columns of the catalogue, so that a column not in it stays unseen. Only a
 * subquery, a join with an alias or the like that has two columns of one name keeps its star, as its columns could not be
 * named apart; they have been checked where the subquery or join was.
 */
final class StarExpansion {

    /** One expression and the columns of a range that it stands for. */
    record Part(Expression expression, Range range, List<Range.Column> columns) {}

    private StarExpansion() {}

    static List<Part> parts(Star star, Scope scope) {
        return star.qualifier().isEmpty() ? all(scope) : of(range(star.qualifier(), scope), false);
    }

    private static List<Part> all(Scope scope) {
        Scope.Names names = scope.names();
        if (names.ranges().isEmpty()) {
            throw TreeNode.unexpected("SELECT * without a FROM clause");
        }
        boolean alone = names.ranges().size() == 1;
        if (alone) {
            return of(names.ranges().getFirst(), true);
        }
        List<Part> parts = new ArrayList<>();
        List<Range> starred = new ArrayList<>();
        for (Scope.Visible visible : names.columns()) {
            Range range = visible.range();
            String column = visible.column().name();
            if (visible.merged()) {
                parts.add(new Part(new Name(List.of(column)), range, List.of(visible.column())));
            } else if (!keepsStar(range)) {
                parts.add(new Part(new Name(List.of(range.alias(), column)), range, List.of(visible.column())));
            } else if (starred.stream().noneMatch(known -> known == range)) {
                starred.add(range);
                parts.addAll(of(range, false));
            }
        }
        return parts;
    }

    private static List<Part> of(Range range, boolean alone) {
        if (keepsStar(range)) {
            List<String> qualifier = range.alias().isEmpty() ? List.of() : List.of(range.alias());
            return List.of(new Part(new Star(qualifier), range, range.columns()));
        }
        List<Part> parts = new ArrayList<>();
        for (Range.Column column : range.columns()) {
            Name name = new Name(alone ? List.of(column.name()) : List.of(range.alias(), column.name()));
            parts.add(new Part(name, range, List.of(column)));
        }
        return parts;
    }

    private static boolean keepsStar(Range range) {
        long names = range.columns().stream().map(Range.Column::name).distinct().count();
        return names < range.columns().size() && range.table().isEmpty();
    }

    private static Range range(List<String> qualifier, Scope scope) {
        Optional<Range> range = switch (qualifier.size()) {
            case 1 -> scope.range(qualifier.getFirst());
            case 2 -> scope.range(qualifier.getFirst(), qualifier.getLast());
            default -> Optional.empty();
        };
        String name = String.join(".", qualifier);
        return range.orElseThrow(() -> new Refusal(
                RejectionCode.UNKNOWN_TABLE,
                name + " is not in the FROM clause" + NearestNames.sentence(name, scope.rangeNames())));
    }
}
