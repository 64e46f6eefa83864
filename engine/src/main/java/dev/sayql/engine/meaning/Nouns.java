package dev.sayql.engine.meaning;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.zip.GZIPInputStream;

/** The nouns of English and what each is a kind of (WordNet). Immutable; read when the first unknown word is met. */
final class Nouns {

    /** Farther than this, two nouns have nothing to do with each other. */
    static final int FARTHEST = 2;

    private static final class Loaded {
        private static final Nouns ALL = read();
    }

    private final Map<String, int[]> senses;
    private final List<int[]> above;

    private Nouns(Map<String, int[]> senses, List<int[]> above) {
        this.senses = senses;
        this.above = above;
    }

    static Nouns all() {
        return Loaded.ALL;
    }

    /** First a line for every noun with its senses, the commonest first; then, after an empty line, what is above each sense. */
    private static Nouns read() {
        Map<String, int[]> senses = new HashMap<>(100_000);
        List<int[]> above = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Objects.requireNonNull(Nouns.class.getResourceAsStream("nouns.txt.gz"))),
                StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
                int colon = line.indexOf(':');
                senses.put(line.substring(0, colon), numbers(line.substring(colon + 1)));
            }
            lines.lines().forEach(line -> above.add(numbers(line)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Nouns(senses, above);
    }

    private static int[] numbers(String text) {
        return text.isEmpty()
                ? new int[0]
                : Arrays.stream(text.split(" ")).mapToInt(Integer::parseInt).toArray();
    }

    /** Whether it is a noun, singular or plural. */
    boolean has(String phrase) {
        return of(phrase).length > 0;
    }

    /** Nought when both can be the same thing; else how many steps one is above the other; empty when it is not. */
    OptionalInt distance(String one, String other) {
        int nearest = FARTHEST + 1;
        for (int first : of(one)) {
            for (int second : of(other)) {
                nearest = Math.min(nearest, Math.min(steps(first, second, nearest), steps(second, first, nearest)));
            }
        }
        return nearest > FARTHEST ? OptionalInt.empty() : OptionalInt.of(nearest);
    }

    /** How far up from one sense the other is, if it is nearer than that. */
    private int steps(int from, int to, int limit) {
        if (from == to) {
            return 0;
        }
        int nearest = limit;
        if (limit > 1) {
            for (int next : above.get(from)) {
                nearest = Math.min(nearest, 1 + steps(next, to, limit - 1));
            }
        }
        return nearest;
    }

    /** The senses of the word as it stands and of what it may be the plural of: "heads" is a noun of its own, too. */
    private int[] of(String phrase) {
        return forms(phrase).stream()
                .map(form -> senses.getOrDefault(form, new int[0]))
                .flatMapToInt(Arrays::stream)
                .toArray();
    }

    private static List<String> forms(String phrase) {
        List<String> forms = new ArrayList<>(List.of(phrase));
        if (phrase.endsWith("s") && !phrase.endsWith("ss")) {
            forms.add(phrase.substring(0, phrase.length() - 1));
        }
        if (phrase.endsWith("ies")) {
            forms.add(phrase.substring(0, phrase.length() - 3) + "y");
        } else if (phrase.endsWith("es")) {
            forms.add(phrase.substring(0, phrase.length() - 2));
        }
        return forms;
    }
}
