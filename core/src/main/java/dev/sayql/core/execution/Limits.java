package dev.sayql.core.execution;

import java.time.Duration;

/**
 * How much one statement may take. Immutable.
 *
 * @param rows rows returned at most; one more is fetched to know whether there are more
 * @param statementTimeout measured by the database server; the client cancels 2 s later
 * @param resultBytes size of all cells together
 * @param cellBytes size of one cell
 * @param columns columns returned at most
 * @param planCost the planner's estimated total cost above which a statement is not started
 * @param planRows the planner's estimated rows of any one step above which a statement is not started
 */
public record Limits(
        int rows,
        Duration statementTimeout,
        long resultBytes,
        int cellBytes,
        int columns,
        double planCost,
        double planRows) {

    public Limits {
        if (rows < 1
                || statementTimeout.isNegative()
                || statementTimeout.isZero()
                || resultBytes < 1
                || cellBytes < 1) {
            throw new IllegalArgumentException("limits must be positive");
        }
    }

    public static Limits defaults() {
        return new Limits(1_000, Duration.ofSeconds(30), 5_000_000, 1_000_000, 200, 50_000_000, 1_000_000_000);
    }

    public Limits withRows(int newRows) {
        return new Limits(newRows, statementTimeout, resultBytes, cellBytes, columns, planCost, planRows);
    }
}
