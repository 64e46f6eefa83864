package dev.sayql.api;

import java.util.Map;

/**
 * Looks, now, whether questions can be answered. Takes a few seconds at most. Thread-safe.
 */
@FunctionalInterface
public interface Readiness {

    /** Each part that is needed, by name, and whether it works. */
    Map<String, Boolean> parts();
}
