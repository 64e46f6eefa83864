package dev.sayql.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/**
 * English that the engine brings along: words used for one another, names of places, and a dictionary that tells a slip
 * of the pen from a word. Read once from the resources beside this class. Immutable.
 */
final class Bundled {
    private static final List<List<String>> COLUMNS = groups("columns.txt");
    private static final List<List<String>> TABLES = groups("tables.txt");
    private static final Map<String, Set<String>> COUNTRIES = countries();
    private static final Map<String, Set<String>> STATES = places("states.txt");

    /** Loaded only when a word is met that nothing else explains. */
    private static final class Dictionary {
        private static final Set<String> WORDS = read();

        private static Set<String> read() {
            Set<String> words = new HashSet<>(150_000);
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                    new GZIPInputStream(resource("dictionary.txt.gz")), StandardCharsets.US_ASCII))) {
                lines.lines().forEach(words::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return words;
        }
    }

    private Bundled() {}

    /** Groups of nouns that name the same kind of column. */
    static List<List<String>> columns() {
        return COLUMNS;
    }

    /** Groups of nouns that name the same kind of thing. */
    static List<List<String>> tables() {
        return TABLES;
    }

    /** The names of each country, its code among them, in lower case; by any of them. */
    static Map<String, Set<String>> countriesByName() {
        return COUNTRIES;
    }

    /** The code and the name of each state of the United States; by either. */
    static Map<String, Set<String>> statesByName() {
        return STATES;
    }

    /** Whether an English dictionary (WordNet) has the word. */
    static boolean isEnglish(String word) {
        return Dictionary.WORDS.contains(word);
    }

    private static List<List<String>> groups(String name) {
        List<List<String>> groups = new ArrayList<>();
        for (String line : lines(name)) {
            groups.add(List.of(line.split("\\s*,\\s*")));
        }
        return List.copyOf(groups);
    }

    private static Map<String, Set<String>> places(String name) {
        Map<String, Set<String>> places = new HashMap<>();
        for (String line : lines(name)) {
            int colon = line.indexOf(':');
            Set<String> names =
                    new TreeSet<>(List.of(line.substring(colon + 1).strip().split("\\s*,\\s*")));
            names.add(line.substring(0, colon).strip());
            names.forEach(one -> places.put(one, names));
        }
        return Map.copyOf(places);
    }

    /** The platform's names and codes, and the names in use beside them. */
    private static Map<String, Set<String>> countries() {
        Map<String, Set<String>> beside = places("places.txt");
        Map<String, Set<String>> all = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            Locale country = Locale.of("", code);
            String lower = code.toLowerCase(Locale.ROOT);
            Set<String> names = new TreeSet<>(beside.getOrDefault(lower, Set.of()));
            names.add(lower);
            names.add(country.getISO3Country().toLowerCase(Locale.ROOT));
            names.add(country.getDisplayCountry(Locale.ENGLISH).toLowerCase(Locale.ROOT));
            names.forEach(one -> all.put(one, names));
        }
        return Map.copyOf(all);
    }

    private static List<String> lines(String name) {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(resource(name), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static InputStream resource(String name) {
        return Objects.requireNonNull(Bundled.class.getResourceAsStream(name), name);
    }
}
