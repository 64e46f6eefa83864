package dev.sayql.training;

import dev.sayql.engine.model.TreeEnsemble;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Gradient boosting of regression trees over groups: the probability of a row is the softmax of its group's scores, and the
 * loss is the negative logarithm of the probability of the right rows together. Trees grow level by level over histograms
 * (Friedman 2001; Chen and Guestrin 2016, second-order gains). Learning stops where the best row of the validation groups
 * is right most often. Deterministic by its seed.
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
    private final Groups groups;
    private final Bins bins;
    private final Random random;
    private final double[] scores;
    private final float[] gradients;
    private final float[] curvatures;

    private TreeTrainer(Groups groups, Settings settings) {
        this.settings = settings;
        this.groups = groups;
        this.bins = new Bins(groups);
        this.random = new Random(settings.seed());
        this.scores = new double[groups.size()];
        this.gradients = new float[groups.size()];
        this.curvatures = new float[groups.size()];
    }

    static TreeEnsemble train(Groups groups, Groups validation, Settings settings) {
        return new TreeTrainer(groups, settings).train(validation);
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
            if (random.nextDouble() < settings.groupShare() && derive(span)) {
                for (int row = span.start(); row < span.end(); row++) {
                    sample[size++] = row;
                }
            }
        }
        return Arrays.copyOf(sample, size);
    }

    private boolean derive(Groups.Span span) {
        double most = Double.NEGATIVE_INFINITY;
        for (int row = span.start(); row < span.end(); row++) {
            most = Math.max(most, scores[row]);
        }
        double all = 0;
        double right = 0;
        int count = 0;
        for (int row = span.start(); row < span.end(); row++) {
            double weight = Math.exp(scores[row] - most);
            all += weight;
            right += groups.isRight(row) ? weight : 0;
            count += groups.isRight(row) ? 1 : 0;
        }
        if (count == 0 || count == span.end() - span.start()) {
            return false;
        }
        right = Math.max(right, 1e-12);
        for (int row = span.start(); row < span.end(); row++) {
            double weight = Math.exp(scores[row] - most);
            double probability = weight / all;
            gradients[row] = (float) (probability - (groups.isRight(row) ? weight / right : 0));
            curvatures[row] = (float) Math.max(probability * (1 - probability), 1e-4);
        }
        return true;
    }
}
