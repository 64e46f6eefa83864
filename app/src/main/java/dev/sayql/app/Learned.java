package dev.sayql.app;

import dev.sayql.engine.EngineModels;
import dev.sayql.engine.LocalEngine;

/** The state of what the local engine has learned: without it the rules answer alone, and less. */
public enum Learned {
    LOADED,
    ABSENT,
    /** It is there, but damaged or of another version; {@code ./sayql doctor} says which file and why. */
    DAMAGED;

    /** The local engine with what it has learned; it reads its likeliest candidates unless the configuration says otherwise. */
    static LocalEngine engine(AppConfig config, Parts parts) {
        EngineModels models = EngineModels.bundled();
        return new LocalEngine(config.encoder() ? models.readBy(parts.crossEncoder()) : models);
    }

    static Learned of(LocalEngine engine) {
        return engine.problem().isPresent() ? DAMAGED : engine.hasLearned() ? LOADED : ABSENT;
    }
}
