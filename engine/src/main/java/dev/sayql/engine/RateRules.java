package dev.sayql.engine;

import dev.sayql.core.schema.Column;
import dev.sayql.core.schema.ColumnName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Prices for so much of something, where the column's name says so too: "under 25 euro a month", "the cheapest menu per head". */
final class RateRules {
    private static final Set<String> PRICES =
            Set.of("price", "fee", "cost", "rate", "rent", "charge", "salary", "wage", "pay", "tariff", "fare");
    private static final Set<String> LEADS = Set.of(
            "that", "which", "who", "with", "a", "an", "cost", "costs", "costing", "priced", "charge", "charges",
            "earn", "earns", "earning", "is", "are", "for", "at", "price", "of");
    private static final Map<String, String> SAME = Map.ofEntries(
            Map.entry("hourly", "hour"),
            Map.entry("daily", "day"),
            Map.entry("nightly", "night"),
            Map.entry("weekly", "week"),
            Map.entry("monthly", "month"),
            Map.entry("yearly", "year"),
            Map.entry("annual", "year"),
            Map.entry("annually", "year"),
            Map.entry("head", "person"),
            Map.entry("guest", "person"),
            Map.entry("capita", "person"),
            Map.entry("pp", "person"),
            Map.entry("pax", "person"));

    private RateRules() {}

    /** "that cost less than 25 euro a month": of what is paid each month, and no grouping by months. */
    static void amounts(Chart chart, int at, Consumer<Piece> pieces) {
        int lead = chart.skip(at, LEADS);
        Comparators.withNumber(chart, lead).ifPresent(found -> {
            int unit = unitAt(chart, found.end());
            // "rooms under 100 a night" is of rooms, and of no bookings.
            List<Mention.Option<ColumnName>> rated = unit < 0
                    ? List.of()
                    : rated(chart, unit).stream()
                            .filter(option -> IntStream.range(0, at)
                                    .anyMatch(noun -> chart.tables(noun).stream()
                                            .anyMatch(table -> table.best()
                                                    .equals(option.meaning().table()))))
                            .toList();
            if (!rated.isEmpty()) {
                Piece.Target target = new Piece.Target.OfColumn(new Mention.OfColumn(at, unit + 1, rated));
                pieces.accept(NumberRules.compare(
                        Rule.span(at, unit + 1, 1.08),
                        Optional.of(target),
                        found.value().operator(),
                        found.value().number()));
            }
        });
    }

    /** "the cheapest menu per head", where menus have one price, which is for a head. */
    static void ranked(Chart chart, int at, Consumer<Piece> pieces) {
        int unit = unitAt(chart, at);
        if (unit < 0 || at < 2) {
            return;
        }
        for (int noun = Math.max(1, at - 2); noun < at; noun++) {
            boolean graded = English.superlative(
                            chart.is(noun - 1, "expensive") && chart.is(noun - 2, "most", "least")
                                    ? "most expensive"
                                    : chart.token(noun - 1).word())
                    .stream()
                    .anyMatch(adjective -> adjective.nouns().contains("price"));
            boolean priced = graded
                    && chart.tables(noun).stream()
                            .anyMatch(table -> table.end() == at
                                    && !table.link()
                                    && rated(chart, unit).stream()
                                                    .filter(option -> option.meaning()
                                                            .table()
                                                            .equals(table.best()))
                                                    .count()
                                            == 1);
            if (priced) {
                pieces.accept(new Piece.Filler(Rule.span(at, unit + 1, 1), false));
            }
        }
    }

    /** "what does a plumber earn per hour", "what do drivers get paid an hour". */
    static void earned(Chart chart, int at, Consumer<Piece> pieces) {
        int verb = chart.skip(at, Set.of("get", "gets", "getting", "are", "is"));
        int unit = chart.is(verb, "earn", "earns", "earned", "paid", "make", "makes", "charge", "charges")
                ? unitAt(chart, verb + 1)
                : -1;
        List<Mention.Option<ColumnName>> rated = unit < 0 ? List.of() : rated(chart, unit);
        if (!rated.isEmpty() && at > 0) {
            pieces.accept(new Piece.Pick(
                    Rule.span(at, unit + 1, 1.08),
                    new Piece.Target.OfColumn(new Mention.OfColumn(at, unit + 1, rated)),
                    false,
                    false));
        }
    }

    /** Whether a column is meant by a thing together with what its price is for: "menu per head". */
    static boolean isThingWithRate(Chart chart, int at, Mention.OfColumn column) {
        return chart.tables(at).stream()
                .anyMatch(table -> !table.link()
                        && table.best()
                                .equals(column.options().getFirst().meaning().table())
                        && unitAt(chart, table.end()) == column.end() - 1);
    }

    /** Where the unit stands behind "a" or "per"; -1 where none does. */
    private static int unitAt(Chart chart, int at) {
        return chart.is(at, "a", "an", "per", "each", "every", "/")
                        && at + 1 < chart.size()
                        && !chart.token(at + 1).quoted()
                ? at + 1
                : -1;
    }

    private static List<Mention.Option<ColumnName>> rated(Chart chart, int unit) {
        return chart.facts().ratedBy(unitOf(chart.token(unit).word())).stream()
                .map(column -> new Mention.Option<>(column, 1))
                .toList();
    }

    /** The columns that hold a price for so much of what the token names. */
    static List<ColumnName> columnsFor(Chart chart, int unit) {
        return chart.facts().ratedBy(unitOf(chart.token(unit).word()));
    }

    private static String unitOf(String word) {
        return SAME.getOrDefault(NamePhrases.unit(word), NamePhrases.unit(word));
    }

    /** Whether the column holds a price for so much of something: a day rate is no number of days. */
    static boolean isRate(Column column) {
        return unitsOf(column).findAny().isPresent();
    }

    /** The units that the price in a column is for, as its name says. */
    static Stream<String> unitsOf(Column column) {
        List<String> words = column.dataType().isNumber() ? NamePhrases.wordsOf(column.name(), Set.of()) : List.of();
        return words.stream().anyMatch(PRICES::contains)
                ? words.stream().filter(word -> !PRICES.contains(word)).map(RateRules::unitOf)
                : Stream.empty();
    }
}
