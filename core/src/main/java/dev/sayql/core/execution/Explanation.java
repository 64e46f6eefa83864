package dev.sayql.core.execution;

/** What the planner says about a statement before it is run. */
public sealed interface Explanation {

    /** Within the limits. */
    record Affordable(double cost, double rows) implements Explanation {}

    /** Estimated to exceed a limit; not run. */
    record TooExpensive(double cost, double rows) implements Explanation {}

    /** The server does not accept the statement. */
    record Failed(SourceError error) implements Explanation {}

    /** Taken back before the planner had said anything. */
    record Cancelled() implements Explanation {}
}
