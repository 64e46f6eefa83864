package dev.sayql.core.schema;

import dev.sayql.sql.TableName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The values stored in a source's text columns, found by the words a person would use. Case, punctuation and runs of
 * blanks are ignored. Immutable.
 */
public final class Values {

    /** A stored value and where it stands. */
    public record Hit(ColumnName column, String value) {}

    private static final int LONGEST_SIGNED = 3;

    private final Map<ColumnName, List<String>> byColumn;
    private final Map<String, List<Hit>> byText = new HashMap<>();
    private final int longestInWords;

    public Values(Map<ColumnName, List<String>> byColumn) {
        Map<ColumnName, List<String>> copy = new HashMap<>();
        int longest = 0;
        for (Map.Entry<ColumnName, List<String>> entry : byColumn.entrySet()) {
            copy.put(entry.getKey(), List.copyOf(entry.getValue()));
            for (String value : entry.getValue()) {
                String text = normalise(value);
                if (!text.isEmpty()) {
                    byText.computeIfAbsent(text, key -> new ArrayList<>()).add(new Hit(entry.getKey(), value));
                    longest = Math.max(
                            longest,
                            1 + (int) text.chars().filter(c -> c == ' ').count());
                }
            }
        }
        byText.values()
                .forEach(hits -> hits.sort(Comparator.comparing(Hit::column).thenComparing(Hit::value)));
        this.byColumn = Map.copyOf(copy);
        this.longestInWords = longest;
    }

    public static Values none() {
        return new Values(Map.of());
    }

    /** The values of these tables only. */
    public Values narrowedTo(Set<TableName> tables) {
        Map<ColumnName, List<String>> kept = new HashMap<>(byColumn);
        kept.keySet().removeIf(column -> !tables.contains(column.table()));
        return new Values(kept);
    }

    /** Stored values that read like the phrase. */
    public List<Hit> find(String phrase) {
        return byText.getOrDefault(normalise(phrase), List.of());
    }

    /** The number of words of the longest stored value. */
    public int longestInWords() {
        return longestInWords;
    }

    /** The values of one column; empty when they were not read (too many, or not text). */
    public Optional<List<String>> of(ColumnName column) {
        return Optional.ofNullable(byColumn.get(column));
    }

    /** The columns whose values are known. */
    public Set<ColumnName> columns() {
        return byColumn.keySet();
    }

    /** Up to {@code count} stored values of a column that look most like the text, nearest first. */
    public List<String> nearest(ColumnName column, String text, int count) {
        String wanted = normalise(text);
        return of(column).orElse(List.of()).stream()
                .sorted(Comparator.comparingInt((String value) -> distance(wanted, normalise(value)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(count)
                .toList();
    }

    /** Lower case, letters and digits only, words separated by one blank; the sign of a blood group or a mark stays: "ab-" is not "ab+". */
    public static String normalise(String text) {
        StringBuilder out = new StringBuilder(text.length());
        String small = text.toLowerCase(Locale.ROOT);
        for (int at = 0; at < small.length(); at++) {
            char c = small.charAt(at);
            if (Character.isLetterOrDigit(c) || isSign(small, at)) {
                out.append(c);
            } else if (c != '\'' && !out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
            }
        }
        return out.toString().strip();
    }

    /** A plus or minus that ends a word of up to three letters. */
    private static boolean isSign(String text, int at) {
        boolean ends = at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1));
        int start = at;
        while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        return (text.charAt(at) == '+' || text.charAt(at) == '-')
                && ends
                && start < at
                && at - start <= LONGEST_SIGNED
                && (start == 0 || Character.isWhitespace(text.charAt(start - 1)));
    }

    private static int distance(String wanted, String stored) {
        if (!wanted.isEmpty() && (stored.startsWith(wanted) || stored.contains(" " + wanted))) {
            return 0;
        }
        return EditDistance.between(wanted, stored);
    }
}
