package dev.sayql.training;

import dev.sayql.engine.learned.TreeEnsemble;
import java.util.Arrays;
import java.util.Random;

/** Grows one tree, level by level, each node split where the loss falls most. For one tree by one thread. */
final class TreeGrower {
    private static final int BINS = Bins.MISSING + 1;
    private static final double LEAST_GAIN = 1e-3;

    private final Bins bins;
    private final float[] gradients;
    private final float[] curvatures;
    private final TreeTrainer.Settings settings;
    private final boolean[] allowed;
    private final int[] features;
    private final int[] cuts;
    private final boolean[] missingLow;
    private final double[] gains;
    private final double[] leaves;
    private final int[] nodes;

    /** Nodes are numbered as in a heap: the children of n are 2n+1 and 2n+2. */
    TreeGrower(Bins bins, float[] gradients, float[] curvatures, TreeTrainer.Settings settings, Random random) {
        this.bins = bins;
        this.gradients = gradients;
        this.curvatures = curvatures;
        this.settings = settings;
        this.allowed = new boolean[bins.features()];
        for (int feature = 0; feature < allowed.length; feature++) {
            allowed[feature] = random.nextDouble() < settings.featureShare();
        }
        int most = 1 << (settings.depth() + 1);
        this.features = new int[most];
        this.cuts = new int[most];
        this.missingLow = new boolean[most];
        this.gains = new double[most];
        this.leaves = new double[most];
        this.nodes = new int[gradients.length];
        Arrays.fill(gains, LEAST_GAIN);
    }

    TreeEnsemble.Node grow(int[] rows) {
        for (int depth = 0; depth <= settings.depth(); depth++) {
            Level level = new Level((1 << depth) - 1, 1 << depth);
            level.sum(rows);
            if (depth < settings.depth()) {
                for (int feature = 0; feature < allowed.length; feature++) {
                    if (allowed[feature] && bins.cuts(feature) > 0) {
                        level.consider(feature, rows);
                    }
                }
                level.move(rows);
            }
        }
        return node(0);
    }

    private boolean isSplit(int node) {
        return gains[node] > LEAST_GAIN;
    }

    private TreeEnsemble.Node node(int node) {
        return isSplit(node)
                ? new TreeEnsemble.Split(
                        features[node],
                        bins.threshold(features[node], cuts[node]),
                        missingLow[node],
                        node(2 * node + 1),
                        node(2 * node + 2))
                : new TreeEnsemble.Leaf((float) leaves[node]);
    }

    /** The nodes of one depth. */
    private final class Level {
        private final int first;
        private final int width;
        private final double[] slopes;
        private final double[] bends;

        Level(int first, int width) {
            this.first = first;
            this.width = width;
            this.slopes = new double[width];
            this.bends = new double[width];
        }

        void sum(int[] rows) {
            for (int row : rows) {
                int place = nodes[row] - first;
                if (place >= 0) {
                    slopes[place] += gradients[row];
                    bends[place] += curvatures[row];
                }
            }
            for (int place = 0; place < width; place++) {
                leaves[first + place] = -settings.rate() * slopes[place] / (bends[place] + settings.shrinkage());
            }
        }

        void consider(int feature, int[] rows) {
            double[] slope = new double[width * BINS];
            double[] bend = new double[width * BINS];
            byte[] bin = bins.of(feature);
            for (int row : rows) {
                int place = nodes[row] - first;
                if (place >= 0) {
                    slope[place * BINS + bin[row]] += gradients[row];
                    bend[place * BINS + bin[row]] += curvatures[row];
                }
            }
            for (int place = 0; place < width; place++) {
                if (bends[place] >= 2 * settings.least()) {
                    consider(feature, place, slope, bend, false);
                    if (bend[place * BINS + Bins.MISSING] > 0) {
                        consider(feature, place, slope, bend, true);
                    }
                }
            }
        }

        private void consider(int feature, int place, double[] slope, double[] bend, boolean missing) {
            int start = place * BINS;
            double lowSlope = missing ? slope[start + Bins.MISSING] : 0;
            double lowBend = missing ? bend[start + Bins.MISSING] : 0;
            double whole = gain(slopes[place], bends[place]);
            for (int cut = 0; cut < bins.cuts(feature); cut++) {
                lowSlope += slope[start + cut];
                lowBend += bend[start + cut];
                double highBend = bends[place] - lowBend;
                if (lowBend < settings.least() || highBend < settings.least()) {
                    continue;
                }
                double gain = gain(lowSlope, lowBend) + gain(slopes[place] - lowSlope, highBend) - whole;
                if (gain > gains[first + place]) {
                    gains[first + place] = gain;
                    features[first + place] = feature;
                    cuts[first + place] = cut;
                    missingLow[first + place] = missing;
                }
            }
        }

        private double gain(double slope, double bend) {
            return slope * slope / (bend + settings.shrinkage());
        }

        /** Rows go down to the children of their node. */
        void move(int[] rows) {
            for (int row : rows) {
                int node = nodes[row];
                if (node >= first && isSplit(node)) {
                    int bin = bins.of(features[node])[row];
                    boolean low = bin == Bins.MISSING ? missingLow[node] : bin <= cuts[node];
                    nodes[row] = low ? 2 * node + 1 : 2 * node + 2;
                }
            }
        }
    }
}
