package dev.sayql.engine;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The parts of a sketch that questions call for one by one: what is shown, what is tested, how it is ordered. A sketch that
 * was seldom seen is recognised by its parts.
 */
final class SketchParts {
    /** Begins the part that is the sketch itself. */
    static final String WHOLE = "whole ";

    private SketchParts() {}

    /** Always as many. */
    static List<String> of(Sketch sketch) {
        return List.of(
                "shown " + sketch.shown(),
                "size " + sketch.shown().size(),
                "distinct " + sketch.distinct(),
                "rows " + sketch.countsRows(),
                "extra " + sketch.extra(),
                "tests " + sketch.tests().stream().map(SketchParts::kind).collect(Collectors.joining(" ")),
                "grouped " + sketch.grouped(),
                "having " + sketch.having(),
                "order " + sketch.order(),
                "cut " + sketch.cut(),
                "combined " + sketch.combined().map(Sketch.Combined::operator),
                "inner " + inner(sketch),
                WHOLE + SketchText.of(sketch),
                "folds "
                        + sketch.shown().stream()
                                .anyMatch(shown -> shown.measure().isFold()));
    }

    private static String kind(Sketch.Test test) {
        return switch (test) {
            case Sketch.Compared(Operator operator) -> operator.sql();
            case Sketch.Within() -> "within";
            case Sketch.Missing(boolean negated) -> "missing" + negated;
            case Sketch.Like(TextMatch match, boolean negated) -> "like" + match + negated;
            case Sketch.TwoColumns(Operator operator) -> "columns" + operator.sql();
            case Sketch.Against(Operator operator, Sketch _) -> "against" + operator.sql();
            case Sketch.Among(boolean negated, Sketch _) -> "among" + negated;
            case Sketch.Either(List<Sketch.Test> tests) ->
                "either" + tests.stream().map(SketchParts::kind).collect(Collectors.joining("|"));
        };
    }

    private static String inner(Sketch sketch) {
        String tested = sketch.tests().stream()
                .map(test -> switch (test) {
                    case Sketch.Against(Operator _, Sketch query) -> SketchText.of(query);
                    case Sketch.Among(boolean _, Sketch query) -> SketchText.of(query);
                    default -> "";
                })
                .collect(Collectors.joining());
        return tested
                + sketch.combined()
                        .map(combined -> SketchText.of(combined.query()))
                        .orElse("");
    }
}
