package dev.sayql.training;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows of features in groups: the candidates for one question, or the choices for one slot, of which some are right. Not
 * thread-safe while it is filled.
 */
final class Groups {

    /** Rows from {@code start} up to before {@code end}. */
    record Span(int start, int end) {}

    private final List<float[]> rows = new ArrayList<>();
    private final List<Boolean> right = new ArrayList<>();
    private final List<Span> spans = new ArrayList<>();

    void add(List<float[]> features, List<Boolean> rightOnes) {
        if (features.size() != rightOnes.size()) {
            throw new IllegalArgumentException(features.size() + " rows, " + rightOnes.size() + " marks");
        }
        if (!features.isEmpty()) {
            spans.add(new Span(rows.size(), rows.size() + features.size()));
            rows.addAll(features);
            right.addAll(rightOnes);
        }
    }

    void addAll(Groups others) {
        others.spans.forEach(span ->
                add(others.rows.subList(span.start(), span.end()), others.right.subList(span.start(), span.end())));
    }

    int size() {
        return rows.size();
    }

    int width() {
        return rows.isEmpty() ? 0 : rows.getFirst().length;
    }

    float[] row(int index) {
        return rows.get(index);
    }

    boolean isRight(int index) {
        return right.get(index);
    }

    List<Span> spans() {
        return spans;
    }

    /** The share of groups whose row with the highest score is right. */
    double accuracy(double[] scores) {
        long found = spans.stream().filter(span -> isRight(best(span, scores))).count();
        return spans.isEmpty() ? 0 : (double) found / spans.size();
    }

    private static int best(Span span, double[] scores) {
        int best = span.start();
        for (int index = span.start(); index < span.end(); index++) {
            best = scores[index] > scores[best] ? index : best;
        }
        return best;
    }
}
