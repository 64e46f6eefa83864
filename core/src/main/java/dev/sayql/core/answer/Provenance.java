package dev.sayql.core.answer;

import dev.sayql.core.generation.Revision;
import dev.sayql.core.generation.Understood;
import java.util.List;
import java.util.Optional;

/**
 * How an answer came about. Immutable.
 *
 * @param restatement what the question was understood to mean, in English
 * @param confidence 0 to 1
 * @param metrics names of the defined metrics used
 * @param revision what a refinement changed of the earlier question; empty for a question of its own
 * @param model the language model that wrote the SQL; empty when none did
 */
public record Provenance(
        AnsweredBy answeredBy,
        String restatement,
        List<Understood> understoodAs,
        double confidence,
        List<String> metrics,
        Optional<Revision> revision,
        Optional<String> model) {

    public Provenance {
        understoodAs = List.copyOf(understoodAs);
        metrics = List.copyOf(metrics);
    }

    /** How an answer to a question of its own came about. */
    public Provenance(
            AnsweredBy answeredBy,
            String restatement,
            List<Understood> understoodAs,
            double confidence,
            List<String> metrics) {
        this(answeredBy, restatement, understoodAs, confidence, metrics, Optional.empty(), Optional.empty());
    }
}
