package dev.sayql.engine;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the words of a question say about the sketch of its query: runs of up to three words, names replaced by their kinds,
 * hashed. No word can be read back out of a feature.
 */
final class SketchFeatures {
    /** The number of features is two to this power. */
    static final int BITS = 18;

    private static final Set<String> GLUE = Set.of(
            "the", "a", "an", "of", "is", "are", "was", "were", "in", "for", "to", "me", "all", "please", "that");

    private SketchFeatures() {}

    static int[] of(Linking linking) {
        List<String> words = linking.masked();
        Set<Integer> features = new TreeSet<>();
        List<String> solid = words.stream().filter(word -> !GLUE.contains(word)).toList();
        runs(words, "w", features);
        runs(solid, "s", features);
        add("first " + String.join(" ", words.subList(0, Math.min(2, words.size()))), features);
        add("first " + String.join(" ", words.subList(0, Math.min(3, words.size()))), features);
        for (String kind : List.of("«value»", "«column»", "«table»", "«number»")) {
            long count = words.stream().filter(kind::equals).count();
            add(kind + Math.min(count, 4), features);
        }
        for (int first = 0; first < solid.size(); first++) {
            for (int second = first + 2; second < Math.min(first + 5, solid.size()); second++) {
                add("skip " + solid.get(first) + " " + solid.get(second), features);
            }
        }
        add("length " + Math.min(words.size() / 4, 6), features);
        return features.stream().mapToInt(Integer::intValue).toArray();
    }

    private static void runs(List<String> words, String kind, Set<Integer> features) {
        for (int at = 0; at < words.size(); at++) {
            for (int length = 1; length <= 3 && at + length <= words.size(); length++) {
                add(kind + " " + String.join(" ", words.subList(at, at + length)), features);
            }
        }
    }

    private static void add(String feature, Set<Integer> features) {
        long hash = 0xcbf29ce484222325L;
        for (int at = 0; at < feature.length(); at++) {
            hash = (hash ^ feature.charAt(at)) * 0x100000001b3L;
        }
        hash ^= hash >>> 29;
        features.add((int) (hash & ((1 << BITS) - 1)));
    }
}
