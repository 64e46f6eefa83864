package dev.sayql.core.answering;

/** Told as the flow reaches each step. Called on the thread that answers; must return quickly and not throw. */
@FunctionalInterface
public interface Progress {

    /** The steps a person can watch. */
    enum Step {
        READING_SCHEMA,
        UNDERSTANDING,
        /** What is not answered without one is written by a language model. */
        ASKING_MODEL,
        RUNNING,
        CHECKING
    }

    void reached(Step step);

    static Progress silent() {
        return step -> {};
    }
}
