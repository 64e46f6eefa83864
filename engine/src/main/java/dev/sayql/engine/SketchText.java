package dev.sayql.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Writes sketches as short texts, by which models know them, and reads them back. A text is the sketch's parts in order,
 * each a word; lists end with a full stop. For one use by one thread.
 */
final class SketchText {
    private final String[] words;
    private int at;

    private SketchText(String text) {
        words = text.split(" ");
    }

    static String of(Sketch sketch) {
        List<String> words = new ArrayList<>();
        write(sketch, words);
        return String.join(" ", words);
    }

    /** @throws IllegalArgumentException when the text was not written by {@link #of} */
    static Sketch read(String text) {
        SketchText reader = new SketchText(text);
        try {
            Sketch sketch = reader.sketch();
            if (reader.at != reader.words.length) {
                throw new IllegalArgumentException("more words than a sketch has");
            }
            return sketch;
        } catch (ArrayIndexOutOfBoundsException e) {
            throw new IllegalArgumentException("fewer words than a sketch has", e);
        }
    }

    private static void write(Sketch sketch, List<String> words) {
        sketch.shown().forEach(shown -> words.add(shown.measure().name()));
        words.add(".");
        words.add((sketch.distinct() ? "D" : "-") + (sketch.countsRows() ? "R" : "-") + (sketch.extra() ? "X" : "-"));
        sketch.tests().forEach(test -> write(test, words));
        words.add(".");
        words.add(sketch.grouped().name());
        sketch.having().forEach(limit -> {
            words.add(limit.measure().name());
            words.add(limit.operator().name());
        });
        words.add(".");
        sketch.order().forEach(key -> {
            words.add(key.measure().name());
            words.add(key.descending() ? "DOWN" : "UP");
        });
        words.add(".");
        words.add(sketch.cut().name());
        if (sketch.combined().isEmpty()) {
            words.add("ALONE");
        } else {
            words.add(sketch.combined().get().operator().name());
            write(sketch.combined().get().query(), words);
        }
    }

    private static void write(Sketch.Test test, List<String> words) {
        switch (test) {
            case Sketch.Compared(Operator operator) -> words.addAll(List.of("IS", operator.name()));
            case Sketch.Within() -> words.add("WITHIN");
            case Sketch.Missing(boolean negated) -> words.addAll(List.of("MISSING", sign(negated)));
            case Sketch.Like(TextMatch match, boolean negated) ->
                words.addAll(List.of("LIKE", match.name(), sign(negated)));
            case Sketch.TwoColumns(Operator operator) -> words.addAll(List.of("TWO", operator.name()));
            case Sketch.Against(Operator operator, Sketch query) -> {
                words.addAll(List.of("AGAINST", operator.name()));
                write(query, words);
            }
            case Sketch.Among(boolean negated, Sketch query) -> {
                words.addAll(List.of("AMONG", sign(negated)));
                write(query, words);
            }
            case Sketch.Either(List<Sketch.Test> tests) -> {
                words.add("EITHER");
                tests.forEach(one -> write(one, words));
                words.add(".");
            }
        }
    }

    private static String sign(boolean negated) {
        return negated ? "NOT" : "YES";
    }

    private Sketch sketch() {
        List<Sketch.Shown> shown = list(() -> new Sketch.Shown(Sketch.Measure.valueOf(next())));
        String flags = next();
        if (flags.length() != 3) {
            throw new IllegalArgumentException("no flags of a sketch: " + flags);
        }
        return new Sketch(
                shown,
                flags.charAt(0) == 'D',
                flags.charAt(1) == 'R',
                flags.charAt(2) == 'X',
                list(this::test),
                Sketch.Grouped.valueOf(next()),
                list(() -> new Sketch.Limit(Sketch.Measure.valueOf(next()), Operator.valueOf(next()))),
                list(() -> new Sketch.Key(Sketch.Measure.valueOf(next()), next().equals("DOWN"))),
                Sketch.Cut.valueOf(next()),
                combined());
    }

    private Optional<Sketch.Combined> combined() {
        String word = next();
        return word.equals("ALONE")
                ? Optional.empty()
                : Optional.of(new Sketch.Combined(Query.SetOperator.valueOf(word), sketch()));
    }

    private Sketch.Test test() {
        String kind = next();
        return switch (kind) {
            case "IS" -> new Sketch.Compared(Operator.valueOf(next()));
            case "WITHIN" -> new Sketch.Within();
            case "MISSING" -> new Sketch.Missing(isNegated());
            case "LIKE" -> new Sketch.Like(TextMatch.valueOf(next()), isNegated());
            case "TWO" -> new Sketch.TwoColumns(Operator.valueOf(next()));
            case "AGAINST" -> new Sketch.Against(Operator.valueOf(next()), sketch());
            case "AMONG" -> new Sketch.Among(isNegated(), sketch());
            case "EITHER" -> new Sketch.Either(list(this::test));
            default -> throw new IllegalArgumentException("no test of a sketch: " + kind);
        };
    }

    private boolean isNegated() {
        return next().equals("NOT");
    }

    private <T> List<T> list(Supplier<T> element) {
        List<T> read = new ArrayList<>();
        while (!words[at].equals(".")) {
            read.add(element.get());
        }
        at++;
        return read;
    }

    private String next() {
        return words[at++];
    }
}
