package dev.sayql.sql;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the names a misspelt one may have meant. */
final class NearestNames {

    private static final int SUGGESTIONS = 3;

    private NearestNames() {}

    /** Up to three candidates that differ little, as a sentence to append; empty when none is near. */
    static String sentence(String name, Collection<String> candidates) {
        String wanted = name.toLowerCase(Locale.ROOT);
        int tolerance = Math.max(2, wanted.length() / 2);
        List<String> near = candidates.stream()
                .distinct()
                .filter(candidate -> distance(wanted, candidate) <= tolerance)
                .sorted(Comparator.comparingInt((String candidate) -> distance(wanted, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(SUGGESTIONS)
                .toList();
        return near.isEmpty() ? "" : "; near it: " + String.join(", ", near);
    }

    /** How many letters to change, insert or drop; a candidate that contains the name is always near. */
    private static int distance(String wanted, String candidate) {
        String other = candidate.toLowerCase(Locale.ROOT);
        other = other.substring(other.lastIndexOf('.') + 1);
        if (other.contains(wanted) || wanted.contains(other)) {
            return 1;
        }
        int[] previous = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= wanted.length(); i++) {
            int[] current = new int[other.length() + 1];
            current[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = previous[j - 1] + (wanted.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(change, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[other.length()];
    }
}
