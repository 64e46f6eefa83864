package dev.sayql.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/** Figures over many scored questions. */
final class Metrics {
    private static final int BINS = 10;
    private static final int RESAMPLES = 1_000;

    private Metrics() {}

    /** Between these the figure lies with a probability of 95 %, were the databases others of the same kind. */
    record Interval(double low, double high) {}

    static double accuracy(List<Scored> scored) {
        return share(scored.stream().filter(Scored::right).count(), scored.size());
    }

    static double oracle(List<Scored> scored) {
        return share(scored.stream().filter(Scored::possible).count(), scored.size());
    }

    static double coverage(List<Scored> scored) {
        return share(scored.stream().filter(Scored::answered).count(), scored.size());
    }

    /** Of those answered, the share that is right. */
    static double precision(List<Scored> scored) {
        return accuracy(scored.stream().filter(Scored::answered).toList());
    }

    /** The precision when only the most confident part is answered, for each tenth of the questions. */
    static List<Double> curve(List<Scored> scored) {
        List<Scored> sorted = byConfidence(scored);
        List<Double> curve = new ArrayList<>();
        for (int tenth = 1; tenth <= 10; tenth++) {
            curve.add(accuracy(sorted.subList(0, sorted.size() * tenth / 10)));
        }
        return curve;
    }

    /** The largest share of questions, most confident first, of which at least such a share is right. */
    static double coverageAt(double precision, List<Scored> scored) {
        List<Scored> sorted = byConfidence(scored);
        int right = 0;
        int most = 0;
        for (int count = 1; count <= sorted.size(); count++) {
            right += sorted.get(count - 1).right() ? 1 : 0;
            most = share(right, count) >= precision ? count : most;
        }
        return share(most, sorted.size());
    }

    /** The mean distance between what the engine says of its guesses and how many are right, in ten bins (Naeini et al. 2015). */
    static double calibrationError(List<Scored> scored) {
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            int own = bin;
            List<Scored> inside = scored.stream()
                    .filter(one -> Math.min(BINS - 1, (int) (one.confidence() * BINS)) == own)
                    .toList();
            double said =
                    inside.stream().mapToDouble(Scored::confidence).average().orElse(0);
            error += share(inside.size(), scored.size()) * Math.abs(said - accuracy(inside));
        }
        return error;
    }

    /** Databases are drawn again and again, with all their questions. */
    static Interval bootstrap(List<Scored> scored, ToDoubleFunction<List<Scored>> figure, long seed) {
        Map<String, List<Scored>> byDatabase = new LinkedHashMap<>();
        scored.forEach(one -> byDatabase
                .computeIfAbsent(one.question().database(), key -> new ArrayList<>())
                .add(one));
        List<List<Scored>> databases = List.copyOf(byDatabase.values());
        Random random = new Random(seed);
        double[] figures = new double[RESAMPLES];
        for (int draw = 0; draw < RESAMPLES; draw++) {
            List<Scored> sample = new ArrayList<>();
            for (int index = 0; index < databases.size(); index++) {
                sample.addAll(databases.get(random.nextInt(databases.size())));
            }
            figures[draw] = figure.applyAsDouble(sample);
        }
        Arrays.sort(figures);
        return new Interval(figures[RESAMPLES / 40], figures[RESAMPLES - 1 - RESAMPLES / 40]);
    }

    /** The value that such a share of the questions does not exceed. */
    static double percentile(double share, ToDoubleFunction<Scored> what, List<Scored> scored) {
        double[] millis = scored.stream().mapToDouble(what).sorted().toArray();
        return millis.length == 0 ? 0 : millis[Math.min(millis.length - 1, (int) (share * millis.length))];
    }

    private static List<Scored> byConfidence(List<Scored> scored) {
        return scored.stream()
                .sorted(Comparator.comparingDouble((Scored one) -> -one.confidence())
                        .thenComparing(one -> one.question().id()))
                .toList();
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
