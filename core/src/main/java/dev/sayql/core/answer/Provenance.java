package dev.sayql.core.answer;

import dev.sayql.core.generation.Understood;
import java.util.List;

/**
 * How an answer came about. Immutable.
 *
 * @param restatement what the question was understood to mean, in English
 * @param confidence 0 to 1
 * @param metrics names of the defined metrics used
 */
public record Provenance(
        AnsweredBy answeredBy,
        String restatement,
        List<Understood> understoodAs,
        double confidence,
        List<String> metrics) {

    public Provenance {
        understoodAs = List.copyOf(understoodAs);
        metrics = List.copyOf(metrics);
    }
}
