package dev.sayql.engine;

import dev.sayql.engine.learned.LogLinear;
import dev.sayql.engine.learned.TreeEnsemble;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What was learned of how questions are put: which sketch their words call for, and what fills its slots. Immutable. */
final class SketchModel {
    private final LogLinear sketches;
    private final TreeEnsemble slots;
    private final List<Sketch> known = new ArrayList<>();
    private final List<int[]> parts = new ArrayList<>();

    /** @throws IllegalArgumentException when the classes are no parts of sketches */
    SketchModel(LogLinear sketches, TreeEnsemble slots) {
        this.sketches = sketches;
        this.slots = slots;
        Map<String, Integer> places = new HashMap<>();
        for (String name : sketches.classes()) {
            places.put(name, places.size());
        }
        for (String name : sketches.classes()) {
            if (name.startsWith(SketchParts.WHOLE)) {
                Sketch sketch = SketchText.read(name.substring(SketchParts.WHOLE.length()));
                known.add(sketch);
                parts.add(SketchParts.of(sketch).stream()
                        .mapToInt(part -> places.getOrDefault(part, -1))
                        .filter(place -> place >= 0)
                        .toArray());
            }
        }
    }

    /** A sketch and the logarithm of its probability. */
    record Likely(Sketch sketch, double score) {}

    /** The sketches that were seen, the likeliest first. */
    List<Likely> sketches(int[] features, int count) {
        double[] scores = normalised(sums(sketches.logProbabilities(features)));
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer index) -> -scores[index]))
                .limit(count)
                .map(index -> new Likely(known.get(index), scores[index]))
                .toList();
    }

    private double[] sums(double[] ofParts) {
        return parts.stream()
                .mapToDouble(places -> Arrays.stream(places)
                        .mapToDouble(place -> ofParts[place])
                        .sum())
                .toArray();
    }

    /** Logarithms of probabilities that sum up to one. */
    private static double[] normalised(double[] scores) {
        double most = Arrays.stream(scores).max().orElse(0);
        double all = most
                + Math.log(Arrays.stream(scores)
                        .map(score -> Math.exp(score - most))
                        .sum());
        return Arrays.stream(scores).map(score -> score - all).toArray();
    }

    /** The logarithm of each choice's probability among these. */
    double[] slotScores(List<float[]> options) {
        return normalised(options.stream().mapToDouble(slots::score).toArray());
    }
}
