package dev.sayql.training;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The nouns, verbs, adjectives and adverbs of WordNet and how their meanings hang together; the files are described in its manual, wndb(5WN).
 * Only single words that were met in the texts on which WordNet counted them. Immutable once read.
 */
final class WordNet {
    private static final Pattern WORD = Pattern.compile("[a-z]{3,}");
    private static final List<String> KINDS = List.of("adj", "adv", "noun", "verb");
    private static final int MOST_MEANINGS = 5;

    /** Wider words with more narrower ones than these say nothing ("person"). */
    private static final int MOST_NARROWER = 60;

    private static final int HEXADECIMAL = 16;

    /** A meaning. {@code wider}: those it is a kind of; {@code similar}: adjectives near it. */
    private record Meaning(List<String> words, List<String> wider, List<String> similar) {}

    private final Map<String, Meaning> meanings = new HashMap<>();
    private final Map<String, List<String>> narrower = new HashMap<>();
    private final Map<String, List<String>> meaningsOf = new HashMap<>();
    private final Set<String> words = new HashSet<>();

    private WordNet() {}

    /** @throws IOException when a file is missing or cannot be read */
    static WordNet read(Path folder) throws IOException {
        WordNet read = new WordNet();
        for (String kind : KINDS) {
            char letter = kind.equals("adv") ? 'r' : kind.charAt(0);
            read.each(folder.resolve("data." + kind), line -> read.addMeaning(line, letter));
            read.each(folder.resolve("index." + kind), line -> read.addWord(line, letter));
        }
        read.meanings.forEach((id, meaning) -> meaning.wider()
                .forEach(wider -> read.narrower
                        .computeIfAbsent(wider, key -> new ArrayList<>())
                        .add(id)));
        Set<String> met = new HashSet<>();
        read.each(folder.resolve("index.sense"), line -> {
            String[] fields = line.split(" ");
            if (!fields[3].equals("0")) {
                met.add(fields[0].substring(0, fields[0].indexOf('%')));
            }
        });
        read.words.retainAll(met);
        return read;
    }

    private interface Line {
        void read(String line);
    }

    /** Lines that begin with two blanks are the licence. */
    private void each(Path file, Line line) throws IOException {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            lines.filter(text -> !text.startsWith("  ")).forEach(line::read);
        }
    }

    private void addMeaning(String line, char kind) {
        String[] fields = line.substring(0, line.indexOf(" | ") < 0 ? line.length() : line.indexOf(" | "))
                .split(" ");
        int count = Integer.parseInt(fields[3], HEXADECIMAL);
        List<String> spelled = new ArrayList<>();
        for (int word = 0; word < count; word++) {
            String text = fields[4 + 2 * word].replaceFirst("\\(.*\\)", "");
            spelled.add(text.toLowerCase(Locale.ROOT));
            if (WORD.matcher(text).matches()) {
                words.add(text);
            }
        }
        List<String> wider = new ArrayList<>();
        List<String> similar = new ArrayList<>();
        int first = 4 + 2 * count;
        int pointers = Integer.parseInt(fields[first]);
        for (int pointer = 0; pointer < pointers; pointer++) {
            int at = first + 1 + 4 * pointer;
            switch (fields[at]) {
                case "@" -> wider.add(fields[at + 2] + fields[at + 1]);
                case "&" -> similar.add("a" + fields[at + 1]);
                default -> {}
            }
        }
        meanings.put(kind + fields[0], new Meaning(spelled, wider, similar));
    }

    /** The meanings come in the order of how often they were met. */
    private void addWord(String line, char kind) {
        String[] fields = line.strip().split(" ");
        int count = Integer.parseInt(fields[2]);
        List<String> ids = meaningsOf.computeIfAbsent(fields[0], key -> new ArrayList<>());
        for (int at = fields.length - count; at < fields.length; at++) {
            ids.add(kind + fields[at]);
        }
    }

    /** For each word that has any: the word, words of the same meaning, wider and narrower words. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (String word : new TreeSet<>(words)) {
            Set<String> same = new LinkedHashSet<>();
            Set<String> near = new LinkedHashSet<>();
            for (String id : meaningsOf.getOrDefault(word, List.of()).stream()
                    .limit(MOST_MEANINGS)
                    .toList()) {
                same.addAll(wordsOf(id));
                meaning(id).similar().forEach(other -> near.addAll(wordsOf(other)));
                meaning(id).wider().stream()
                        .filter(wider -> kindsOf(wider).size() <= MOST_NARROWER)
                        .forEach(wider -> near.addAll(wordsOf(wider)));
                if (kindsOf(id).size() <= MOST_NARROWER) {
                    kindsOf(id).forEach(kind -> near.addAll(wordsOf(kind)));
                }
            }
            near.removeAll(same);
            String line = word + " " + joined(word, same) + " " + joined(word, near);
            if (!line.equals(word + "  ")) {
                lines.add(line);
            }
        }
        return lines;
    }

    private Meaning meaning(String id) {
        return Objects.requireNonNull(meanings.get(id), id);
    }

    private List<String> wordsOf(String id) {
        return meaning(id).words();
    }

    private List<String> kindsOf(String id) {
        return narrower.getOrDefault(id, List.of());
    }

    private String joined(String word, Collection<String> others) {
        return String.join(
                ",",
                others.stream()
                        .filter(other -> !other.equals(word) && words.contains(other))
                        .toList());
    }
}
