package dev.sayql.core.semantics;

/** How a metric or a question folds many values into one. */
public enum Aggregation {
    COUNT,
    COUNT_DISTINCT,
    SUM,
    AVERAGE,
    MINIMUM,
    MAXIMUM
}
