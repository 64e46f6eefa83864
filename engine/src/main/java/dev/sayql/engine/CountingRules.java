package dev.sayql.engine;

import java.util.Set;
import java.util.function.Consumer;

/** Whom, how many and how much is asked for, before it is said of what. */
final class CountingRules {
    // spotless:off
    private static final String[] MANY = {
        "how many", "what is the number of", "what are the numbers of", "the total number of", "the number of", "total number of", "number of",
        "the count of", "count of", "count the number of", "# of", "amount of", "how many were there",
        "how many are there", "how many of them", "nr of", "no of", "num of", "count only", "only the count",
        "just the count", "just the counts", "only the counts", "counts only", "just the numbers", "just a count", "just the number", "only the number", "number only", "the count please",
        "count"
    };
    // spotless:on

    /** How people begin who want to be told. */
    private static final Set<String> ASKING = Set.of(
            "please", "can", "could", "would", "you", "i", "we", "want", "need", "like", "to", "know", "see", "show",
            "me", "us", "tell", "give", "list", "let", "find", "out", "hi", "hello", "hey", "ok", "just", "also");

    private CountingRules() {}

    static void whos(Chart chart, int at, Consumer<Piece> pieces) {
        int end = chart.after(at, "who are the people who", "who are", "who is", "who", "whom");
        int people = chart.after(at, "people", "persons", "everyone", "everybody", "anyone", "anybody", "those");
        boolean those = chart.is(at, "those") && !chart.is(at + 1, "who");
        if (at == 0 && chart.is(0, "whose") && !chart.columns(1).isEmpty()) {
            pieces.accept(new Piece.Who(Rule.span(0, 1, 0.9)));
        }
        if (people > 0 && !those && chart.tables(at).isEmpty()) {
            pieces.accept(new Piece.Who(Rule.span(at, people, 0.9)));
        }
        if (end > 0 && (at < 3 || chart.skip(0, ASKING) == at) && !(at > 0 && chart.is(at - 1, "of", "to"))) {
            pieces.accept(new Piece.Who(new Piece.Span(at, end, 0.52 * (end - at))));
        }
        countings(chart, at, pieces);
    }

    private static void countings(Chart chart, int at, Consumer<Piece> pieces) {
        int often = chart.after(at, "how many times", "how often");
        if (often > 0) {
            pieces.accept(new Piece.Counting(Rule.span(at, often, 0.8)));
        }
        int many = chart.after(at, MANY);
        // "discount amount of the orders" counts nothing.
        boolean amount =
                chart.is(at, "amount") && at > 0 && !chart.columns(at - 1).isEmpty();
        if (many > 0 && !amount) {
            int noun = chart.skip(many, Set.of("the", "all", "of", "our", "total", "a", "an"));
            pieces.accept(new Piece.Counting(Rule.span(at, noun, 0.7)));
        }
    }

    /** "new users per month": says nothing beyond the dates, which must be there. */
    static void fresh(Chart chart, int at, Consumer<Piece> pieces) {
        if (chart.is(at, "new") && !chart.tables(at + 1).isEmpty()) {
            pieces.accept(new Piece.Fresh(new Piece.Span(at, at + 1, 0.5)));
        }
    }

    static void quantities(Chart chart, int at, Consumer<Piece> pieces) {
        int after = chart.after(
                at,
                "how many units of the",
                "how many units of",
                "how many units",
                "how many pieces of",
                "how many",
                "how much money",
                "how much");
        if (after > 0) {
            pieces.accept(new Piece.Quantity(new Piece.Span(at, after, 0.3 * (after - at)), chart.is(at + 1, "much")));
        }
    }
}
