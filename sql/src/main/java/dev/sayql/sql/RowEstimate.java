package dev.sayql.sql;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;

/**
 * Estimates how many rows a FROM clause makes when what no condition connects is multiplied, and refuses the product of large
 * tables. What conditions make of connected tables is left to the planner.
 */
final class RowEstimate {

    static final double MAXIMUM_PRODUCT = 10_000_000;

    /** Stands for a table of which the planner knows nothing; small ones are never analysed by themselves. */
    static final double UNKNOWN_TABLE = 200;

    private RowEstimate() {}

    static double of(Catalog.Relation relation) {
        return relation.estimatedRows() < 0 ? UNKNOWN_TABLE : Math.max(1, relation.estimatedRows());
    }

    /** The rows of a FROM clause; connected ranges count as their largest. */
    static double product(List<Range> ranges, Links links) {
        IdentityHashMap<Range, Double> groups = new IdentityHashMap<>();
        ranges.forEach(range -> groups.merge(links.group(range), range.rows(), Math::max));
        double product = 1;
        for (double rows : groups.values()) {
            product *= rows;
        }
        if (groups.size() > 1 && product > MAXIMUM_PRODUCT) {
            List<String> names = new ArrayList<>();
            ranges.forEach(range -> names.add(range.alias()));
            throw new Refusal(
                    RejectionCode.CROSS_JOIN,
                    String.format(
                            Locale.ROOT,
                            "%s make about %.0f rows; connect them with a condition",
                            String.join(", ", names),
                            product));
        }
        return product;
    }

    /** Whether anything is multiplied. */
    static boolean isCrossed(List<Range> ranges, Links links) {
        return ranges.stream().map(links::group).distinct().count() > 1;
    }

    /** How many rows a recursion makes of each row it has, apart from those it finds in tables that are connected to it. */
    static double branching(List<Range> ranges, Range recursive, Links links) {
        double factor = 1;
        for (Range range : ranges) {
            boolean follows = range.isStored() && links.group(range) == links.group(recursive);
            if (range != recursive && !follows) {
                factor *= Math.max(1, range.rows());
            }
        }
        return factor;
    }

    /** Whether something else is connected with the recursion. */
    static boolean follows(List<Range> ranges, Range recursive, Links links) {
        return ranges.stream().anyMatch(range -> range != recursive && links.group(range) == links.group(recursive));
    }

    static double limited(double rows, Query.Tail tail) {
        return tail.limit() instanceof Expression.Literal literal && literal.isNumber()
                ? Math.min(rows, Numbers.magnitude(literal))
                : rows;
    }
}
