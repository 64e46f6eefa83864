package dev.sayql.engine;

import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The stored values of a source, by the stems of their words. Immutable once made. */
final class StoredWords {
    private static final int LONGEST = 80;

    private final Map<String, List<Values.Hit>> byStems = new HashMap<>();
    private final Map<String, Map<ColumnName, Integer>> byWord = new HashMap<>();
    private final Set<String> stems = new HashSet<>();

    StoredWords(Values values) {
        for (ColumnName column : values.columns().stream().sorted().toList()) {
            values.of(column).orElse(List.of()).forEach(value -> add(column, value));
        }
    }

    private void add(ColumnName column, String value) {
        String text = Values.normalise(value);
        // "O+" is found by itself alone: without its sign it would be "O-" too.
        boolean signed = text.endsWith("+") || text.endsWith("-");
        if (text.isEmpty() || text.length() >= LONGEST || signed) {
            return;
        }
        List<String> words = Stem.ofWords(text);
        byStems.computeIfAbsent(String.join(" ", words), key -> new ArrayList<>())
                .add(new Values.Hit(column, value));
        stems.addAll(words);
        if (words.size() > 1) {
            new HashSet<>(words)
                    .forEach(word ->
                            byWord.computeIfAbsent(word, key -> new HashMap<>()).merge(column, 1, Integer::sum));
        }
    }

    /** Stored values that read like the words when inflections are ignored. */
    List<Values.Hit> like(List<String> words) {
        return byStems.getOrDefault(String.join(" ", words), List.of());
    }

    /** The columns in whose values the word stands among others, and in how many of them. */
    Map<ColumnName, Integer> columnsContaining(String stem) {
        return byWord.getOrDefault(stem, Map.of());
    }

    Set<String> stems() {
        return Set.copyOf(stems);
    }
}
