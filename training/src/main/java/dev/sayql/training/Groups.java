package dev.sayql.training;

import dev.sayql.core.generation.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Rows of features in groups: the candidates for one question, or the choices for one slot, of which some are right. Not
 * thread-safe while it is filled.
 */
final class Groups {

    /**
     * Rows from {@code start} up to before {@code end}.
     *
     * @param of the database that they are about
     * @param question in words; empty where there are none
     */
    record Span(int start, int end, String of, String question) {}

    /**
     * A row.
     *
     * @param found what its candidate finds
     * @param said the same in English; empty where nobody says it
     */
    @SuppressWarnings("ArrayRecordComponent") // a row of numbers, read and never changed
    record Line(float[] features, boolean right, Finding found, String said) {

        Line with(float[] others) {
            return new Line(others, right, found, said);
        }
    }

    private final List<Line> lines = new ArrayList<>();
    private final List<Span> spans = new ArrayList<>();

    /** Rows of which nobody knows or says what they find. */
    void add(List<float[]> features, List<Boolean> rightOnes, String database) {
        if (features.size() != rightOnes.size()) {
            throw new IllegalArgumentException(features.size() + " rows, " + rightOnes.size() + " marks");
        }
        addLines(
                IntStream.range(0, features.size())
                        .mapToObj(row -> new Line(features.get(row), rightOnes.get(row), new Finding.Untried(), ""))
                        .toList(),
                database,
                "");
    }

    void add(List<float[]> features, List<Boolean> rightOnes) {
        add(features, rightOnes, "");
    }

    void addLines(List<Line> group, String database, String question) {
        if (!group.isEmpty()) {
            spans.add(new Span(lines.size(), lines.size() + group.size(), database, question));
            lines.addAll(group);
        }
    }

    void addAll(Groups others) {
        others.spans.forEach(span -> add(others, span));
    }

    private void add(Groups others, Span span) {
        addLines(others.lines(span), span.of(), span.question());
    }

    /** The rows of a group with all that is known of them, in their order. */
    List<Line> lines(Span span) {
        return lines.subList(span.start(), span.end());
    }

    /** The rows of a group, in their order. */
    List<float[]> rows(Span span) {
        return lines(span).stream().map(Line::features).toList();
    }

    /** Those about some of the databases. */
    Groups about(Predicate<String> databases) {
        Groups some = new Groups();
        spans.stream().filter(span -> databases.test(span.of())).forEach(span -> some.add(this, span));
        return some;
    }

    int size() {
        return lines.size();
    }

    int width() {
        return lines.isEmpty() ? 0 : lines.getFirst().features().length;
    }

    float[] row(int index) {
        return lines.get(index).features();
    }

    boolean isRight(int index) {
        return lines.get(index).right();
    }

    Finding found(int index) {
        return lines.get(index).found();
    }

    /** The share of rows that are right. */
    double share() {
        return lines.isEmpty() ? 0 : (double) lines.stream().filter(Line::right).count() / lines.size();
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
