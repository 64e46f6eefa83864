package dev.sayql.core.generation;

import dev.sayql.sql.SqlText;
import java.util.List;

/**
 * One way to answer a question. Immutable.
 *
 * @param sql unchecked
 * @param restatement the meaning in English, derived from the SQL's own representation
 * @param confidence estimated probability that this is what was asked, 0 to 1
 * @param metrics names of the defined metrics it computes
 */
public record Candidate(
        SqlText sql, String restatement, List<Understood> understoodAs, double confidence, List<String> metrics) {

    public Candidate {
        understoodAs = List.copyOf(understoodAs);
        metrics = List.copyOf(metrics);
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence is between 0 and 1");
        }
    }
}
