package dev.sayql.core.answer;

/** What a receipt can look into. */
public enum Check {
    TRUNCATION,
    FAN_OUT,
    UNKNOWN_LITERAL,
    LIMIT_WITHOUT_ORDER,
    NO_ROWS,
    DROPPED_ROWS,
    NULL_GROUPS,
    PARTIAL_PERIOD
}
