package dev.sayql.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What reading the likeliest candidates together with the question adds to what is known of all of them. The first order counts on, for
 * reading costs time and is done for few. Immutable and thread-safe.
 */
public final class Reranking {
    /** Candidates that are read: with eight of them no more was right than with six, and each costs milliseconds. */
    private static final int MOST_READ = 6;

    private final List<float[]> rows;
    private final Winner first;

    /**
     * @param rows the features of each candidate
     * @param first their order by those
     */
    public Reranking(List<float[]> rows, Winner first) {
        this.rows = List.copyOf(rows);
        this.first = first;
    }

    /** The places of the candidates that are read, the likeliest first. */
    public List<Integer> read() {
        return Arrays.stream(first.order()).limit(MOST_READ).boxed().toList();
    }

    /**
     * The features of each candidate, then how it was read, how many were read as likelier, and how it stood before.
     *
     * @param scores of each of {@link #read}
     */
    public List<float[]> rows(float[] scores) {
        List<Integer> places = read();
        if (scores.length != places.size()) {
            throw new IllegalArgumentException(scores.length + " scores for " + places.size());
        }
        List<float[]> more = new ArrayList<>();
        for (int place = 0; place < rows.size(); place++) {
            int index = places.indexOf(place);
            FeatureRow row = new FeatureRow();
            for (float value : rows.get(place)) {
                row.add(value);
            }
            if (index < 0) {
                row.unknown(1).add(MOST_READ);
            } else {
                row.add(scores[index] - logarithmOfSum(scores)).add(likelier(scores, scores[index]));
            }
            row.add(first.score(place) - first.score(first.place()));
            more.add(row.values());
        }
        return List.copyOf(more);
    }

    private static double logarithmOfSum(float[] scores) {
        double most = Double.NEGATIVE_INFINITY;
        for (float score : scores) {
            most = Math.max(most, score);
        }
        double sum = 0;
        for (float score : scores) {
            sum += Math.exp(score - most);
        }
        return most + Math.log(sum);
    }

    private static long likelier(float[] scores, float than) {
        long count = 0;
        for (float score : scores) {
            count += score > than ? 1 : 0;
        }
        return count;
    }
}
