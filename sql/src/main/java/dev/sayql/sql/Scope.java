package dev.sayql.sql;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What names mean at one place of a statement: the ranges and columns of the SELECT it belongs to, then those of the SELECTs
 * around it. As in PostgreSQL, the innermost meaning wins, and a column anywhere wins over a whole row.
 */
final class Scope {

    /** A column that can be named without its range; one merged by USING or NATURAL is named only so. */
    record Visible(Range range, Range.Column column, boolean merged) {}

    /** The ranges and unqualified columns that a FROM clause, or a part of it, offers. */
    record Names(List<Range> ranges, List<Visible> columns) {
        static final Names NONE = new Names(List.of(), List.of());

        static Names of(Range range) {
            List<Visible> columns = new ArrayList<>();
            range.columns().forEach(column -> columns.add(new Visible(range, column, false)));
            return new Names(List.of(range), columns);
        }

        Names and(Names other) {
            List<Range> allRanges = new ArrayList<>(ranges);
            allRanges.addAll(other.ranges);
            List<Visible> allColumns = new ArrayList<>(columns);
            allColumns.addAll(other.columns);
            return new Names(allRanges, allColumns);
        }

        /** Whether another range has a column of that name too, which cannot be meant by the name alone. */
        boolean isShadowed(Visible visible) {
            return ranges.stream()
                    .anyMatch(range -> range != visible.range()
                            && range.column(visible.column().name()).isPresent());
        }

        List<Visible> named(String column) {
            return columns.stream()
                    .filter(visible -> visible.column().name().equals(column))
                    .toList();
        }
    }

    private final @Nullable Scope outer;
    private final CommonTables commonTables;
    private final Names names;
    private final ShapeBuilder shape;

    Scope(@Nullable Scope outer, CommonTables commonTables, Names names, ShapeBuilder shape) {
        this.outer = outer;
        this.commonTables = commonTables;
        this.names = names;
        this.shape = shape;
    }

    /** The same place with other names visible. */
    Scope with(Names other) {
        return new Scope(outer, commonTables, other, shape);
    }

    Optional<Scope> outer() {
        return Optional.ofNullable(outer);
    }

    CommonTables commonTables() {
        return commonTables;
    }

    Names names() {
        return names;
    }

    ShapeBuilder shape() {
        return shape;
    }

    /**
     * The column this unqualified name means.
     *
     * @throws Refusal AMBIGUOUS_COLUMN when the innermost SELECT that knows it knows several
     */
    Optional<Visible> column(String name) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            List<Visible> found = scope.names.named(name);
            if (found.size() > 1) {
                throw new Refusal(
                        RejectionCode.AMBIGUOUS_COLUMN,
                        name + " is a column of "
                                + String.join(
                                        " and ",
                                        found.stream()
                                                .map(visible -> visible.range().alias())
                                                .toList()));
            }
            if (!found.isEmpty()) {
                return Optional.of(found.getFirst());
            }
        }
        return Optional.empty();
    }

    /** The range of this name. */
    Optional<Range> range(String alias) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            for (Range range : scope.names.ranges()) {
                if (range.alias().equals(alias)) {
                    return Optional.of(range);
                }
            }
        }
        return Optional.empty();
    }

    /** The range that is this relation, without an alias. */
    Optional<Range> range(String schema, String name) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            for (Range range : scope.names.ranges()) {
                if (range.isNamed(schema, name)) {
                    return Optional.of(range);
                }
            }
        }
        return Optional.empty();
    }

    /** Every range that can be named here. */
    List<Range> allRanges() {
        List<Range> all = new ArrayList<>();
        for (Scope scope = this; scope != null; scope = scope.outer) {
            all.addAll(scope.names.ranges());
        }
        return all;
    }

    /** Every column name that could be meant here, for suggestions. */
    Set<String> columnNames() {
        Set<String> all = new LinkedHashSet<>();
        for (Scope scope = this; scope != null; scope = scope.outer) {
            scope.names.columns().forEach(visible -> all.add(visible.column().name()));
        }
        return all;
    }

    /** Every range name that could be meant here, for suggestions. */
    Set<String> rangeNames() {
        Set<String> all = new LinkedHashSet<>();
        for (Scope scope = this; scope != null; scope = scope.outer) {
            scope.names.ranges().forEach(range -> all.add(range.alias()));
        }
        return all;
    }
}
