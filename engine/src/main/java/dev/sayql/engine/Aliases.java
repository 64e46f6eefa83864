package dev.sayql.engine;

import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.Values;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Other names of stored values that everybody knows: "UK" and "British" for the United Kingdom, "women" for F. */
final class Aliases {
    private static final Set<String> FEMALE = Set.of("female", "woman");
    private static final Set<String> MALE = Set.of("male", "man");
    private static final Set<String> COUNTRY_WORDS = Set.of(
            "country", "nation", "nationality", "citizenship", "origin", "market", "home", "location", "headquarters");
    private static final Set<String> STATE_WORDS = Set.of("state", "province", "region");

    /** Receives a phrase and the stored value that it is another name of. */
    @FunctionalInterface
    interface Sink {
        void add(String phrase, ColumnName column, String value);
    }

    private static final Set<String> CODES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3).stream()
            .map(code -> code.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());

    private Aliases() {}

    /** Every other name of the values of a source, as far as they are known. */
    static void of(Values values, Sink sink) {
        for (ColumnName column : values.columns().stream().sorted().toList()) {
            List<String> words = NamePhrases.wordsOf(column.column(), Set.of());
            boolean language = words.contains("language") || words.contains("lang") || words.contains("tongue");
            boolean sex = words.contains("sex") || words.contains("gender");
            for (String value : values.of(column).orElse(List.of())) {
                String text = value.toLowerCase(Locale.ROOT).strip();
                if (sex) {
                    sexes(text).forEach(alias -> sink.add(alias, column, value));
                }
                // Who speaks Japanese is not Japan.
                (language ? Set.<String>of() : places(text, words))
                        .stream().filter(alias -> !alias.equals(text)).forEach(alias -> sink.add(alias, column, value));
            }
        }
    }

    private static Set<String> sexes(String text) {
        return switch (text) {
            case "f", "female", "w", "woman" -> FEMALE;
            case "m", "male", "man" -> MALE;
            default -> Set.of();
        };
    }

    private static Set<String> places(String text, List<String> words) {
        boolean code = text.length() <= 3 && !text.equals("usa") && !text.equals("uae");
        Set<String> names = new HashSet<>();
        if (!code || words.stream().anyMatch(COUNTRY_WORDS::contains)) {
            names.addAll(named(Bundled.countriesByName(), text));
        }
        if (words.stream().anyMatch(STATE_WORDS::contains)) {
            names.addAll(named(Bundled.statesByName(), text));
        }
        return names;
    }

    private static Set<String> named(Map<String, Set<String>> places, String text) {
        return places.getOrDefault(text, Set.of());
    }

    /** Whether the name is a code that counts only when it is written in capitals: "us" is a pronoun, "fine" no Finn. */
    static boolean isCode(String alias) {
        return (alias.length() == 2 && !alias.equals("uk")) || (CODES.contains(alias) && !alias.equals("usa"));
    }
}
