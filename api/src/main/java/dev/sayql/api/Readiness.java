package dev.sayql.api;

import java.util.Map;

/**
 * Looks, now, whether questions can be answered. Takes a few seconds at most. Thread-safe.
 */
public interface Readiness {

    /** Each part that is needed, by name, and whether it works. */
    Map<String, Boolean> parts();

    /** The models of the local engine: {@code loaded}, {@code absent} or {@code damaged}. Questions are answered without them, fewer. */
    String models();
}
