package dev.sayql.engine;

import java.util.List;
import java.util.Set;

/** What a column is called beside its whole name: parts of it, or its words the other way round. */
final class ColumnPhrases {
    private static final Set<String> BEGINNINGS =
            Set.of("is", "has", "first", "last", "full", "start", "end", "min", "max", "number");
    private static final Set<String> REVERSED = Set.of("year", "place", "country", "language", "number");

    private static final Set<String> GENERIC = Set.of(
            "amount",
            "quantity",
            "number",
            "count",
            "total",
            "value",
            "date",
            "time",
            "name",
            "code",
            "type",
            "level",
            "text");

    private ColumnPhrases() {}

    /** "total" and "amount" can both mean {@code total_amount}; the last word carries more. */
    static void of(List<String> own, Lexicon.Meaning meaning, EventWords.Sink sink) {
        int of = own.indexOf("of");
        if (of > 0 && of < own.size() - 1) {
            // country_of_origin: the country.
            sink.add(own.subList(0, of), meaning, 0.85);
        }
        NamePhrases.adverbial(own).ifPresent(said -> sink.add(said, meaning, 1));
        if (own.size() < 2 || own.getLast().equals("id")) {
            return;
        }
        if (own.size() == 2 && REVERSED.contains(own.getLast())) {
            // {@code death_year}: the year of death.
            sink.add(List.of(own.getLast(), "of", own.getFirst()), meaning, 0.97);
        }
        if (own.size() == 2 && own.getLast().equals("year") && Stem.isPast(own.getFirst())) {
            // {@code created_year}: "created in 1905".
            sink.add(own.subList(0, 1), meaning, 0.95);
        }
        boolean yearOf = own.size() == 2 && own.getFirst().equals("year") && Stem.isPast(own.getLast());
        // {@code year_built}: "built before 1950".
        sink.add(own.subList(own.size() - 1, own.size()), meaning, yearOf ? 0.95 : 0.7);
        if (own.size() == 2 && Stem.isPast(own.getLast()) && !yearOf) {
            // {@code hours_driven}: hours.
            sink.add(own.subList(0, 1), meaning, 0.85);
        }
        if (own.size() > 2) {
            sink.add(own.subList(own.size() - 2, own.size()), meaning, 0.8);
            sink.add(own.subList(0, own.size() - 1), meaning, 0.6);
        }
        String first = own.getFirst();
        if (own.size() == 2 && GENERIC.contains(own.getLast()) && !BEGINNINGS.contains(first)) {
            sink.add(
                    own.subList(0, 1),
                    meaning,
                    Set.of("amount", "value", "total").contains(own.getLast()) ? 0.8 : 0.55);
        }
    }
}
