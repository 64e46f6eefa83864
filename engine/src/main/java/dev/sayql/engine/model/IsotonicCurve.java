package dev.sayql.engine.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * How probable it is that something is right, by its score: a curve that never falls, straight between its points and
 * level beyond them. Immutable and thread-safe.
 */
public final class IsotonicCurve {

    private static final String KIND = "isotonic";
    private static final int VERSION = 1;
    private static final int MOST_POINTS = 1 << 20;

    private final double[] scores;
    private final double[] probabilities;

    private IsotonicCurve(double[] scores, double[] probabilities) {
        this.scores = scores;
        this.probabilities = probabilities;
        if (scores.length == 0 || scores.length != probabilities.length) {
            throw new IllegalArgumentException(scores.length + " scores, " + probabilities.length + " probabilities");
        }
        for (int i = 0; i < scores.length; i++) {
            if (!Double.isFinite(scores[i]) || !(probabilities[i] >= 0 && probabilities[i] <= 1)) {
                throw new IllegalArgumentException("no point: " + probabilities[i] + " at " + scores[i]);
            }
            if (i > 0 && (scores[i] <= scores[i - 1] || probabilities[i] < probabilities[i - 1])) {
                throw new IllegalArgumentException("the curve falls, or goes back, at " + scores[i]);
            }
        }
    }

    /**
     * A curve through points.
     *
     * @param scores each greater than the one before; at least one
     * @param probabilities of each score, 0 to 1, none less than the one before
     */
    public static IsotonicCurve of(double[] scores, double[] probabilities) {
        return new IsotonicCurve(scores.clone(), probabilities.clone());
    }

    /** How probable it is at this score, 0 to 1. NaN is as bad as the least score. */
    public double at(double score) {
        int last = scores.length - 1;
        if (!(score > scores[0])) {
            return probabilities[0];
        }
        if (score >= scores[last]) {
            return probabilities[last];
        }
        int low = 0;
        int high = last;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (scores[middle] <= score) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double part = (score - scores[low]) / (scores[high] - scores[low]);
        return probabilities[low] + part * (probabilities[high] - probabilities[low]);
    }

    /** The least score that is at least so probable; positive infinity when none is. */
    public double leastScoreFor(double probability) {
        if (probabilities[0] >= probability) {
            return Double.NEGATIVE_INFINITY;
        }
        for (int i = 1; i < scores.length; i++) {
            if (probabilities[i] >= probability) {
                double part = (probability - probabilities[i - 1]) / (probabilities[i] - probabilities[i - 1]);
                return scores[i - 1] + part * (scores[i] - scores[i - 1]);
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    /**
     * Reads a curve to the end of a stream, and does not close it.
     *
     * @throws UnreadableModelException when the stream does not hold what {@link #write} wrote
     */
    public static IsotonicCurve read(InputStream stream) {
        return ModelFile.read(stream, KIND, VERSION, in -> {
            int points = ModelFile.readCount(in, MOST_POINTS);
            double[] scores = new double[points];
            double[] probabilities = new double[points];
            for (int i = 0; i < points; i++) {
                scores[i] = in.readDouble();
                probabilities[i] = in.readDouble();
            }
            return new IsotonicCurve(scores, probabilities);
        });
    }

    /** Writes the curve, compressed; does not close the stream. */
    public void write(OutputStream stream) throws IOException {
        ModelFile.write(stream, KIND, VERSION, out -> {
            ModelFile.writeCount(out, scores.length);
            for (int i = 0; i < scores.length; i++) {
                out.writeDouble(scores[i]);
                out.writeDouble(probabilities[i]);
            }
        });
    }
}
