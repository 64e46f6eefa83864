package dev.sayql.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Which way an order goes: "in descending order", "newest first", "from cheapest to dearest". */
final class OrderRules {
    // spotless:off
    private static final String[] DOWN = {
        "in descending order", "descending", "highest to lowest", "high to low", "largest to smallest", "most to least",
        "biggest first", "top first", "from highest to lowest", "from high to low", "highest first", "best one first", "biggest one first", "highest one first", "starting with the most recent", "starting with the latest", "starting with the newest", "starting with the highest", "starting with the largest", "starting with the most", "largest one first", "longest one first", "best rated first", "top rated first", "highest rated first", "best scored first",
        "best performing first", "strongest first",
        "largest first", "best first", "most frequent first", "most common first", "most first", "most used first",
        "most popular first", "best sellers first", "top sellers first", "best selling first", "busiest first", "most often first", "in decreasing order", "from most to least", "from largest to smallest"
    };
    private static final String[] UP = {
        "in ascending order", "ascending", "lowest to highest", "low to high", "smallest to largest", "from lowest to highest", "from low to high", "lowest first", "lowest one first", "starting with the oldest", "starting with the earliest", "starting with the lowest", "starting with the smallest", "smallest one first", "shortest one first", "worst rated first", "lowest rated first",
        "smallest first", "least first", "least used first", "least popular first", "least common first",
        "least frequent first", "quietest first", "fewest first", "worst first", "in increasing order",
        "in alphabetical order", "alphabetically", "sorted alphabetically", "ordered alphabetically",
        "in chronological order", "chronologically"
    };
    // spotless:on

    private static final String[] DOWN_ON_TOP = onTop(DOWN);
    private static final String[] UP_ON_TOP = onTop(UP);

    private OrderRules() {}

    /** "best first" said otherwise: "best on top". */
    private static String[] onTop(String[] orders) {
        return Arrays.stream(orders)
                .filter(order -> order.endsWith(" first"))
                .flatMap(order -> Stream.of(" on top", " at the top", " at top")
                        .map(top -> order.substring(0, order.length() - " first".length()) + top))
                .toArray(String[]::new);
    }

    /** The token after "first" or what says so; -1 when it does not stand here. */
    private static int first(Chart chart, int at) {
        return chart.after(at, "first", "on top", "at the top", "at top");
    }

    static void directions(Chart chart, int at, Consumer<Piece> pieces) {
        int lead = chart.skip(at, Set.of("sorted", "ordered", "ranked", "arranged", "listed"));
        int down = Math.max(chart.after(lead, DOWN), chart.after(lead, DOWN_ON_TOP));
        if (down > 0) {
            pieces.accept(new Piece.Direction(Rule.span(at, down, 1), true));
        }
        int up = Math.max(chart.after(lead, UP), chart.after(lead, UP_ON_TOP));
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

    /** "newest first", "most expensive first". */
    private static void adjectiveFirst(Chart chart, int at, Consumer<Piece> pieces) {
        for (int length = 1; length <= 2 && at + length < chart.size(); length++) {
            int end = at + length;
            int first = first(chart, end);
            if (first > 0) {
                English.superlative(chart.text(at, end).toLowerCase(Locale.ROOT))
                        .ifPresent(adjective -> pieces.accept(new Piece.Sort(
                                Rule.span(at, first, 1.05),
                                new Piece.Target.OfAdjective(adjective),
                                !adjective.ascending())));
            }
        }
        extremeFirst(chart, at, pieces);
    }

    /** "lowest stock first", "highest total amount first". */
    private static void extremeFirst(Chart chart, int at, Consumer<Piece> pieces) {
        int used =
                chart.after(at, "most used", "most popular", "most common", "most frequent", "most active", "busiest");
        for (Found<Piece.Target> target : used > 0 ? Targets.at(chart, used) : List.<Found<Piece.Target>>of()) {
            int first = first(chart, target.end());
            if (first > 0) {
                pieces.accept(new Piece.Direction(Rule.span(at, first, 1.03), true));
            }
        }
        cheapestFirst(chart, at, pieces);
        boolean low = chart.is(at, "lowest", "smallest", "fewest", "least", "worst", "shortest", "earliest", "oldest");
        boolean high = chart.is(
                at, "highest", "largest", "biggest", "most", "best", "greatest", "longest", "latest", "newest");
        timeFirst(chart, at, pieces);
        recentFirst(chart, at, pieces);
        kindFirst(chart, at, pieces);
        if (low || high) {
            for (Found<Piece.Target> target : Targets.at(chart, at + 1)) {
                Piece.Target key = target.value() instanceof Piece.Target.OfTable(Mention.OfTable table)
                        ? new Piece.Target.OfCount(table)
                        : target.value();
                int first = first(chart, target.end());
                if (first > 0) {
                    pieces.accept(new Piece.Sort(Rule.span(at, first, 1.05 * target.quality()), key, high));
                }
            }
        }
    }

    /** "most recent sign-up first", "earliest hired first". */
    private static void recentFirst(Chart chart, int at, Consumer<Piece> pieces) {
        int recent = chart.after(at, "most recently", "most recent", "latest", "newest");
        int early = chart.after(at, "least recently", "earliest", "oldest");
        int noun = Math.max(recent, early);
        List<Found<Mention.OfColumn>> dates = new ArrayList<>(Targets.columns(chart, Math.max(noun, 0)));
        for (Mention.OfEvent event : chart.events(Math.max(noun, 0))) {
            dates.add(new Found<>(
                    new Mention.OfColumn(noun, event.end(), List.of(new Mention.Option<>(event.column(), 1))),
                    event.end(),
                    1));
        }
        for (Found<Mention.OfColumn> date : noun > 0 ? dates : List.<Found<Mention.OfColumn>>of()) {
            boolean day = chart.column(date.value().options().getFirst().meaning())
                    .filter(column -> column.dataType().isDate())
                    .isPresent();
            int first = first(chart, date.end());
            if (first > 0 && day) {
                pieces.accept(new Piece.Sort(
                        Rule.span(at, first, 1.06), new Piece.Target.OfColumn(date.value()), recent > 0));
            }
        }
    }

    /** "oldest month first", "latest year first" behind what is told for each of them. */
    private static void timeFirst(Chart chart, int at, Consumer<Piece> pieces) {
        boolean old = chart.is(at, "oldest", "earliest");
        boolean fresh = chart.is(at, "latest", "newest");
        int first = first(chart, at + 2);
        if ((old || fresh) && chart.is(at + 1, "day", "week", "month", "quarter", "year") && first > 0) {
            pieces.accept(new Piece.Direction(Rule.span(at, first, 1.04), fresh));
        }
    }

    /** "cheapest cabin first", "best channel on top": what is told for each of them gives the order. */
    private static void kindFirst(Chart chart, int at, Consumer<Piece> pieces) {
        Optional<English.Adjective> adjective =
                English.superlative(chart.token(at).word()).filter(said -> said.date() == 0);
        boolean best = chart.is(at, "best", "biggest", "highest", "largest");
        boolean worst = chart.is(at, "worst", "smallest", "lowest");
        if (adjective.isEmpty() && !best && !worst) {
            return;
        }
        for (Found<Mention.OfColumn> column : Targets.columns(chart, at + 1)) {
            int first = first(chart, column.end());
            boolean kind = column.value().options().stream()
                    .allMatch(option -> chart.column(option.meaning())
                            .filter(found -> found.dataType().isText())
                            .isPresent());
            if (first > 0 && kind) {
                boolean down = best || (!worst && !adjective.orElseThrow().ascending());
                pieces.accept(new Piece.Direction(Rule.span(at, first, 1.07), down));
            }
        }
    }

    /** "cheapest base rate first": the adjective speaks of the column that is named behind it. */
    private static void cheapestFirst(Chart chart, int at, Consumer<Piece> pieces) {
        Optional<English.Adjective> adjective =
                English.superlative(chart.token(at).word());
        for (Found<Mention.OfColumn> column :
                adjective.isPresent() ? Targets.columns(chart, at + 1) : List.<Found<Mention.OfColumn>>of()) {
            int first = first(chart, column.end());
            if (first > 0 && chart.grades(adjective.get(), column.value())) {
                pieces.accept(new Piece.Sort(
                        Rule.span(at, first, 1.06 * column.quality()),
                        new Piece.Target.OfColumn(column.value()),
                        !adjective.get().ascending()));
            }
        }
    }
}
