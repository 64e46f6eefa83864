package dev.sayql.engine;

import dev.sayql.core.generation.Finding;
import dev.sayql.engine.learned.TreeEnsemble;
import java.util.List;

/**
 * Orders the candidates for a question, and says how surely the likeliest one is right. Immutable and thread-safe.
 *
 * @param trees give a number by which candidates are ordered
 * @param sureness gives, from the features of a {@link Winner}, the logarithm of the odds that it is right
 * @param tried the same from its features together with what was found
 */
public record Ranker(TreeEnsemble trees, TreeEnsemble sureness, TreeEnsemble tried) {

    /**
     * Their order.
     *
     * @param rows the features of each candidate; at least one
     */
    public Winner winner(List<float[]> rows) {
        return new Winner(rows, rows.stream().mapToDouble(trees::score).toArray());
    }

    /**
     * How probable it is that the likeliest of some candidates is right, 0 to 1.
     *
     * @param found by each of {@link Winner#likeliest}
     */
    double probability(Winner winner, List<Finding> found) {
        return found.getFirst() instanceof Finding.Untried
                ? sureness.probability(winner.features())
                : tried.probability(winner.features(found));
    }
}
