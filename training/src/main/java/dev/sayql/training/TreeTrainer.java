package dev.sayql.training;

import dev.sayql.engine.learned.TreeEnsemble;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Gradient boosting of regression trees over groups of rows. Trees grow level by level over histograms (Friedman 2001; Chen
 * and Guestrin 2016, second-order gains). Where there are validation groups, learning stops where their best row is right most
 * often. Deterministic by its seed.
 */
final class TreeTrainer {

    /**
     * How to learn.
     *
     * @param groupShare the share of groups that a tree sees
     * @param featureShare the share of features that a tree may ask for
     * @param shrinkage of leaves towards zero (L2)
     * @param least the least sum of second derivatives in a leaf
     */
    record Settings(
            int trees,
            int depth,
            double rate,
            double groupShare,
            double featureShare,
            double shrinkage,
            double least,
            long seed) {}

    private static final int CHECK_EVERY = 10;

    private final Settings settings;
    private final Loss loss;
    private final Groups groups;
    private final Bins bins;
    private final Random random;
    private final double[] scores;
    private final float[] gradients;
    private final float[] curvatures;

    private TreeTrainer(Groups groups, Settings settings, Loss loss) {
        this.settings = settings;
        this.loss = loss;
        this.groups = groups;
        this.bins = new Bins(groups);
        this.random = new Random(settings.seed());
        this.scores = new double[groups.size()];
        this.gradients = new float[groups.size()];
        this.curvatures = new float[groups.size()];
    }

    static TreeEnsemble train(Groups groups, Groups validation, Settings settings) {
        return new TreeTrainer(groups, settings, Loss::softmax).train(validation);
    }

    /** Learns what tells right rows from wrong ones, each by itself: the score is the logarithm of the odds. */
    static TreeEnsemble trainAlone(Groups rows, Settings settings) {
        return new TreeTrainer(rows, settings, Loss::logistic).train(new Groups());
    }

    private TreeEnsemble train(Groups validation) {
        List<TreeEnsemble.Node> trees = new ArrayList<>();
        double[] validated = new double[validation.size()];
        double best = -1;
        int kept = 0;
        while (trees.size() < settings.trees()) {
            TreeEnsemble.Node tree = new TreeGrower(bins, gradients, curvatures, settings, random).grow(sampled());
            trees.add(tree);
            TreeEnsemble alone = TreeEnsemble.of(names(), 0, List.of(tree));
            addScores(alone, groups, scores);
            addScores(alone, validation, validated);
            if (trees.size() % CHECK_EVERY == 0) {
                double accuracy = validation.accuracy(validated);
                if (accuracy > best) {
                    best = accuracy;
                    kept = trees.size();
                }
            }
        }
        return TreeEnsemble.of(names(), 0, trees.subList(0, validation.size() == 0 ? trees.size() : kept));
    }

    private List<String> names() {
        return IntStream.range(0, groups.width()).mapToObj(index -> "f" + index).toList();
    }

    private static void addScores(TreeEnsemble tree, Groups groups, double[] scores) {
        for (int row = 0; row < scores.length; row++) {
            scores[row] += tree.score(groups.row(row));
        }
    }

    /** The rows of some of the groups, their derivatives brought up to date; groups that teach nothing are left out. */
    private int[] sampled() {
        int[] sample = new int[groups.size()];
        int size = 0;
        for (Groups.Span span : groups.spans()) {
            if (random.nextDouble() < settings.groupShare()
                    && loss.derive(groups, span, scores, gradients, curvatures)) {
                for (int row = span.start(); row < span.end(); row++) {
                    sample[size++] = row;
                }
            }
        }
        return Arrays.copyOf(sample, size);
    }
}
