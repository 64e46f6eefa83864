package dev.sayql.training;

import dev.sayql.core.generation.Finding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/**
 * Rows of features in groups: the candidates for one question, or the choices for one slot, of which some are right. Not
 * thread-safe while it is filled.
 */
final class Groups {

    /** Rows from {@code start} up to before {@code end}, about the database {@code of}. */
    record Span(int start, int end, String of) {}

    private final List<float[]> rows = new ArrayList<>();
    private final List<Boolean> right = new ArrayList<>();
    private final List<Finding> found = new ArrayList<>();
    private final List<Span> spans = new ArrayList<>();

    void add(List<float[]> features, List<Boolean> rightOnes) {
        add(features, rightOnes, "");
    }

    void add(List<float[]> features, List<Boolean> rightOnes, String database) {
        add(features, rightOnes, Collections.nCopies(features.size(), new Finding.Untried()), database);
    }

    /** @param findings what each row's candidate finds */
    void add(List<float[]> features, List<Boolean> rightOnes, List<Finding> findings, String database) {
        if (features.size() != rightOnes.size() || features.size() != findings.size()) {
            throw new IllegalArgumentException(
                    features.size() + " rows, " + rightOnes.size() + " marks, " + findings.size() + " findings");
        }
        if (!features.isEmpty()) {
            spans.add(new Span(rows.size(), rows.size() + features.size(), database));
            rows.addAll(features);
            right.addAll(rightOnes);
            found.addAll(findings);
        }
    }

    void addAll(Groups others) {
        others.spans.forEach(span -> add(others, span));
    }

    private void add(Groups others, Span span) {
        add(
                rowsOf(others, span),
                others.right.subList(span.start(), span.end()),
                others.found.subList(span.start(), span.end()),
                span.of());
    }

    private static List<float[]> rowsOf(Groups groups, Span span) {
        return groups.rows.subList(span.start(), span.end());
    }

    /** The rows of a group, in their order. */
    List<float[]> rows(Span span) {
        return List.copyOf(rowsOf(this, span));
    }

    /** Those about some of the databases. */
    Groups about(Predicate<String> databases) {
        Groups some = new Groups();
        spans.stream().filter(span -> databases.test(span.of())).forEach(span -> some.add(this, span));
        return some;
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

    Finding found(int index) {
        return found.get(index);
    }

    /** The share of rows that are right. */
    double share() {
        return rows.isEmpty() ? 0 : (double) right.stream().filter(one -> one).count() / rows.size();
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
