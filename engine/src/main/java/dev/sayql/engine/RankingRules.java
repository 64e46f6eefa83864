package dev.sayql.engine;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** "top 5", "the cheapest", "with the most orders", "spent the most", "best selling". */
final class RankingRules {
    // spotless:off
    private static final Set<String> BEFORE_EXTREMES = Set.of(
            "with", "has", "have", "had", "having", "by", "got", "made", "placed", "generated", "received", "wrote",
            "earned", "brings", "bring", "in", "whose", "that", "gets", "get", "makes", "make", "generates", "left",
            "who");
    // spotless:on
    private static final Map<String, Boolean> EXTREMES = Map.ofEntries(
            Map.entry("highest", false),
            Map.entry("most", false),
            Map.entry("largest", false),
            Map.entry("greatest", false),
            Map.entry("biggest", false),
            Map.entry("maximum", false),
            Map.entry("max", false),
            Map.entry("best", false),
            Map.entry("top", false),
            Map.entry("lowest", true),
            Map.entry("least", true),
            Map.entry("fewest", true),
            Map.entry("smallest", true),
            Map.entry("minimum", true),
            Map.entry("min", true),
            Map.entry("worst", true));

    /** More than any answer may have rows. */
    private static final BigDecimal MANY = BigDecimal.valueOf(10_000);

    /** How many are meant where only the plural says so. */
    private static final int SEVERAL = 10;

    private RankingRules() {}

    /** How many are asked for; none where no answer may have so many rows. */
    static int many(Mention.OfNumber number) {
        return number.value().compareTo(MANY) > 0 ? 0 : number.value().intValue();
    }

    /** "highest", "most", "worst". */
    static boolean isExtreme(String word) {
        return EXTREMES.containsKey(word);
    }

    /** Whether some word of the question speaks of the first or last of an order. */
    static boolean ranks(Chart chart) {
        return chart.tokens().stream()
                .anyMatch(token -> EXTREMES.containsKey(token.word())
                        || token.is("bottom")
                        || English.superlative(token.word()).isPresent());
    }

    /** "top 5", "bottom three", "the 5 best". Alone; what they are ranked by stands elsewhere. */
    static void tops(Chart chart, int at, Consumer<Piece> pieces) {
        int next = chart.skip(at, Set.of("the"));
        boolean word = chart.is(next, "top", "bottom", "best", "worst");
        if (word) {
            Optional<Mention.OfNumber> count = chart.number(next + 1);
            int end = count.map(Mention.OfNumber::end).orElse(next + 1);
            boolean several = count.isEmpty() && isPlural(chart, next + 1);
            int number = count.map(found -> many(found)).orElse(several ? SEVERAL : 1);
            if (number > 0 && (count.isPresent() || several || chart.is(next, "top", "bottom"))) {
                pieces.accept(new Piece.Rank(
                        Rule.span(at, end, 1.02), chart.is(next, "bottom", "worst"), number, Optional.empty()));
            }
        }
        // "our five best customers".
        int before = chart.skip(at, Set.of("the", "our", "my"));
        chart.number(before)
                .filter(number -> chart.is(number.end(), "best", "worst", "top") && many(number) > 1)
                .filter(number -> isPlural(chart, number.end() + 1))
                .ifPresent(number -> pieces.accept(new Piece.Rank(
                        Rule.span(at, number.end() + 1, 1.02),
                        chart.is(number.end(), "worst"),
                        many(number),
                        Optional.empty())));
        // "which three products …": how many, while the rest says by what.
        if (next == 0 || chart.is(next - 1, "which", "what", "show", "list", "the", "me", "find")) {
            chart.number(next)
                    .filter(number ->
                            (!chart.tables(number.end()).isEmpty() || ValueRules.areKinds(chart, number.end()))
                                    && many(number) > 1)
                    .filter(number -> number.end() == next + 1)
                    .ifPresent(number -> pieces.accept(
                            new Piece.Rank(Rule.span(next, number.end(), 0.8), false, many(number), Optional.empty())));
        }
    }

    /** Whether things are named by more than one of them: "top customers". */
    private static boolean isPlural(Chart chart, int at) {
        return chart.tables(at).stream()
                .anyMatch(table -> !table.link()
                        && table.score() > 0.9
                        && chart.token(table.end() - 1).word().endsWith("s"));
    }

    /** "the second most expensive", "third highest". */
    static void places(Chart chart, int at, Consumer<Piece> pieces) {
        int word = chart.skip(at, Set.of("the"));
        int place = word < chart.size() ? NumberRules.ordinal(chart.token(word).word()) : 0;
        boolean ranked = word + 1 < chart.size()
                && (EXTREMES.containsKey(chart.token(word + 1).word())
                        || English.superlative(chart.token(word + 1).word()).isPresent());
        if (place > 1 && ranked) {
            pieces.accept(new Piece.Nth(Rule.span(at, word + 1, 1), place));
        }
    }

    /** "the five most expensive", "cheapest". */
    static void adjectives(Chart chart, int at, Consumer<Piece> pieces) {
        int next = chart.skip(at, Set.of("the", "top"));
        Optional<Mention.OfNumber> count = chart.number(next);
        int word = count.map(Mention.OfNumber::end).orElse(next);
        int number = count.map(found -> many(found)).orElse(1);
        for (int length = 2; length >= 1; length--) {
            int end = word + length;
            if (end > chart.size() || number < 1) {
                continue;
            }
            Optional<English.Adjective> adjective =
                    English.superlative(chart.text(word, end).toLowerCase(Locale.ROOT));
            if (adjective.isPresent()) {
                addGraded(chart, at, end, number, adjective.get(), pieces);
                // "most recent 5 orders" has the number behind.
                Optional<Mention.OfNumber> behind = count.isEmpty() ? chart.number(end) : Optional.empty();
                int last = behind.map(Mention.OfNumber::end).orElse(end);
                int many = behind.map(found -> many(found)).orElse(number);
                pieces.accept(new Piece.Rank(
                        Rule.span(at, last, 1.02),
                        adjective.get().ascending(),
                        many,
                        Optional.of(new Piece.Target.OfAdjective(adjective.get()))));
                if (isSize(adjective.get()) && saysByWhat(chart, last)) {
                    pieces.accept(new Piece.Rank(
                            Rule.span(at, last, 1.04), adjective.get().ascending(), many, Optional.empty()));
                }
                return;
            }
        }
    }

    /** "with the longest delivery time": ranks by the column that the adjective grades. */
    private static void addGraded(
            Chart chart, int at, int end, int many, English.Adjective adjective, Consumer<Piece> pieces) {
        int lead = at - 1;
        if (lead < 0 || !chart.is(lead, "with", "has", "have", "had", "having")) {
            return;
        }
        for (Found<Mention.OfColumn> column : Targets.columns(chart, end)) {
            if (chart.grades(adjective, column.value())) {
                pieces.accept(new Piece.Rank(
                        Rule.span(at, column.end(), 1.04 * column.quality()),
                        adjective.ascending(),
                        many,
                        Optional.of(new Piece.Target.OfColumn(column.value()))));
            }
        }
    }

    private static boolean isSize(English.Adjective adjective) {
        return Set.of("large", "big", "small").contains(adjective.word());
    }

    private static boolean saysByWhat(Chart chart, int from) {
        for (int at = from; at < chart.size(); at++) {
            if (chart.after(at, "by", "in terms of", "based on", "according to", "measured by") > 0) {
                return true;
            }
        }
        return false;
    }

    /** "earns the most", "weighs the least": a verb that speaks of one column. */
    static void verbsOfColumns(Chart chart, int at, Consumer<Piece> pieces) {
        int verb = chart.skip(at, Set.of("that", "who", "which"));
        English.verb(verb < chart.size() ? chart.token(verb).stem() : "").ifPresent(adjective -> {
            int extreme = chart.skip(verb + 1, Set.of("the"));
            boolean least = chart.is(extreme, "least", "shortest", "lowest");
            if (least || chart.is(extreme, "most", "longest", "highest")) {
                pieces.accept(new Piece.Rank(
                        Rule.span(at, extreme + 1, 1.05),
                        least,
                        1,
                        Optional.of(new Piece.Target.OfAdjective(least ? adjective.opposite() : adjective))));
            }
            Comparators.withNumber(chart, verb + 1)
                    .ifPresent(found -> pieces.accept(NumberRules.compare(
                            Rule.span(at, found.end(), 1.03),
                            Optional.of(new Piece.Target.OfAdjective(adjective)),
                            found.value().operator(),
                            found.value().number())));
        });
    }

    /** "with the highest price", "has the most orders", "3 lowest prices", "highest rated". */
    static void extremes(Chart chart, int at, Consumer<Piece> pieces) {
        int lead = chart.skip(at, BEFORE_EXTREMES);
        int next = chart.skip(lead, Set.of("the", "their", "its", "a"));
        Optional<Mention.OfNumber> count = chart.number(next);
        int number = count.map(found -> many(found)).orElse(1);
        int word = count.map(Mention.OfNumber::end).orElse(next);
        Boolean ascending = word < chart.size() ? EXTREMES.get(chart.token(word).word()) : null;
        if (ascending == null || number < 1 || chart.is(word - 1, "at")) {
            return;
        }
        boolean plenty = chart.is(word, "most", "least", "fewest");
        if (plenty) {
            pieces.accept(new Piece.MostOf(Rule.span(at, word + 1, 0.95), ascending, Math.max(1, number)));
        }
        if (count.isEmpty()) {
            Optional<Mention.OfNumber> behind = plenty ? Optional.empty() : chart.number(word + 1);
            if (behind.isPresent()) {
                number = many(behind.get());
                word = behind.get().end() - 1;
            }
        }
        boolean which =
                chart.is(0, "which") || (chart.is(0, "what") && !chart.tables(1).isEmpty());
        boolean asked = lead > at || number > 1 || (which && at > 1);
        int noun = measured(chart, word + 1, asked);
        int many = Math.max(1, number);
        boolean counts = chart.is(word, "most", "least", "fewest")
                || (lead > at && chart.is(word, "highest", "largest", "greatest", "lowest"));
        Extreme extreme = new Extreme(at, ascending, many, asked, counts);
        addExtremes(chart, noun, extreme, pieces);
        if (counts) {
            addLinkExtremes(chart, noun, extreme, pieces);
        }
    }

    /** What "the highest …" is the highest of: "total" may say that it is added up, or be a part of its name. */
    private static int measured(Chart chart, int at, boolean asked) {
        int plain = chart.skip(at, Set.of("of", "the"));
        boolean named = asked
                && chart.is(plain, "total")
                && chart.columns(plain).stream()
                        .anyMatch(column -> column.score() > 0.9 || column.end() == chart.size());
        return named ? plain : chart.skip(at, Set.of("of", "the", "total", "overall", "combined"));
    }

    /** @param counts whether the word can speak of how many there are, as "most" does */
    private record Extreme(int at, boolean ascending, int many, boolean asked, boolean counts) {}

    private static void addExtremes(Chart chart, int noun, Extreme extreme, Consumer<Piece> pieces) {
        for (Found<Piece.Target> target : Targets.at(chart, noun)) {
            if (target.value() instanceof Piece.Target.OfTable && !extreme.counts()) {
                continue;
            }
            Piece.Target ranked = target.value() instanceof Piece.Target.OfTable(Mention.OfTable table)
                    ? new Piece.Target.OfCount(table)
                    : target.value();
            boolean extremeOfCount = ranked instanceof Piece.Target.OfCount;
            double quality = (extreme.asked() ? 1.04 : extremeOfCount ? 0.8 : 0.93) * Math.min(1.05, target.quality());
            pieces.accept(new Piece.Rank(
                    Rule.span(extreme.at(), target.end(), quality),
                    extreme.ascending(),
                    extreme.many(),
                    Optional.of(ranked)));
        }
    }

    private static void addLinkExtremes(Chart chart, int noun, Extreme extreme, Consumer<Piece> pieces) {
        for (Mention.OfTable link : chart.tables(noun)) {
            if (!link.link()) {
                continue;
            }
            pieces.accept(new Piece.Rank(
                    Rule.span(extreme.at(), link.end(), 0.95 * link.score()),
                    extreme.ascending(),
                    extreme.many(),
                    Optional.of(new Piece.Target.OfCount(link))));
        }
    }

    /** "which club was founded first", "who joined last": by the date of the deed. */
    static void deedFirst(Chart chart, int at, Consumer<Piece> pieces) {
        int verb = chart.skip(at, Set.of("was", "were", "is", "that", "who", "has", "have"));
        for (Mention.OfColumn deed : chart.columns(verb)) {
            boolean dated = chart.column(deed.options().getFirst().meaning())
                    .filter(found -> found.dataType().isDate() || Knowledge.isYear(found))
                    .isPresent();
            int end = chart.after(deed.end(), "first", "earliest", "last", "latest", "most recently");
            if (dated && end == chart.size() && deed.score() > 0.7) {
                boolean first = chart.is(deed.end(), "first", "earliest");
                pieces.accept(new Piece.Rank(
                        Rule.span(at, end, 1.03), first, 1, Optional.of(new Piece.Target.OfColumn(deed))));
            }
        }
    }

    /** "is used most often". */
    private static void usedMost(Chart chart, int at, Consumer<Piece> pieces) {
        int used = chart.after(
                chart.skip(at, Set.of("is", "are", "was", "were", "gets", "get")),
                "used most often",
                "used most frequently",
                "used the most",
                "used most",
                "chosen most often",
                "used least often",
                "used the least",
                "used least");
        if (used > 0) {
            pieces.accept(new Piece.Rank(
                    Rule.span(at, used, 1.02),
                    chart.is(used - 1, "least") || chart.is(used - 2, "least"),
                    1,
                    Optional.of(new Piece.Target.OfFrequency())));
        }
    }

    /** "the most common", "most frequent", "least used". */
    static void frequencies(Chart chart, int at, Consumer<Piece> pieces) {
        usedMost(chart, at, pieces);
        int lead = chart.skip(at, Set.of("the", "is", "are", "was"));
        Optional<Mention.OfNumber> count = chart.number(lead);
        int word = count.map(Mention.OfNumber::end).orElse(lead);
        int end = chart.after(
                word,
                "most common",
                "most frequent",
                "most frequently used",
                "most popular",
                "most used",
                "most often used",
                "least common",
                "least frequent",
                "least popular",
                "least used",
                "most frequently",
                "most commonly used");
        int many = count.map(found -> many(found)).orElse(1);
        if (end > 0 && many > 0) {
            pieces.accept(new Piece.Rank(
                    Rule.span(at, end, 1.02),
                    chart.is(word, "least"),
                    many,
                    Optional.of(new Piece.Target.OfFrequency())));
        }
    }

    /** "spent the most", "sold the least", "ordered the most". */
    static void verbs(Chart chart, int at, Consumer<Piece> pieces) {
        int verb = chart.skip(
                at, Set.of("have", "has", "had", "that", "who", "which", "were", "was", "is", "are", "been"));
        for (Mention.OfMetric metric : chart.metrics(verb)) {
            int extreme = chart.skip(metric.end(), Set.of("the"));
            if (chart.is(extreme, "most", "least", "fewest", "best", "worst", "more")) {
                int end = chart.is(extreme + 1, "money", "often", "units", "overall") ? extreme + 2 : extreme + 1;
                pieces.accept(new Piece.Rank(
                        Rule.span(at, end, 1.06),
                        chart.is(extreme, "least", "fewest", "worst"),
                        1,
                        Optional.of(new Piece.Target.OfMetric(metric))));
            }
        }
        for (Mention.OfTable table : chart.tables(verb)) {
            // What is "driven" are no driving tests.
            if (table.score() < 0.6 && Stem.isPast(chart.token(verb).word())) {
                continue;
            }
            int extreme = chart.skip(table.end(), Set.of("the"));
            boolean often = chart.is(extreme + 1, "often", "frequently", "times");
            if (chart.is(extreme, "most", "least") && (often || table.link() || extreme + 1 == chart.size())) {
                pieces.accept(new Piece.Rank(
                        Rule.span(at, often ? extreme + 2 : extreme + 1, 1.04),
                        chart.is(extreme, "least"),
                        1,
                        Optional.of(new Piece.Target.OfCount(table))));
            }
        }
    }
}
