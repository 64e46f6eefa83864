package dev.sayql.engine;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** What is asked for by an adjective or a verb alone: "how long did the surgery take", "what did Jane Smith pay us". */
final class ExtentRules {
    private static final Set<String> ADJECTIVES =
            Set.of("long", "heavy", "tall", "deep", "big", "large", "expensive", "fast", "high");
    static final Set<String> PAYING = Set.of(
            "pay",
            "paid",
            "spend",
            "spent",
            "charge",
            "charged",
            "bill",
            "billed",
            "invoice",
            "invoiced",
            "lend",
            "lent");

    private ExtentRules() {}

    /** "how long is", "how heavy was", "how long did … take". */
    static void asked(Chart chart, int at, Consumer<Piece> pieces) {
        boolean how = chart.is(at, "how")
                && at + 2 < chart.size()
                && ADJECTIVES.contains(chart.token(at + 1).word())
                && chart.is(at + 2, "is", "are", "was", "were", "does", "do", "did");
        if (how) {
            English.superlative("most " + chart.token(at + 1).word())
                    .ifPresent(adjective -> pieces.accept(new Piece.Pick(
                            Rule.span(at, at + 2, 1.05), new Piece.Target.OfAdjective(adjective), false, false)));
        }
        boolean lasts = at > 0
                && chart.is(
                        at, "run", "runs", "ran", "running", "last", "lasts", "lasted", "lasting", "take", "takes",
                        "took")
                && chart.is(at + 1, "longer", "shorter")
                && chart.is(at + 2, "than");
        if (lasts) {
            pieces.accept(new Piece.Filler(new Piece.Span(at, at + 1, 0.95), false));
        }
        boolean long0 = chart.after(0, "how long did", "how long does", "how long do") > 0;
        if (long0 && at + 1 == chart.size() && chart.is(at, "last", "take", "run")) {
            pieces.accept(new Piece.Filler(new Piece.Span(at, at + 1, 0.6), false));
        }
    }

    /** "what did Jane Smith pay us", "what have we charged for X-rays": how much money. */
    static void paid(Chart chart, int at, Consumer<Piece> pieces) {
        int what = chart.after(
                0,
                "what sum did",
                "what amount did",
                "what total did",
                "what sum have",
                "what sum has",
                "what did",
                "what have",
                "what has",
                "what do",
                "what does",
                "what were",
                "what was");
        Optional<Integer> verb = what < 0
                ? Optional.empty()
                : IntStream.range(what + 1, chart.size())
                        .filter(word -> PAYING.contains(chart.token(word).word()))
                        .filter(word -> chart.metrics(word).isEmpty())
                        .boxed()
                        .findFirst();
        if (verb.isEmpty()) {
            return;
        }
        if (at == 0) {
            pieces.accept(new Piece.Quantity(Rule.span(0, what, 1), true));
        }
        // "pay out" that was taught is what is asked for.
        if (at == verb.get() && chart.columns(at).stream().noneMatch(column -> column.end() > at + 1)) {
            int us = chart.is(at + 1, "on") && chart.is(at + 2, "average")
                    ? -1
                    : chart.after(at + 1, "us", "out", "for", "on");
            pieces.accept(new Piece.Filler(Rule.span(at, us > 0 ? us : at + 1, 0.95), false));
        }
    }
}
