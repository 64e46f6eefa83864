package dev.sayql.core.generation;

import java.util.List;

/**
 * Turns texts into vectors that point the same way where the texts mean the same. The same text always gets the same vector, whatever
 * stands beside it. Thread-safe.
 */
@FunctionalInterface
public interface TextEmbedder {

    /**
     * Reads short texts: a question, the name of a column.
     *
     * @return a vector for each, in the same order; all of one width and of length one
     * @throws EmbedderUnavailableException when there is nothing to read them with on this machine
     */
    List<float[]> embed(List<String> texts);
}
