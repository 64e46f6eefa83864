package dev.sayql.core.generation;

/** What came of asking a language model. Each ending says what it cost; a reply that is shared costs one of its askers. */
public sealed interface ModelReply {

    /** What was paid for it; nothing when no call was answered. */
    Spending spent();

    /** A way to answer, unchecked. */
    record Wrote(Candidate candidate, Spending spent) implements ModelReply {}

    /** The model asks back. */
    record Unclear(Clarification clarification, Spending spent) implements ModelReply {}

    /** The model says that the question cannot be answered from this source. */
    record Declined(Decline decline, Spending spent) implements ModelReply {}

    /** There is no reply that can be used. */
    record Failed(ModelFault fault, Spending spent) implements ModelReply {}
}
