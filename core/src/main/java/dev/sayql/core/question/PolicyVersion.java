package dev.sayql.core.question;

/**
 * What was last decided about a source. Immutable.
 *
 * @param version counts up with every decision; 0 before the first
 */
public record PolicyVersion(int version, SourcePolicy policy) {

    /** Nothing was decided yet. */
    public static final PolicyVersion NONE = new PolicyVersion(0, SourcePolicy.NONE);
}
