package dev.sayql.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * What a source calls the things that English has other words for, by WordNet: words of one meaning first, then the next wider and
 * narrower ones. Immutable.
 */
final class Thesaurus {
    private static final int SHORTEST = 3;

    /** Word, words of the same meaning, wider and narrower words; parted by blanks, the words of each by commas. */
    private static final int PARTS = 3;

    private final Map<String, Set<String>> names;

    private Thesaurus(Map<String, Set<String>> names) {
        this.names = names;
    }

    /** @param phrases what the source's tables and columns are called */
    static Thesaurus of(Set<String> phrases) {
        Set<String> own = new HashSet<>();
        phrases.stream()
                .flatMap(phrase -> Stream.of(phrase.split(" ")))
                .filter(word -> word.length() >= SHORTEST && !English.FILLERS.contains(word))
                .forEach(word -> own.addAll(List.of(word, Stem.of(word))));
        Map<String, Set<String>> names = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Bundled.resource("thesaurus.txt.gz")), StandardCharsets.US_ASCII))) {
            lines.lines().map(line -> line.split(" ", PARTS)).forEach(parts -> {
                Set<String> found = new LinkedHashSet<>();
                IntFunction<Stream<String>> words =
                        part -> Arrays.stream(parts[part].split(",")).filter(own::contains);
                Stream.concat(words.apply(1), words.apply(2)).forEach(found::add);
                if (!found.isEmpty()) {
                    names.computeIfAbsent(Stem.of(parts[0]), stem -> new LinkedHashSet<>())
                            .addAll(found);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Thesaurus(names);
    }

    /** The source's words for a word with this stem, the nearest first. */
    List<String> namesFor(String stem) {
        return List.copyOf(names.getOrDefault(stem, Set.of()));
    }
}
