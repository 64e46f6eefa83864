package dev.sayql.engine;

import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Words that say nothing beside certain others: "the largest single donation", "hours spent on repairs", "still active". */
final class BesideRules {
    // spotless:off
    private static final String[] MOST = {
        "leads to", "led to", "results in", "resulted in", "causes", "caused", "produces", "produced", "sees", "saw",
        "attracts", "attracted", "gets", "got", "draws", "drew", "accounts for", "accounted for", "shows", "triggers", "triggered"
    };
    // spotless:on

    private static final String[] PARTED = {
        "counted",
        "grouped",
        "split",
        "totalled",
        "totaled",
        "compared",
        "divided",
        "separated",
        "organised",
        "organized",
        "summarised",
        "summarized",
        "shown",
        "averaged"
    };

    private BesideRules() {}

    static void besides(Chart chart, int at, Consumer<Piece> pieces) {
        if (chart.token(at).quoted()) {
            return;
        }
        boolean superlative = at > 0
                && (RankingRules.isExtreme(chart.token(at - 1).word())
                        || English.superlative(chart.token(at - 1).word()).isPresent());
        if (chart.is(at, "spent")
                && at > 0
                && chart.is(at - 1, "hours", "days", "minutes", "time", "weeks")
                && !chart.isNamed(at)) {
            pieces.accept(new Piece.Filler(new Piece.Span(at, at + 1, 0.5), false));
        }
        boolean plain = leadsThrough(chart, at)
                || isSaid(chart, at)
                || isBrokenDown(chart, at)
                || isOnceEach(chart, at)
                || isOfTheValue(chart, at)
                || isBeside(chart, at)
                || endsAs(chart, at)
                || (chart.is(at, "single", "individual", "ever", "overall") && superlative)
                || (chart.is(at, PARTED) && chart.is(at + 1, "by", "per", "across", "for"));
        if (plain) {
            pieces.accept(new Piece.Filler(new Piece.Span(at, at + 1, 0.5), false));
        }
        if (endsQuestion(chart, at) || isPricePaid(chart, at) || isNeededAtLast(chart, at) || isVery(chart, at)) {
            pieces.accept(new Piece.Filler(new Piece.Span(at, at + 1, 1), false));
        }
        stretches(chart, at, pieces);
        int most = chart.after(at, MOST);
        if (most > 0 && at > 0 && chart.is(most, "the") && chart.is(most + 1, "most", "fewest", "least")) {
            pieces.accept(new Piece.Filler(Rule.span(at, most, 0.8), false));
        }
        if (chart.is(at, "charges", "charge", "uses", "offers", "calls", "issues", "records")
                && at > 1
                && chart.is(at + 1, "the")) {
            // "which doctor charges the highest fee".
            pieces.accept(new Piece.Filler(new Piece.Span(at, at + 1, 0.2), false));
        }
    }

    /** "calls through 5G towers", "orders via suppliers": on the way to a thing, or to what something is. */
    private static boolean leadsThrough(Chart chart, int at) {
        int next = chart.skip(at + 1, Set.of("the", "our", "a", "an"));
        boolean named = !chart.values(next).isEmpty() || !chart.flags(at + 1).isEmpty();
        boolean thing = chart.tables(next).stream().anyMatch(table -> !table.link());
        return at > 0
                && ((named && chart.is(at, "through", "via", "over", "about", "regarding"))
                        || (thing && chart.is(at, "through", "via")));
    }

    /** "how long did the longest ride take", "topics that complaints are about". */
    private static boolean endsQuestion(Chart chart, int at) {
        return at == chart.size() - 1
                && at > 3
                && ((IntStream.range(0, 4).anyMatch(how -> chart.is(how, "how")) && chart.is(at, "take", "last", "run"))
                        || (chart.is(at, "about")
                                && Stem.isPast(chart.token(at - 1).word()))
                        || (chart.is(at, "about") && chart.is(at - 1, "are", "is", "were", "was")));
    }

    /** "break our sales down by country". */
    private static boolean isBrokenDown(Chart chart, int at) {
        return at < 3
                && chart.is(at, "break", "split")
                && !chart.isNamed(at)
                && Cues.anywhere(chart, Set.of("by", "per", "into"));
    }

    /** "each town just once, please". */
    private static boolean isOnceEach(Chart chart, int at) {
        boolean once = chart.is(at, "once")
                && IntStream.range(Math.max(0, at - 4), at).anyMatch(each -> chart.is(each, "each"));
        return once || (chart.is(at, "just", "only") && chart.is(at + 1, "once") && chart.is(at - 2, "each"));
    }

    /** "the lowest price paid for a ticket": what was paid is the price. */
    private static boolean isPricePaid(Chart chart, int at) {
        return chart.is(at, "paid", "charged", "asked")
                && chart.is(at - 1, "price", "prices", "fare", "fares")
                && chart.is(at + 1, "for")
                && chart.columns(at - 1).stream()
                                .flatMap(price -> price.options().stream())
                                .map(price -> price.meaning().table())
                                .distinct()
                                .count()
                        == 1
                && chart.columns(at - 1).stream()
                        .flatMap(price -> price.options().stream())
                        .noneMatch(price -> chart.columns(at).stream()
                                .flatMap(paid -> paid.options().stream())
                                .anyMatch(paid -> paid.meaning()
                                        .table()
                                        .equals(price.meaning().table())));
    }

    /** What is passed over in more than one word. */
    private static void stretches(Chart chart, int at, Consumer<Piece> pieces) {
        nextToName(chart, at, pieces);
        ofMoney(chart, at, pieces);
    }

    /** "the total amount of money refunded". */
    private static void ofMoney(Chart chart, int at, Consumer<Piece> pieces) {
        if (chart.is(at - 1, "amount", "sum", "total")
                && chart.is(at, "of")
                && chart.is(at + 1, "money")
                && !chart.isNamed(at + 1)) {
            pieces.accept(new Piece.Filler(Rule.span(at, at + 2, 0.7), false));
        }
    }

    /** "every editor's name next to the name of their manager". */
    private static void nextToName(Chart chart, int at, Consumer<Piece> pieces) {
        if (chart.after(at, "next to the name", "next to the names", "beside the name", "alongside the name") > 0) {
            pieces.accept(new Piece.Filler(Rule.span(at, chart.is(at, "next") ? at + 2 : at + 1, 0.8), false));
        }
    }

    /** "the highest number of takes that any scene needed". */
    private static boolean isNeededAtLast(Chart chart, int at) {
        return at == chart.size() - 1
                && at > 3
                && chart.is(at, "needed", "required", "had", "got", "reached", "saw", "took")
                && IntStream.range(at - 3, at).anyMatch(word -> chart.is(word, "any", "a", "an", "one", "single"))
                && !chart.tables(at - 1).isEmpty();
    }

    /** "our very first inspection". */
    private static boolean isVery(Chart chart, int at) {
        return chart.is(at, "very")
                && chart.is(at + 1, "first", "last", "latest", "earliest", "oldest", "newest", "best", "most", "least");
    }

    /** "paid in cash", where cash is stored in {@code paid_by}. */
    private static boolean isOfTheValue(Chart chart, int at) {
        return at > 0
                && Stem.isPast(chart.token(at).word())
                && chart.tables(at).isEmpty()
                && chart.is(at + 1, "in", "by", "with", "as", "via", "from")
                && chart.values(at + 2).stream()
                        .flatMap(value -> value.hits().stream())
                        .anyMatch(hit -> NamePhrases.stemsOf(hit.column().column())
                                .contains(chart.token(at).stem()));
    }

    /** "the highest number of children in one household": in any of them. */
    static boolean isOneOfMany(Chart chart, int at) {
        return chart.is(at, "one")
                && chart.is(at - 1, "in", "on", "at", "for", "by", "within")
                && !chart.tables(at + 1).isEmpty()
                && IntStream.range(0, at)
                        .anyMatch(word -> chart.is(word + 1, "number", "amount")
                                && (Cues.MOST.contains(chart.token(word).word())
                                        || Cues.LEAST.contains(chart.token(word).word())));
    }

    /** "on a single order", "not cancelled either". */
    private static boolean isBeside(Chart chart, int at) {
        boolean one = isOneOfMany(chart, at)
                || (chart.is(at, "single")
                        && chart.is(at - 1, "a", "any")
                        && !chart.tables(at + 1).isEmpty());
        boolean neither = chart.is(at, "either")
                && at == chart.size() - 1
                && chart.tokens().stream().anyMatch(token -> token.is("not") || token.is("never"));
        return one || neither;
    }

    /** "inspections that ended in a fail", where that is what comes of them. */
    private static boolean endsAs(Chart chart, int at) {
        int next = chart.after(
                at,
                "ended in a",
                "ended in an",
                "ended in",
                "ended with a",
                "ended with",
                "resulted in a",
                "resulted in");
        int in = chart.is(at - 1, "ended", "resulted") ? chart.after(at, "in a", "in an", "in", "with a", "with") : -1;
        int value = Math.max(next, in);
        return value > 0 && !chart.isNamed(at) && !chart.values(value).isEmpty();
    }

    /** Words that what stands around them says already. */
    private static boolean isSaid(Chart chart, int at) {
        boolean settled = chart.is(at, "settled", "paid")
                && chart.is(at + 1, "by", "with", "in", "via", "through", "using")
                && !chart.isNamed(at);
        return settled
                || saysStill(chart, at)
                || (chart.is(at, "sold") && soldMost(chart, at))
                || (chart.is(at, "only") && (isBehindValue(chart, at) || isBeforeThing(chart, at)))
                || (chart.is(at, "every") && !chart.trees(at + 1).isEmpty());
    }

    /** "which agent sold the most policies": each policy has its agent. */
    private static boolean soldMost(Chart chart, int at) {
        int most = chart.after(at + 1, "the most", "the fewest", "most");
        return most > 0
                && !chart.isNamed(at)
                && !chart.tables(most).isEmpty()
                && IntStream.range(0, at)
                        .anyMatch(before -> chart.tables(before).stream().anyMatch(who -> chart.isPerson(who.best())));
    }

    /** "clients without a claim, companies only". */
    private static boolean isBehindValue(Chart chart, int at) {
        return (at == chart.size() - 1 || chart.is(at + 1, ","))
                && IntStream.range(Math.max(0, at - 3), at)
                        .anyMatch(start -> chart.values(start).stream().anyMatch(value -> value.end() == at)
                                || chart.flags(start).stream().anyMatch(flag -> flag.end() == at));
    }

    /** "…, only payments that were not refunded". */
    private static boolean isBeforeThing(Chart chart, int at) {
        return chart.is(at - 1, ",")
                && chart.tables(at + 1).stream()
                        .anyMatch(table ->
                                !table.link() && chart.is(table.end(), "that", "which", "who", "with", "from"));
    }

    /** "still active", "still open": what is so; whoever is "still with us" is so by what the source must say. */
    private static boolean saysStill(Chart chart, int at) {
        int next = chart.skip(
                at + 1,
                Set.of(
                        "a", "an", "in", "on", "be", "being", "are", "is", "not", "have", "has", "to", "been", "the",
                        "no"));
        return chart.is(at, "still")
                && next < chart.size()
                && (chart.isNamed(at + 1)
                        || chart.isNamed(next)
                        || chart.token(next).word().startsWith("un"));
    }
}
