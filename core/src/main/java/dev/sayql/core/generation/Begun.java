package dev.sayql.core.generation;

import java.util.Optional;

/** How far drafting came without a language model. */
public sealed interface Begun {

    /** It is over. */
    record Ended(Draft draft) implements Begun {}

    /**
     * A model may know what the generator does not.
     *
     * @param otherwise what the person is asked when no model knows either
     */
    record ForModel(ModelTask task, Optional<Clarification> otherwise) implements Begun {}
}
