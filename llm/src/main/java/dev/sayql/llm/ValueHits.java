package dev.sayql.llm;

import dev.sayql.core.schema.Values;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the stored values that a question names, the longest phrases first. */
final class ValueHits {

    private static final int MOST_WORDS = 6;
    private static final int LEAST_LETTERS = 3;
    private static final int MOST = 12;

    private ValueHits() {}

    static List<Values.Hit> of(String question, Values values) {
        String[] words = Values.normalise(question).split(" ");
        Set<Values.Hit> hits = new LinkedHashSet<>();
        for (int length = Math.min(MOST_WORDS, Math.min(words.length, values.longestInWords())); length > 0; length--) {
            for (int start = 0; start + length <= words.length; start++) {
                String phrase = String.join(" ", List.of(words).subList(start, start + length));
                if (phrase.length() >= LEAST_LETTERS) {
                    hits.addAll(values.find(phrase));
                }
            }
        }
        return new ArrayList<>(hits).subList(0, Math.min(MOST, hits.size()));
    }
}
