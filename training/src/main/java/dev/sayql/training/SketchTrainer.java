package dev.sayql.training;

import dev.sayql.engine.CandidatePool;
import dev.sayql.engine.learned.LogLinear;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Learns which shape of query the words of a question call for. A shape scores the sum of its parts' scores, so that a
 * seldom shape is known by parts that are common; the shapes' scores are normalised by softmax. Stochastic gradients with
 * AdaGrad's steps (Duchi et al. 2011) and words left out at random. Deterministic by its seed.
 */
final class SketchTrainer {

    /**
     * How to learn.
     *
     * @param leastDatabases words that occur in questions about fewer databases are not learned from
     * @param dropped the share of words left out at a step
     */
    record Settings(int rounds, double rate, double shrinkage, int leastDatabases, double dropped, long seed) {}

    /** A question's words and the shape of its answer. */
    record Example(String database, CandidatePool.Lesson lesson) {}

    private static final double SMALLEST = 0.01;

    private final List<Example> examples;
    private final Settings settings;
    private final List<String> sketches;
    private final List<String> parts;
    private final int[][] partsOf;
    private final Map<Integer, float[]> weights = new HashMap<>();
    private final Map<Integer, float[]> squares = new HashMap<>();
    private final float[] biases;
    private final float[] biasSquares;
    private final Random random;

    private SketchTrainer(List<Example> examples, Settings settings) {
        this.examples = examples;
        this.settings = settings;
        this.random = new Random(settings.seed());
        Map<String, List<String>> known = new TreeMap<>();
        examples.forEach(
                example -> known.put(example.lesson().sketch(), example.lesson().parts()));
        this.sketches = List.copyOf(known.keySet());
        Set<String> all = new TreeSet<>();
        known.values().forEach(all::addAll);
        this.parts = List.copyOf(all);
        this.partsOf = known.values().stream()
                .map(own -> own.stream().mapToInt(parts::indexOf).toArray())
                .toArray(int[][]::new);
        this.biases = new float[parts.size()];
        this.biasSquares = new float[parts.size()];
    }

    static LogLinear train(List<Example> examples, Settings settings) {
        return new SketchTrainer(examples, settings).train();
    }

    private LogLinear train() {
        Set<Integer> common = commonWords();
        List<Integer> order = new ArrayList<>();
        List<int[]> words = new ArrayList<>();
        for (int index = 0; index < examples.size(); index++) {
            order.add(index);
            words.add(Arrays.stream(examples.get(index).lesson().words())
                    .filter(common::contains)
                    .toArray());
        }
        for (int round = 0; round < settings.rounds(); round++) {
            Collections.shuffle(order, random);
            for (int index : order) {
                int[] kept = Arrays.stream(words.get(index))
                        .filter(word -> random.nextDouble() >= settings.dropped())
                        .toArray();
                step(kept, sketches.indexOf(examples.get(index).lesson().sketch()));
            }
        }
        return LogLinear.of(parts, CandidatePool.WORD_BITS, biases, new TreeMap<>(weights), SMALLEST);
    }

    private Set<Integer> commonWords() {
        Map<Integer, Set<String>> databases = new HashMap<>();
        for (Example example : examples) {
            for (int word : example.lesson().words()) {
                databases.computeIfAbsent(word, key -> new HashSet<>()).add(example.database());
            }
        }
        databases.values().removeIf(found -> found.size() < settings.leastDatabases());
        return databases.keySet();
    }

    private void step(int[] words, int right) {
        double[] scores = new double[parts.size()];
        for (int part = 0; part < scores.length; part++) {
            scores[part] = biases[part];
        }
        for (int word : words) {
            float[] own = weights.computeIfAbsent(word, key -> new float[parts.size()]);
            for (int part = 0; part < scores.length; part++) {
                scores[part] += own[part];
            }
        }
        double[] slopes = slopes(probabilities(scores), right);
        for (int part = 0; part < slopes.length; part++) {
            if (Math.abs(slopes[part]) > 1e-4) {
                biasSquares[part] += (float) (slopes[part] * slopes[part]);
                biases[part] -= (float) (settings.rate() * slopes[part] / Math.sqrt(biasSquares[part] + 1e-6));
            }
        }
        for (int word : words) {
            step(
                    weights.computeIfAbsent(word, key -> new float[parts.size()]),
                    squares.computeIfAbsent(word, key -> new float[parts.size()]),
                    slopes);
        }
    }

    private void step(float[] own, float[] squared, double[] slopes) {
        for (int part = 0; part < slopes.length; part++) {
            if (Math.abs(slopes[part]) > 1e-4) {
                double slope = slopes[part] + settings.shrinkage() * own[part];
                squared[part] += (float) (slope * slope);
                own[part] -= (float) (settings.rate() * slope / Math.sqrt(squared[part] + 1));
            }
        }
    }

    private double[] probabilities(double[] ofParts) {
        double[] sums = new double[sketches.size()];
        double most = Double.NEGATIVE_INFINITY;
        for (int sketch = 0; sketch < sums.length; sketch++) {
            for (int part : partsOf[sketch]) {
                sums[sketch] += ofParts[part];
            }
            most = Math.max(most, sums[sketch]);
        }
        double all = 0;
        for (int sketch = 0; sketch < sums.length; sketch++) {
            sums[sketch] = Math.exp(sums[sketch] - most);
            all += sums[sketch];
        }
        for (int sketch = 0; sketch < sums.length; sketch++) {
            sums[sketch] /= all;
        }
        return sums;
    }

    private double[] slopes(double[] probabilities, int right) {
        double[] slopes = new double[parts.size()];
        for (int sketch = 0; sketch < probabilities.length; sketch++) {
            double slope = probabilities[sketch] - (sketch == right ? 1 : 0);
            for (int part : partsOf[sketch]) {
                slopes[part] += slope;
            }
        }
        return slopes;
    }
}
