package dev.sayql.jdbc;

import dev.sayql.core.question.Source;
import java.util.Optional;

/** Finds how a source is reached, by its team and id; empty when it has been taken away. Thread-safe. */
@FunctionalInterface
public interface JdbcSources {
    Optional<JdbcSource> of(Source source);
}
