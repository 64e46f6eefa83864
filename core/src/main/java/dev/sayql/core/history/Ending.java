package dev.sayql.core.history;

/** How an exchange ended, as it is kept. */
public enum Ending {
    ANSWERED,
    CLARIFICATION,
    DECLINED,
    REFUSED,
    TOO_EXPENSIVE,
    TOO_SLOW,
    SOURCE_FAILED,
    SOURCE_UNAVAILABLE,
    CANCELLED,
    UNKNOWN_SOURCE,
    UNKNOWN_TABLES,
    FAILED
}
