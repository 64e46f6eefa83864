package dev.sayql.engine.learned;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;

/**
 * Gradient-boosted regression trees: a number for a row of features, the sum of one leaf of each tree and a base. What
 * the number means (log-odds, or only an order) is up to whoever trained it. A feature that is missing is NaN. Immutable
 * and thread-safe; a score of 300 trees of depth 5 takes some microseconds.
 */
public final class TreeEnsemble {

    private static final String KIND = "trees";
    private static final int VERSION = 1;
    private static final int DEEPEST = 64;
    private static final int MOST_NODES = 1 << 24;

    private final List<String> features;
    private final double base;
    private final int[] roots;

    /** Of each node the feature times two, plus one where missing values go low; {@link #LEAF} at a leaf. */
    private final int[] splits;

    /** Of each node the threshold, or the leaf's value. */
    private final float[] values;

    /** Of each node where its low child is; the high one is next to it. */
    private final int[] lows;

    private static final int LEAF = -1;

    /** A tree, by its topmost node. */
    public sealed interface Node {}

    /** The end of a path: what the tree adds to the score. */
    public record Leaf(float value) implements Node {
        public Leaf {
            if (!Float.isFinite(value)) {
                throw new IllegalArgumentException("a leaf's value is a finite number, not " + value);
            }
        }
    }

    /**
     * A question of one feature.
     *
     * @param feature its place in the row
     * @param threshold rows with at most this go low, rows with more go high
     * @param missingLow where rows go whose feature is NaN
     */
    public record Split(int feature, float threshold, boolean missingLow, Node low, Node high) implements Node {
        public Split {
            if (feature < 0 || !Float.isFinite(threshold)) {
                throw new IllegalArgumentException("no split: feature " + feature + " at " + threshold);
            }
        }
    }

    private TreeEnsemble(List<String> features, double base, List<Node> trees) {
        this.features = List.copyOf(features);
        this.base = base;
        if (!Double.isFinite(base)) {
            throw new IllegalArgumentException("the base is a finite number, not " + base);
        }
        if (new HashSet<>(features).size() != features.size()) {
            throw new IllegalArgumentException("a feature is named twice");
        }
        int nodes = trees.stream().mapToInt(tree -> count(tree, 0)).sum();
        this.roots = new int[trees.size()];
        this.splits = new int[nodes];
        this.values = new float[nodes];
        this.lows = new int[nodes];
        int next = 0;
        for (int tree = 0; tree < roots.length; tree++) {
            roots[tree] = next;
            next = lay(trees.get(tree), next);
        }
    }

    /**
     * Trees over features with these names, in the order of a row.
     *
     * @throws IllegalArgumentException when a tree asks for a feature beyond them, or is deeper than 64
     */
    public static TreeEnsemble of(List<String> features, double base, List<Node> trees) {
        return new TreeEnsemble(features, base, trees);
    }

    private int count(Node node, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("a tree is deeper than " + DEEPEST);
        }
        return switch (node) {
            case Leaf _ -> 1;
            case Split(int feature, float _, boolean _, Node low, Node high) -> {
                if (feature >= features.size()) {
                    throw new IllegalArgumentException(
                            "a tree asks for feature " + feature + " of " + features.size() + " features");
                }
                yield 1 + count(low, depth + 1) + count(high, depth + 1);
            }
        };
    }

    /** Lays a tree out from this place on, level by level, so that brothers are neighbours; returns the next free place. */
    private int lay(Node tree, int start) {
        Queue<Node> level = new ArrayDeque<>(List.of(tree));
        int place = start;
        int free = start + 1;
        while (!level.isEmpty()) {
            switch (level.remove()) {
                case Leaf(float value) -> {
                    splits[place] = LEAF;
                    values[place] = value;
                }
                case Split(int feature, float threshold, boolean missingLow, Node low, Node high) -> {
                    splits[place] = feature * 2 + (missingLow ? 1 : 0);
                    values[place] = threshold;
                    lows[place] = free;
                    free += 2;
                    level.add(low);
                    level.add(high);
                }
            }
            place++;
        }
        return free;
    }

    /** The names of the features, in the order of a row: whoever makes rows can tell whether these are its own. */
    public List<String> features() {
        return features;
    }

    /** How many trees there are. */
    public int size() {
        return roots.length;
    }

    /** The score taken as the logarithm of odds: how probable it is, 0 to 1. */
    public double probability(float[] row) {
        return 1 / (1 + Math.exp(-score(row)));
    }

    /**
     * The base and one leaf of each tree, added up.
     *
     * @throws IllegalArgumentException when the row has not as many features as the trees were trained on
     */
    public double score(float[] row) {
        if (row.length != features.size()) {
            throw new IllegalArgumentException(
                    "a row of " + row.length + " features for trees over " + features.size());
        }
        double sum = base;
        for (int root : roots) {
            int node = root;
            for (int split = splits[node]; split != LEAF; split = splits[node]) {
                float value = row[split >>> 1];
                boolean low = value <= values[node] || (Float.isNaN(value) && (split & 1) == 1);
                node = low ? lows[node] : lows[node] + 1;
            }
            sum += values[node];
        }
        return sum;
    }

    /**
     * Reads trees to the end of a stream, and does not close it.
     *
     * @throws UnreadableModelException when the stream does not hold what {@link #write} wrote
     */
    public static TreeEnsemble read(InputStream stream) {
        return ModelFile.read(stream, KIND, VERSION, in -> {
            List<String> features = ModelFile.readNames(in);
            double base = in.readDouble();
            int trees = ModelFile.readCount(in, MOST_NODES);
            List<Node> roots = new ArrayList<>();
            for (int tree = 0; tree < trees; tree++) {
                roots.add(readNode(in, 0));
            }
            return new TreeEnsemble(features, base, roots);
        });
    }

    private static Node readNode(DataInputStream in, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("a tree is deeper than " + DEEPEST);
        }
        int code = ModelFile.readCount(in, Integer.MAX_VALUE);
        float value = in.readFloat();
        if (code == 0) {
            return new Leaf(value);
        }
        Node low = readNode(in, depth + 1);
        return new Split((code - 1) >>> 1, value, ((code - 1) & 1) == 1, low, readNode(in, depth + 1));
    }

    /** Writes the trees, compressed; does not close the stream. */
    public void write(OutputStream stream) throws IOException {
        ModelFile.write(stream, KIND, VERSION, out -> {
            ModelFile.writeNames(out, features);
            out.writeDouble(base);
            ModelFile.writeCount(out, roots.length);
            for (int root : roots) {
                writeNode(out, root);
            }
        });
    }

    private void writeNode(DataOutputStream out, int node) throws IOException {
        ModelFile.writeCount(out, splits[node] + 1);
        out.writeFloat(values[node]);
        if (splits[node] != LEAF) {
            writeNode(out, lows[node]);
            writeNode(out, lows[node] + 1);
        }
    }
}
