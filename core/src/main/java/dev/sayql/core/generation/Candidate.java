package dev.sayql.core.generation;

import dev.sayql.sql.SqlText;
import java.util.List;
import java.util.Optional;

/**
 * One way to answer a question. Immutable.
 *
 * @param sql unchecked
 * @param restatement the meaning in English, derived from the SQL's own representation
 * @param confidence estimated probability that this is what was asked, 0 to 1
 * @param metrics names of the defined metrics it computes
 * @param revision what a refinement changed; empty for a question of its own
 * @param model the language model that wrote it; empty when none did
 */
public record Candidate(
        SqlText sql,
        String restatement,
        List<Understood> understoodAs,
        double confidence,
        List<String> metrics,
        Optional<Revision> revision,
        Optional<String> model) {

    public Candidate {
        understoodAs = List.copyOf(understoodAs);
        metrics = List.copyOf(metrics);
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence is between 0 and 1");
        }
    }

    /** A candidate for a question of its own. */
    public Candidate(
            SqlText sql, String restatement, List<Understood> understoodAs, double confidence, List<String> metrics) {
        this(sql, restatement, understoodAs, confidence, metrics, Optional.empty(), Optional.empty());
    }

    /** The same, with what it changes of an earlier question. */
    public Candidate revising(Revision change) {
        return new Candidate(sql, restatement, understoodAs, confidence, metrics, Optional.of(change), model);
    }

    /** The same, written by a language model. */
    public Candidate writtenBy(String name) {
        return new Candidate(sql, restatement, understoodAs, confidence, metrics, revision, Optional.of(name));
    }

    /** The same with other SQL, which the restatement owns up to. */
    Candidate mended(SqlText mended, String note) {
        return new Candidate(mended, restatement + " " + note, understoodAs, confidence, metrics, revision, model);
    }
}
