package dev.sayql.engine.learned;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A multinomial log-linear model: how probable each of its classes is, given sparse features that are there or not.
 * Features are numbers from 0 to 2^bits, usually hashes. Each weight takes one byte, in steps of its class's own size;
 * small ones are left out. Immutable and thread-safe.
 */
public final class LogLinear {

    private static final String KIND = "log-linear";
    private static final int VERSION = 1;
    private static final int MOST_BITS = 24;
    private static final int MOST_CLASSES = 1 << 16;
    private static final int MOST_WEIGHTS = 1 << 24;
    private static final int STEPS = 127;

    private final List<String> classes;
    private final int bits;
    private final float[] biases;

    /** Of each class the size of one step of its weights. */
    private final float[] steps;

    /** Of each feature where its weights start; they end where the next feature's start. */
    private final int[] starts;

    private final char[] classOfWeight;
    private final byte[] weights;

    /** Weights for one feature after another, each with its class. */
    private LogLinear(
            List<String> classes,
            int bits,
            float[] biases,
            float[] steps,
            int[] starts,
            char[] ofClass,
            byte[] weights) {
        this.classes = List.copyOf(classes);
        this.bits = bits;
        this.biases = biases;
        this.steps = steps;
        this.starts = starts;
        this.classOfWeight = ofClass;
        this.weights = weights;
    }

    /**
     * A model of weights as they were learned.
     *
     * @param bits the features are below 2^bits; at most 24
     * @param biases what each class scores before any feature is looked at
     * @param learned of a feature its weight for each class
     * @param least smaller weights, by their absolute value, are left out
     */
    public static LogLinear of(
            List<String> classes, int bits, float[] biases, SortedMap<Integer, float[]> learned, double least) {
        check(classes, bits);
        if (biases.length != classes.size()) {
            throw new IllegalArgumentException(biases.length + " biases for " + classes.size() + " classes");
        }
        float[] steps = steps(classes.size(), learned);
        int[] starts = new int[(1 << bits) + 1];
        char[] ofClass = new char[16];
        byte[] weights = new byte[16];
        int count = 0;
        int feature = 0;
        for (var entry : new TreeMap<>(learned).entrySet()) {
            feature = fill(starts, feature, checkFeature(entry.getKey(), bits), count);
            float[] row = entry.getValue();
            for (int each = 0; each < row.length; each++) {
                int quantised = steps[each] == 0 ? 0 : Math.round(row[each] / steps[each]);
                if (quantised != 0 && Math.abs(row[each]) >= least) {
                    if (count == weights.length) {
                        ofClass = Arrays.copyOf(ofClass, count * 2);
                        weights = Arrays.copyOf(weights, count * 2);
                    }
                    ofClass[count] = (char) each;
                    weights[count++] = (byte) quantised;
                }
            }
        }
        fill(starts, feature, 1 << bits, count);
        if (count > MOST_WEIGHTS) {
            throw new IllegalArgumentException(count + " weights; at most " + MOST_WEIGHTS + " can be kept");
        }
        return new LogLinear(
                classes,
                bits,
                biases.clone(),
                steps,
                starts,
                Arrays.copyOf(ofClass, count),
                Arrays.copyOf(weights, count));
    }

    private static void check(List<String> classes, int bits) {
        if (bits < 1 || bits > MOST_BITS) {
            throw new IllegalArgumentException("features of " + bits + " bits; 1 to " + MOST_BITS + " are possible");
        }
        if (classes.isEmpty() || classes.size() > MOST_CLASSES) {
            throw new IllegalArgumentException(classes.size() + " classes; 1 to " + MOST_CLASSES + " are possible");
        }
        if (new HashSet<>(classes).size() != classes.size()) {
            throw new IllegalArgumentException("a class is named twice");
        }
    }

    private static int checkFeature(int feature, int bits) {
        if (feature < 0 || feature >= 1 << bits) {
            throw new IllegalArgumentException("feature " + feature + " is not one of " + (1 << bits));
        }
        return feature;
    }

    /** Features after the one and up to the other start here. */
    private static int fill(int[] starts, int after, int upTo, int start) {
        Arrays.fill(starts, after + 1, upTo + 1, start);
        return upTo;
    }

    private static float[] steps(int classes, SortedMap<Integer, float[]> learned) {
        float[] largest = new float[classes];
        for (float[] row : learned.values()) {
            if (row.length != classes) {
                throw new IllegalArgumentException(row.length + " weights for " + classes + " classes");
            }
            for (int each = 0; each < classes; each++) {
                largest[each] = Math.max(largest[each], Math.abs(row[each]));
            }
        }
        for (int each = 0; each < classes; each++) {
            if (!Float.isFinite(largest[each])) {
                throw new IllegalArgumentException("a weight is no finite number");
            }
            largest[each] /= STEPS;
        }
        return largest;
    }

    /** The names of the classes, in the order of the probabilities. */
    public List<String> classes() {
        return classes;
    }

    /** Features are below two to the power of this. */
    public int bits() {
        return bits;
    }

    /** How many weights are kept. */
    public int size() {
        return weights.length;
    }

    /**
     * The natural logarithm of each class's probability, given the features that are there. A feature named twice counts
     * twice.
     */
    public double[] logProbabilities(int[] features) {
        int[] sums = new int[classes.size()];
        for (int feature : features) {
            checkFeature(feature, bits);
            for (int i = starts[feature]; i < starts[feature + 1]; i++) {
                sums[classOfWeight[i]] += weights[i];
            }
        }
        double[] scores = new double[sums.length];
        double largest = Double.NEGATIVE_INFINITY;
        for (int each = 0; each < scores.length; each++) {
            scores[each] = biases[each] + (double) steps[each] * sums[each];
            largest = Math.max(largest, scores[each]);
        }
        double total = 0;
        for (double score : scores) {
            total += Math.exp(score - largest);
        }
        double logTotal = largest + Math.log(total);
        for (int each = 0; each < scores.length; each++) {
            scores[each] -= logTotal;
        }
        return scores;
    }

    /**
     * Reads a model to the end of a stream, and does not close it.
     *
     * @throws UnreadableModelException when the stream does not hold what {@link #write} wrote
     */
    public static LogLinear read(InputStream stream) {
        return ModelFile.read(stream, KIND, VERSION, in -> {
            List<String> classes = ModelFile.readNames(in);
            int bits = in.readUnsignedByte();
            check(classes, bits);
            return readWeights(in, classes, bits, readFloats(in, classes.size()), readFloats(in, classes.size()));
        });
    }

    private static float[] readFloats(DataInputStream in, int count) throws IOException {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = in.readFloat();
            if (!Float.isFinite(numbers[i])) {
                throw new IllegalArgumentException("a weight is no finite number");
            }
        }
        return numbers;
    }

    private static LogLinear readWeights(
            DataInputStream in, List<String> classes, int bits, float[] biases, float[] steps) throws IOException {
        int count = ModelFile.readCount(in, MOST_WEIGHTS);
        int[] starts = new int[(1 << bits) + 1];
        char[] ofClass = new char[count];
        byte[] weights = new byte[count];
        int next = 0;
        for (int feature = 0; feature < 1 << bits; feature++) {
            starts[feature] = next;
            int mine = ModelFile.readCount(in, Math.min(classes.size(), count - next));
            int last = -1;
            for (int i = 0; i < mine; i++) {
                last += 1 + ModelFile.readCount(in, classes.size() - last - 2);
                ofClass[next] = (char) last;
                weights[next++] = in.readByte();
            }
        }
        starts[1 << bits] = next;
        if (next != count) {
            throw new IllegalArgumentException(next + " weights where " + count + " were announced");
        }
        return new LogLinear(classes, bits, biases, steps, starts, ofClass, weights);
    }

    /** Writes the model, compressed; does not close the stream. */
    public void write(OutputStream stream) throws IOException {
        ModelFile.write(stream, KIND, VERSION, out -> {
            ModelFile.writeNames(out, classes);
            out.writeByte(bits);
            writeFloats(out, biases);
            writeFloats(out, steps);
            ModelFile.writeCount(out, weights.length);
            for (int feature = 0; feature < 1 << bits; feature++) {
                ModelFile.writeCount(out, starts[feature + 1] - starts[feature]);
                int last = -1;
                for (int i = starts[feature]; i < starts[feature + 1]; i++) {
                    ModelFile.writeCount(out, classOfWeight[i] - last - 1);
                    last = classOfWeight[i];
                    out.writeByte(weights[i]);
                }
            }
        });
    }

    private static void writeFloats(DataOutputStream out, float[] numbers) throws IOException {
        for (float number : numbers) {
            out.writeFloat(number);
        }
    }
}
