package dev.sayql.core.semantics;

import dev.sayql.core.question.Source;

/** The port to what a team has taught about a source; {@link Semantics#none()} when nothing. Thread-safe. */
@FunctionalInterface
public interface SemanticsOf {
    Semantics of(Source source);
}
