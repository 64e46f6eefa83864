package dev.sayql.engine;

import dev.sayql.sql.TableName;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Clauses and nouns that say nothing beyond what they belong to: "the highest fee a guest has ever been paid for an appearance". */
final class ClauseRules {
    /** What is done with whatever is measured, and says nothing of it. */
    // spotless:off
    private static final Set<String> DONE = Set.of(
            "paid", "pay", "measured", "recorded", "told", "given", "gave", "charged", "charge", "driven", "drove", "made", "got", "had", "have",
            "seen", "saw", "reached", "scored", "bid", "offered", "reported", "noted", "logged", "taken", "took", "sold", "written", "asked",
            "spent", "earned", "received", "achieved", "invoiced", "billed", "quoted", "agreed", "registered");

    /** What those do of whom it is asked, and what each of them has anyway: "which cuisines do our caterers cook". */
    private static final Set<String> HABITS = Set.of(
            "use", "used", "cover", "covered", "cook", "offer", "offered", "serve", "served", "teach", "speak", "play", "come", "work", "live",
            "study", "make", "practise", "practice", "run", "keep", "hold", "grow", "produce", "drive", "handle", "represent", "belong",
            "specialise", "specialize", "operate", "stock", "have", "do", "own");
    // spotless:on

    /** Of these each has its own place, which is not that of what belongs to them. */
    private static final Set<String> STAYING = Set.of("live", "work", "own", "have", "come", "belong", "keep", "hold");

    private static final String[] READINGS = {
        "reading", "readings", "value", "values", "level", "levels", "figure", "figures"
    };
    private static final String[] WHOEVER = {"anyone", "anybody", "someone", "somebody", "we", "they", "customers"};

    private ClauseRules() {}

    static void clauses(Chart chart, int at, Consumer<Piece> pieces) {
        if (chart.token(at).quoted()) {
            return;
        }
        everDone(chart, at, pieces);
        habits(chart, at, pieces);
        each(chart, at, pieces);
        partOfName(chart, at, pieces);
        extents(chart, at, pieces);
        members(chart, at, pieces);
        person(chart, at, pieces);
        readings(chart, at, pieces);
        asSaid(chart, at, pieces);
        if (chart.is(at, "unit")
                && !chart.isNamed(at)
                && chart.columns(at + 1).stream().anyMatch(column -> isCost(chart, column))) {
            pass(at, at + 1, 0.8, pieces);
        }
    }

    /** "a whole order", "with the tax rate of each". */
    private static void asSaid(Chart chart, int at, Consumer<Piece> pieces) {
        int distinct = chart.after(at, "just the distinct ones", "only the distinct ones");
        if (distinct > 0 && chart.is(0, "which", "what")) {
            pass(at, distinct, 1, pieces);
        }
        int together = chart.after(at, "put together", "taken together", "added together");
        if (together > 0
                && Cues.anywhere(chart, Set.of("total", "many", "much", "sum", "charge", "paid", "spend", "cost"))) {
            pass(at, together, 0.7, pieces);
        }
        if (chart.is(at, "whole", "entire")
                && !chart.isNamed(at)
                && !chart.tables(at + 1).isEmpty()) {
            pass(at, at + 1, 0.6, pieces);
        }
        // "every refunded payment", "every 2026 concert".
        boolean kind = chart.is(at, "every")
                && IntStream.range(at + 2, Math.min(chart.size(), at + 4))
                        .anyMatch(noun -> chart.tables(noun).stream().anyMatch(table -> !table.link())
                                && (chart.values(at + 1).stream().anyMatch(value -> value.end() == noun)
                                        || (noun == at + 2
                                                && chart.token(at + 1).word().matches("(19|20)\\d\\d"))));
        if (kind) {
            pass(at, at + 1, 0.6, pieces);
        }
        if (chart.is(at, "of") && chart.is(at + 1, "each") && at + 2 == chart.size() && at > 0) {
            pass(at, at + 2, 0.7, pieces);
        }
    }

    /** "the highest chlorine reading", where chlorine is what is measured. */
    private static void readings(Chart chart, int at, Consumer<Piece> pieces) {
        boolean measured = (chart.is(at, "reading", "readings") || (chart.is(at, READINGS) && endsExtreme(chart, at)))
                && !chart.isNamed(at)
                && IntStream.range(Math.max(0, at - 3), at)
                        .anyMatch(start -> chart.columns(start).stream()
                                .anyMatch(column -> column.end() == at
                                        && chart.isAmount(column)
                                        && column.options().stream()
                                                .noneMatch(option -> chart.isQuantity(option.meaning()))));
        if (measured) {
            pass(at, at + 1, 0.8, pieces);
        }
    }

    /** "unit cost", where each thing has one cost. */
    private static boolean isCost(Chart chart, Mention.OfColumn column) {
        return chart.token(column.start()).word().matches("costs?|prices?");
    }

    private static void pass(int start, int end, double score, Consumer<Piece> pieces) {
        pieces.accept(new Piece.Filler(new Piece.Span(start, end, score * (end - start)), false));
    }

    /** "the highest fee a guest has ever been paid for an appearance", "the lowest value ever measured on a Monday". */
    private static void everDone(Chart chart, int at, Consumer<Piece> pieces) {
        boolean reading = chart.is(at - 1, READINGS) && endsExtreme(chart, at - 1);
        if (!reading && !endsExtreme(chart, at)) {
            return;
        }
        int who = chart.skip(at, Set.of("that", "which"));
        int verb = chart.is(who, WHOEVER) ? who + 1 : owner(chart, who);
        boolean said = verb > who;
        int ever = chart.skip(verb, Set.of("has", "have", "had", "was", "were", "been", "ever"));
        boolean always = IntStream.range(verb, ever).anyMatch(word -> chart.is(word, "ever"));
        boolean done = ever < chart.size() && DONE.contains(chart.token(ever).word());
        if (done && !isCondition(chart, ever) && (said || (always && !chart.isNamed(ever)))) {
            int end = chart.skip(ever + 1, Set.of("us", "anybody", "anyone", "them", "out"));
            if (end == chart.size()
                    || chart.is(end, "for", "on", "by", "through", "to", "at", "in", "from", "with", "of", ",")) {
                pass(at, end, 1.3, pieces);
            }
        }
    }

    /** "agreed", where some are and others are not. */
    private static boolean isCondition(Chart chart, int at) {
        return !chart.events(at).isEmpty()
                || !chart.flags(at).isEmpty()
                || !chart.taught(at).isEmpty()
                || !chart.values(at).isEmpty()
                || chart.tables(at).stream().anyMatch(Mention.OfTable::link);
    }

    /** "any lead", "a guest": the token behind. */
    private static int owner(Chart chart, int at) {
        int noun = chart.skip(at, Set.of("any", "a", "an", "one", "of", "our", "single"));
        return noun == at
                ? at
                : chart.tables(noun).stream()
                        .filter(table -> !table.link())
                        .map(Mention.OfTable::end)
                        .findFirst()
                        .orElse(at);
    }

    /** Whether the highest or lowest of something ends before this token. */
    private static boolean endsExtreme(Chart chart, int at) {
        return IntStream.range(Math.max(0, at - 4), Math.max(0, at - 1))
                .filter(start -> RankingRules.isExtreme(chart.token(start).word())
                        || English.superlative(chart.token(start).word()).isPresent())
                .anyMatch(start -> chart.columns(start + 1).stream().anyMatch(column -> column.end() == at)
                        || chart.metrics(start + 1).stream().anyMatch(metric -> metric.end() == at));
    }

    /** "which cuisines do our caterers cook": what is asked for is stored of them anyway. */
    private static void habits(Chart chart, int at, Consumer<Piece> pieces) {
        if (at < 2 || !chart.is(at, "do", "does", "did", "have", "has")) {
            return;
        }
        int noun = chart.skip(at + 1, Set.of("our", "the", "all", "my"));
        for (Mention.OfTable table : chart.tables(noun)) {
            int end = chart.after(table.end() + 1, "in", "at", "for", "from", "with", "so far", "to date");
            int after = end > 0 ? end : table.end() + 1;
            boolean habit = !table.link()
                    && after == chart.size()
                    && HABITS.contains(chart.token(table.end()).word());
            List<TableName> asked = IntStream.range(0, at)
                    .boxed()
                    .flatMap(start -> chart.columns(start).stream().filter(column -> column.end() == at))
                    .map(column -> column.options().getFirst().meaning().table())
                    .toList();
            if (habit && asked.contains(table.best())) {
                pass(at, chart.size(), 1.1, pieces);
            } else if (habit
                    && !STAYING.contains(chart.token(table.end()).word())
                    && asked.stream().anyMatch(from -> chart.leadsTo(from, table.best()))) {
                pass(at, chart.size(), 1.2, pieces);
            }
        }
    }

    // spotless:off
    private static final String[] WHERE_EACH_IS = {
        "is in", "is on", "are on", "runs from", "run from", "is from", "are from", "are in", "starts from", "start from", "belongs to", "belong to", "comes from", "come from", "lives in", "live in",
        "works at", "work at", "works in", "work in", "is at", "are at", "is based in", "are based in", "stands in", "sits in", "lies in", "has", "have"
    };
    // spotless:on

    /** "all crews and the depot each one starts from", "the country they are in". */
    private static void each(Chart chart, int at, Consumer<Piece> pieces) {
        int verb = chart.after(at, "each one", "each of them", "each", "they", "it", "he or she", "he", "she");
        boolean behind = at > 2
                && verb > 0
                && IntStream.range(Math.max(0, at - 3), at)
                        .anyMatch(start -> chart.columns(start).stream().anyMatch(column -> column.end() == at));
        if (!behind) {
            return;
        }
        int end = chart.after(verb, WHERE_EACH_IS);
        if (end == chart.size() || (end > 0 && chart.is(end, ","))) {
            pass(at, end, 1, pieces);
        }
    }

    /** "a Vaillant boiler", where the make of the boiler is stored. */
    private static void partOfName(Chart chart, int at, Consumer<Piece> pieces) {
        boolean part = IntStream.range(Math.max(0, at - 4), at)
                .anyMatch(start -> chart.values(start).stream()
                        .filter(value -> value.end() == at)
                        .flatMap(value -> value.hits().stream())
                        .anyMatch(hit ->
                                isFirstOf(hit.column().column(), chart.token(at).stem())));
        boolean ends = at + 1 == chart.size() || chart.columns(at).stream().noneMatch(column -> column.end() > at + 1);
        boolean things = IntStream.range(0, chart.size())
                .anyMatch(noun -> noun != at && chart.tables(noun).stream().anyMatch(table -> !table.link()));
        if (part && ends && things && chart.tables(at).stream().allMatch(Mention.OfTable::link)) {
            pass(at, at + 1, 0.95, pieces);
        }
    }

    private static boolean isFirstOf(String column, String stem) {
        List<String> stems = NamePhrases.stemsOf(column);
        return stems.size() > 1
                && stems.getFirst().equals(stem)
                && !Set.of("first", "last", "full", "given", "middle", "family").contains(stem);
    }

    /** "episodes between 30 and 40 minutes long". */
    private static void extents(Chart chart, int at, Consumer<Piece> pieces) {
        boolean unit = at > 1
                && chart.is(at - 1, "minutes", "hours", "days", "weeks", "months", "years", "seconds", "pages")
                && IntStream.range(Math.max(0, at - 3), at)
                        .anyMatch(start -> chart.number(start)
                                .filter(number -> number.end() >= at - 1)
                                .isPresent());
        int end = chart.after(at, "long", "in length", "in duration");
        if (unit && end > 0 && (end == chart.size() || !chart.isNamed(at) || chart.is(at, "long"))) {
            pass(at, end, 0.95, pieces);
        }
    }

    /** "each employee and the person they report to"; "paid out to". */
    private static void person(Chart chart, int at, Consumer<Piece> pieces) {
        int noun = chart.after(at, "the person", "the one", "the colleague", "the people");
        if (noun > 0
                && at > 0
                && chart.is(noun, "they", "he", "she", "who")
                && chart.columns(noun + 1).size() + chart.roles(noun + 1).size() > 0) {
            pass(at, noun + 1, 0.8, pieces);
        }
        if (chart.is(at, "out") && at > 0 && chart.is(at - 1, "paid", "pay", "pays", "paying", "handed", "given")) {
            pass(at, at + 1, 0.8, pieces);
        }
    }

    /** "members of staff", "the names of everyone in the team of drivers". */
    private static void members(Chart chart, int at, Consumer<Piece> pieces) {
        int of = chart.after(at, "members of", "member of");
        if (of > 0
                && !chart.isNamed(at)
                && chart.tables(of).stream().anyMatch(table -> !table.link() && chart.isPerson(table.best()))) {
            pass(at, of, 0.8, pieces);
        }
    }
}
