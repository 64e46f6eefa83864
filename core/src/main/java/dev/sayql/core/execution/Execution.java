package dev.sayql.core.execution;

import java.time.Duration;

/** How running a statement ended. */
public sealed interface Execution {

    record Done(Rows rows) implements Execution {}

    record TimedOut(Duration after) implements Execution {}

    record Failed(SourceError error) implements Execution {}

    record Cancelled() implements Execution {}
}
