package dev.sayql.core.generation;

import java.util.List;

/**
 * Reads a question together with each of some texts, and says how well they go together (a cross-encoder: Nogueira and Cho 2019). What it says
 * of a text does not depend on the others. Thread-safe.
 */
@FunctionalInterface
public interface CrossEncoder {

    /**
     * Reads what each of some statements finds, in English, together with the question.
     *
     * @return a number for each text, in the same order: of two for one question, the higher is the likelier answer
     * @throws EmbedderUnavailableException when there is nothing to read them with on this machine
     */
    float[] scores(String question, List<String> texts);
}
