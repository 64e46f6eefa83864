package dev.sayql.app;

import dev.sayql.engine.LocalEngine;

/** The state of what the local engine has learned: without it the rules answer alone, and less. */
public enum Learned {
    LOADED,
    ABSENT,
    /** It is there, but damaged or of another version; {@code ./sayql doctor} says which file and why. */
    DAMAGED;

    static Learned of(LocalEngine engine) {
        return engine.problem().isPresent() ? DAMAGED : engine.hasLearned() ? LOADED : ABSENT;
    }
}
