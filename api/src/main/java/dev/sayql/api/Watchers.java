package dev.sayql.api;

import dev.sayql.core.history.AuditEntry;

/** Who is told what happens, so that operators can see it. */
public record Watchers(FailureLog failures, AccessLog accesses, Outages outages, Figures figures) {

    /** Told of every call, once, with nothing in it that logs may not hold. Thread-safe. */
    @FunctionalInterface
    public interface AccessLog {

        void called(AuditEntry entry);
    }

    /** Tells failures of what we depend on, which pass, from failures of our own. Thread-safe. */
    @FunctionalInterface
    public interface Outages {

        boolean isOutage(Throwable cause);
    }
}
