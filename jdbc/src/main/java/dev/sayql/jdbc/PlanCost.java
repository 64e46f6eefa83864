package dev.sayql.jdbc;

import dev.sayql.core.execution.Explanation;
import dev.sayql.core.execution.Limits;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the planner expects of a statement.
 *
 * @param cost of the whole statement, in the planner's units
 * @param rows of the largest step
 */
record PlanCost(double cost, double rows) {
    // PostgreSQL prints each key on a line of its own, and a line break inside a string as \n: a literal cannot pose as
    // a key.
    private static final Pattern COST = Pattern.compile("(?m)^ *\"Total Cost\": ([0-9.e+]+)");
    private static final Pattern ROWS = Pattern.compile("(?m)^ *\"Plan Rows\": ([0-9.e+]+)");

    /** Reads the output of {@code EXPLAIN (FORMAT JSON)}. An unreadable plan is infinitely expensive. */
    static PlanCost of(String json) {
        Matcher whole = COST.matcher(json);
        double cost = whole.find() ? Double.parseDouble(whole.group(1)) : Double.POSITIVE_INFINITY;
        return new PlanCost(cost, largestRows(json));
    }

    Explanation within(Limits limits) {
        return cost <= limits.planCost() && rows <= limits.planRows()
                ? new Explanation.Affordable(cost, rows)
                : new Explanation.TooExpensive(cost, rows);
    }

    private static double largestRows(String json) {
        Matcher matcher = ROWS.matcher(json);
        double largest = -1;
        while (matcher.find()) {
            largest = Math.max(largest, Double.parseDouble(matcher.group(1)));
        }
        return largest < 0 ? Double.POSITIVE_INFINITY : largest;
    }
}
