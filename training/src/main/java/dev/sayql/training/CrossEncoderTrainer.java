package dev.sayql.training;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import dev.sayql.embedding.WordPieces;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Teaches a {@link CrossEncoderNetwork} to tell right candidates from wrong ones, a question's candidates beside each other: the loss is how much
 * of the softmax over them goes to wrong ones (Cao et al. 2007), the step is AdamW's (Loshchilov and Hutter 2019), its rate rises over the first
 * twentieth of the steps and then falls to nothing. For one use by one thread.
 */
final class CrossEncoderTrainer {
    private static final float OUTSIDE = -1e4f;
    private static final int SORTED_TOGETHER = 32;
    private static final int TOLD_EVERY = 50;

    private final CrossEncoderNetwork network;
    private final Settings settings;
    private final NDManager parent;
    private final Consumer<String> progress;
    private final Optimizer optimizer;
    private float rate;

    /**
     * How to learn.
     *
     * @param rounds how often every question is seen
     * @param questionsInStep those that each step learns from
     * @param rate the greatest there is
     * @param decay how much weights shrink at each step, as a share of the rate
     */
    record Settings(int rounds, int questionsInStep, double rate, double decay, long seed) {}

    /** A question's likeliest candidates, each read together with it. */
    @SuppressWarnings("ArrayRecordComponent") // marks, read and never changed
    record Lesson(List<WordPieces.Pair> pairs, boolean[] right) {

        /** Whether some are right and some are not: nothing else can be learned from. */
        boolean teaches() {
            int some = 0;
            for (boolean one : right) {
                some += one ? 1 : 0;
            }
            return some > 0 && some < right.length;
        }

        int length() {
            return pairs.stream().mapToInt(pair -> pair.numbers().length).max().orElse(0);
        }
    }

    CrossEncoderTrainer(CrossEncoderNetwork network, Settings settings, NDManager parent, Consumer<String> progress) {
        this.network = network;
        this.settings = settings;
        this.parent = parent;
        this.progress = progress;
        this.optimizer = Optimizer.adamW()
                .optLearningRateTracker(new Tracker() {
                    @Override
                    public float getNewValue(int update) {
                        return rate;
                    }
                })
                .optWeightDecays((float) settings.decay())
                .build();
    }

    void train(List<Lesson> all) {
        List<Lesson> lessons =
                new ArrayList<>(all.stream().filter(Lesson::teaches).toList());
        Random random = new Random(settings.seed());
        Engine.getInstance().setRandomSeed(Math.toIntExact(settings.seed()));
        int steps = settings.rounds() * Math.ceilDiv(lessons.size(), settings.questionsInStep());
        int step = 0;
        for (int round = 0; round < settings.rounds(); round++) {
            double loss = 0;
            int done = 0;
            for (List<Lesson> batch : batches(lessons, random)) {
                rate = rate(step, steps);
                loss += step(batch);
                step++;
                done++;
                if (step % TOLD_EVERY == 0) {
                    progress.accept("step %,d of %,d, loss %.3f".formatted(step, steps, loss / done));
                }
            }
        }
    }

    private float rate(int step, int steps) {
        int rising = steps / 20 + 1;
        double share =
                step < rising ? (step + 1.0) / rising : Math.max(0, 1 - (double) (step - rising) / (steps - rising));
        return (float) (settings.rate() * share);
    }

    /** Questions of like length together, so that little is read in vain, in a new order each time. */
    private List<List<Lesson>> batches(List<Lesson> lessons, Random random) {
        Collections.shuffle(lessons, random);
        List<List<Lesson>> batches = new ArrayList<>();
        int size = settings.questionsInStep();
        for (int start = 0; start < lessons.size(); start += size * SORTED_TOGETHER) {
            List<Lesson> some =
                    new ArrayList<>(lessons.subList(start, Math.min(lessons.size(), start + size * SORTED_TOGETHER)));
            some.sort(Comparator.comparingInt(Lesson::length));
            for (int from = 0; from < some.size(); from += size) {
                batches.add(some.subList(from, Math.min(some.size(), from + size)));
            }
        }
        Collections.shuffle(batches, random);
        return batches;
    }

    private double step(List<Lesson> batch) {
        try (NDManager manager = parent.newSubManager()) {
            double value;
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                NDArray loss = loss(batch, manager);
                value = loss.getFloat();
                collector.backward(loss);
            }
            network.learned().forEach((name, weight) -> {
                NDArray gradient = weight.getGradient();
                gradient.attach(manager);
                optimizer.update(name, weight, gradient);
            });
            return value;
        }
    }

    /** The negative logarithm of what goes to right ones; the mean over the questions. */
    private NDArray loss(List<Lesson> batch, NDManager manager) {
        int most =
                batch.stream().mapToInt(lesson -> lesson.pairs().size()).max().orElse(1);
        List<WordPieces.Pair> pairs = new ArrayList<>();
        float[] outside = new float[batch.size() * most];
        float[] wrong = new float[batch.size() * most];
        for (int row = 0; row < batch.size(); row++) {
            Lesson lesson = batch.get(row);
            for (int place = 0; place < most; place++) {
                boolean there = place < lesson.pairs().size();
                pairs.add(lesson.pairs().get(there ? place : 0));
                outside[row * most + place] = there ? 0 : OUTSIDE;
                wrong[row * most + place] = there && lesson.right()[place] ? 0 : OUTSIDE;
            }
        }
        Shape shape = new Shape(batch.size(), most);
        NDArray scores = network.scores(pairs, manager).reshape(shape);
        NDArray all = logarithmOfSum(scores.add(manager.create(outside, shape)));
        NDArray right = logarithmOfSum(scores.add(manager.create(wrong, shape)));
        return all.sub(right).mean();
    }

    private static NDArray logarithmOfSum(NDArray scores) {
        NDArray most = scores.max(new int[] {1}, true);
        return scores.sub(most)
                .exp()
                .sum(new int[] {1})
                .log()
                .add(most.reshape(scores.getShape().get(0)));
    }
}
