package dev.sayql.engine;

import dev.sayql.core.generation.Finding;
import java.util.Arrays;
import java.util.List;

/**
 * The likeliest of the candidates for one question, and what tells how far it can be trusted: what speaks for it alone, and how
 * it stands beside the others. Immutable and thread-safe.
 */
public final class Winner {
    /** Candidates that are worth trying: with more of them no more was told, on the databases that were held back. */
    private static final int MOST_LIKELIEST = 5;

    private static final int RUNNERS_UP = 2;

    private final List<float[]> candidates;
    private final double[] scores;
    private final int[] order;

    /**
     * @param candidates the features of each; at least one
     * @param scores by which they are ordered, as many
     */
    public Winner(List<float[]> candidates, double[] scores) {
        if (candidates.isEmpty() || candidates.size() != scores.length) {
            throw new IllegalArgumentException(candidates.size() + " candidates, " + scores.length + " scores");
        }
        this.candidates = List.copyOf(candidates);
        this.scores = scores.clone();
        this.order = order(scores);
    }

    private static int[] order(double[] scores) {
        Integer[] places = new Integer[scores.length];
        Arrays.setAll(places, place -> place);
        Arrays.sort(places, (one, other) -> Double.compare(scores[other], scores[one]));
        return Arrays.stream(places).mapToInt(Integer::intValue).toArray();
    }

    /** Its place among the candidates; of equals the first one. */
    public int place() {
        return order[0];
    }

    /** The places of all candidates, the likeliest first. */
    int[] order() {
        return order.clone();
    }

    double score(int place) {
        return scores[place];
    }

    /** The places of those that are tried before the first is trusted, the likeliest first. */
    public List<Integer> likeliest() {
        return Arrays.stream(order).limit(MOST_LIKELIEST).boxed().toList();
    }

    /** How far a candidate stands out by its score: its share in the softmax, 0 to 1. */
    public double share(int place) {
        double all = Arrays.stream(scores)
                .map(score -> Math.exp(score - scores[order[0]]))
                .sum();
        return Math.exp(scores[place] - scores[order[0]]) / all;
    }

    /** Its own features, then its lead, the spread of the others, and where the grammar's answer stands. */
    public float[] features() {
        return row().values();
    }

    /**
     * The same, and what was found.
     *
     * @param found by each of {@link #likeliest}
     */
    public float[] features(List<Finding> found) {
        FeatureRow row = row();
        new Agreement(found, likeliest().stream().map(this::share).toList()).addTo(row);
        return row.values();
    }

    private FeatureRow row() {
        FeatureRow row = new FeatureRow();
        for (float value : candidates.get(order[0])) {
            row.add(value);
        }
        row.add(share(order[0]));
        for (int rank = 1; rank <= RUNNERS_UP; rank++) {
            row.add(rank < order.length ? share(order[rank]) : 0);
        }
        row.add(scores[order[0]]).add(order.length > 1 ? scores[order[0]] - scores[order[1]] : Double.NaN);
        row.add(spread()).add(order.length);
        int answer = answerOfGrammar();
        row.add(answer < 0 ? Double.NaN : share(answer)).add(answer == order[0]);
        return row;
    }

    /** The entropy of the shares, in nats. */
    private double spread() {
        double spread = 0;
        for (int place = 0; place < scores.length; place++) {
            double share = share(place);
            spread -= share > 0 ? share * Math.log(share) : 0;
        }
        return spread;
    }

    private int answerOfGrammar() {
        for (int place = 0; place < candidates.size(); place++) {
            if (CandidateFeatures.isAnswerOfGrammar(candidates.get(place))) {
                return place;
            }
        }
        return -1;
    }
}
