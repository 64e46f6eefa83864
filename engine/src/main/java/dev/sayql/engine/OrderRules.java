package dev.sayql.engine;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Which way an order goes: "in descending order", "newest first", "from cheapest to dearest". */
final class OrderRules {
    // spotless:off
    private static final String[] DOWN = {
        "in descending order", "descending", "highest to lowest", "high to low", "largest to smallest", "most to least",
        "biggest first", "top first", "from highest to lowest", "from high to low", "highest first",
        "largest first", "best first", "most frequent first", "most common first", "most first", "most used first",
        "most popular first", "best sellers first", "top sellers first", "best selling first", "busiest first", "most often first", "in decreasing order", "from most to least", "from largest to smallest"
    };
    private static final String[] UP = {
        "in ascending order", "ascending", "lowest to highest", "low to high", "smallest to largest", "from lowest to highest", "from low to high", "lowest first",
        "smallest first", "least first", "least used first", "least popular first", "least common first",
        "least frequent first", "quietest first", "fewest first", "worst first", "in increasing order",
        "in alphabetical order", "alphabetically", "sorted alphabetically", "ordered alphabetically",
        "in chronological order", "chronologically"
    };
    // spotless:on

    private OrderRules() {}

    static void directions(Chart chart, int at, Consumer<Piece> pieces) {
        int lead = chart.skip(at, Set.of("sorted", "ordered", "ranked", "arranged", "listed"));
        int down = chart.after(lead, DOWN);
        if (down > 0) {
            pieces.accept(new Piece.Direction(Rule.span(at, down, 1), true));
        }
        int up = chart.after(lead, UP);
        if (up > 0) {
            pieces.accept(new Piece.Direction(Rule.span(at, up, 1), false));
        }
        directed(chart, at, pieces);
        adjectiveFirst(chart, at, pieces);
    }

    /** "from highest to lowest price". */
    private static void directed(Chart chart, int at, Consumer<Piece> pieces) {
        int down = chart.after(
                at,
                "from highest to lowest",
                "from high to low",
                "from largest to smallest",
                "from most to least",
                "by descending",
                "by decreasing");
        int up = chart.after(
                at,
                "from lowest to highest",
                "from low to high",
                "from smallest to largest",
                "by ascending",
                "by increasing");
        int noun = Math.max(down, up);
        if (noun > 0) {
            for (Found<Piece.Target> target : Targets.at(chart, noun)) {
                pieces.accept(new Piece.Sort(Rule.span(at, target.end(), target.quality()), target.value(), down > 0));
            }
        }
    }

    /** "from cheapest to dearest". */
    private static void fromTo(Chart chart, int at, Consumer<Piece> pieces) {
        int first = chart.skip(at, Set.of("from", ",", "the"));
        if (first + 2 >= chart.size() || !chart.is(first + 1, "to")) {
            return;
        }
        Optional<English.Adjective> from =
                English.superlative(chart.token(first).word());
        Optional<English.Adjective> to =
                English.superlative(chart.token(first + 2).word());
        if (from.isPresent() && to.isPresent()) {
            pieces.accept(new Piece.Sort(
                    Rule.span(at, first + 3, 1.06),
                    new Piece.Target.OfAdjective(from.get()),
                    !from.get().ascending()));
        }
    }

    /** "newest first", "most expensive first". */
    private static void adjectiveFirst(Chart chart, int at, Consumer<Piece> pieces) {
        for (int length = 1; length <= 2 && at + length < chart.size(); length++) {
            int end = at + length;
            if (chart.is(end, "first")) {
                English.superlative(chart.text(at, end).toLowerCase(Locale.ROOT))
                        .ifPresent(adjective -> pieces.accept(new Piece.Sort(
                                Rule.span(at, end + 1, 1.05),
                                new Piece.Target.OfAdjective(adjective),
                                !adjective.ascending())));
            }
        }
        extremeFirst(chart, at, pieces);
        fromTo(chart, at, pieces);
    }

    /** "lowest stock first", "highest total amount first". */
    private static void extremeFirst(Chart chart, int at, Consumer<Piece> pieces) {
        int used =
                chart.after(at, "most used", "most popular", "most common", "most frequent", "most active", "busiest");
        for (Mention.OfTable table : used > 0 ? chart.tables(used) : List.<Mention.OfTable>of()) {
            if (chart.is(table.end(), "first")) {
                pieces.accept(new Piece.Direction(Rule.span(at, table.end() + 1, 1.03), true));
            }
        }
        boolean low = chart.is(at, "lowest", "smallest", "fewest", "least", "worst", "shortest", "earliest", "oldest");
        boolean high = chart.is(
                at, "highest", "largest", "biggest", "most", "best", "greatest", "longest", "latest", "newest");
        if (low || high) {
            for (Found<Piece.Target> target : Targets.at(chart, at + 1)) {
                Piece.Target key = target.value() instanceof Piece.Target.OfTable(Mention.OfTable table)
                        ? new Piece.Target.OfCount(table)
                        : target.value();
                if (chart.is(target.end(), "first")) {
                    pieces.accept(new Piece.Sort(Rule.span(at, target.end() + 1, 1.05 * target.quality()), key, high));
                }
            }
        }
    }
}
