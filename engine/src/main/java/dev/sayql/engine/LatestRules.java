package dev.sayql.engine;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The latest or the earliest of some rows. */
final class LatestRules {
    // spotless:off
    private static final String[] SERVING = {
        "has been with us the longest", "has been with us longest", "have been with us the longest", "have been with us longest",
        "been with us the longest", "been with us longest", "has been here the longest", "has been here longest",
        "has worked here the longest", "has worked here longest", "longest serving", "longest standing"
    };
    // spotless:on

    private LatestRules() {}

    /** "the last 5 orders": the latest. */
    static void latest(Chart chart, int at, Consumer<Piece> pieces) {
        int last = chart.after(at, "the last", "last", "the most recent");
        oneOf(chart, at, pieces);
        int served = chart.after(chart.skip(at, Set.of(",", "the", "one", "ones", "those", "who")), SERVING);
        int before = served < 0 ? -1 : chart.after(served, "first", "at the top", "on top");
        if (before > 0) {
            English.superlative("earliest")
                    .ifPresent(adjective -> pieces.accept(new Piece.Sort(
                            Rule.span(at, before, 1.05), new Piece.Target.OfAdjective(adjective), false)));
        }
        int serving = chart.after(at, SERVING);
        if (serving > 0) {
            English.superlative("earliest")
                    .ifPresent(adjective -> pieces.accept(new Piece.Rank(
                            Rule.span(at, serving, 1.02),
                            true,
                            1,
                            Optional.of(new Piece.Target.OfAdjective(adjective)))));
        }
        if (last > 0) {
            chart.number(last)
                    .filter(number -> !chart.tables(number.end()).isEmpty())
                    .ifPresent(number -> English.superlative("latest")
                            .ifPresent(adjective -> pieces.accept(new Piece.Rank(
                                    Rule.span(at, number.end(), 1.02),
                                    false,
                                    RankingRules.many(number),
                                    Optional.of(new Piece.Target.OfAdjective(adjective))))));
        }
    }

    /** "Jane Smith's last order", "first review": one of them, the latest or the earliest. */
    private static void oneOf(Chart chart, int at, Consumer<Piece> pieces) {
        int noun = chart.after(at, "the very last", "the very first", "the last", "the first", "last", "first");
        boolean thing = noun > 0
                && chart.tables(noun).stream()
                        .anyMatch(table -> !table.link()
                                && !chart.token(table.end() - 1).word().endsWith("s")
                                && chart.columns(noun).stream().noneMatch(column -> column.end() > table.end()));
        if (thing && chart.columns(at).stream().noneMatch(column -> column.end() > noun)) {
            English.superlative(chart.is(noun - 1, "last") ? "latest" : "earliest")
                    .ifPresent(adjective -> pieces.accept(new Piece.Rank(
                            Rule.span(at, noun, 1),
                            adjective.ascending(),
                            1,
                            Optional.of(new Piece.Target.OfAdjective(adjective)))));
        }
    }
}
