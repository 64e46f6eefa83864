package dev.sayql.engine;

import dev.sayql.core.generation.CrossEncoder;
import dev.sayql.core.generation.EmbedderUnavailableException;
import dev.sayql.core.generation.Finding;
import java.util.List;
import java.util.Optional;

/**
 * The order of the candidates for a question, and what says how surely the first of them is right. Immutable and thread-safe.
 *
 * @param ranker what ordered them
 * @param before the order in which they were read; empty where they were not
 */
record CandidateOrder(Winner winner, Ranker ranker, Optional<CandidateOrder> before) {

    /** By what is known of each. */
    static CandidateOrder of(Ranker ranker, List<float[]> rows) {
        return new CandidateOrder(ranker.winner(rows), ranker, Optional.empty());
    }

    /** The same once the likeliest were read together with the question; unchanged where there is nothing to read them with. */
    CandidateOrder read(String question, List<Pooled> pool, List<float[]> rows, EngineModels models) {
        Optional<CrossEncoder> encoder = models.encoder();
        Optional<Ranker> reranker = models.reranker();
        if (encoder.isEmpty() || reranker.isEmpty()) {
            return this;
        }
        Reranking reranking = new Reranking(rows, winner);
        List<String> texts = reranking.read().stream()
                .map(place -> Restatement.of(pool.get(place).query()))
                .toList();
        try {
            float[] scores = encoder.get().scores(question, texts);
            Ranker ranked = reranker.get();
            return new CandidateOrder(ranked.winner(reranking.rows(scores)), ranked, Optional.of(this));
        } catch (EmbedderUnavailableException without) {
            return this;
        }
    }

    /**
     * The order that says how sure its first is. Where that was the first before it was read, too, what was known then says it better: over databases
     * that nothing was learned from, more of the surest were right, for readers learned from what they read are too sure.
     */
    CandidateOrder trusted() {
        return before.filter(order -> !isChanged()).orElse(this);
    }

    /** Whether another was first before they were read. */
    boolean isChanged() {
        return before.filter(order -> order.winner().place() != winner.place()).isPresent();
    }

    /** How probable it is that the first is right, from what is known of each of {@link Winner#likeliest}. */
    double sureness(List<Finding> found) {
        return ranker.probability(winner, found);
    }
}
