package dev.sayql.core.answer;

/** How far an answer can be trusted, from evidence and never from a generator's opinion of itself. Best first. */
public enum Trust {
    /** An approved query on the same schema. */
    VERIFIED,
    /** Compiled from a metric that the team defined, and nothing to be careful about. */
    METRIC,
    /** Every check that was made is clean. */
    CHECKED,
    /** Something to be careful about, or little confidence. */
    UNCERTAIN,
    /** No answer. */
    NONE
}
