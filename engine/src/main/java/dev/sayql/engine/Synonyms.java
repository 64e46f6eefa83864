package dev.sayql.engine;

import dev.sayql.core.schema.ColumnName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everyday words for the columns and tables of a source, where the source itself has no use for these words. */
final class Synonyms {
    private static final double WORTH_NAMING = 0.7;
    private static final String NUMBER_OF = "number of ";

    /** Another name: its words, what it means, and how sure that is. */
    record Name(List<String> words, Lexicon.Meaning meaning, double score) {}

    private final Map<List<String>, List<Lexicon.Entry>> named = new HashMap<>();
    private final Set<String> taken;
    private final Set<String> takenStems;
    private final Set<ColumnName> dates;
    private final List<Name> found = new ArrayList<>();

    private Synonyms(
            Map<String, List<Lexicon.Entry>> entries, Set<String> phrases, Set<String> stems, Set<ColumnName> dates) {
        this.dates = Set.copyOf(dates);
        this.taken = Set.copyOf(phrases);
        this.takenStems = new HashSet<>(entries.keySet());
        this.takenStems.addAll(stems);
        entries.values()
                .forEach(list -> list.stream()
                        .filter(entry -> entry.score() >= WORTH_NAMING)
                        .forEach(entry -> named.computeIfAbsent(entry.stems(), key -> new ArrayList<>())
                                .add(entry)));
    }

    /**
     * The other names of everything that the entries name; a word that is one of the stems already is none.
     *
     * @param dates columns that hold dates: the day on which something was paid is no salary
     */
    static List<Name> of(
            Map<String, List<Lexicon.Entry>> entries, Set<String> phrases, Set<String> stems, Set<ColumnName> dates) {
        Synonyms synonyms = new Synonyms(entries, phrases, stems, dates);
        Bundled.columns().forEach(group -> synonyms.add(group, true));
        Bundled.tables().forEach(group -> synonyms.add(group, false));
        return List.copyOf(synonyms.found);
    }

    private void add(List<String> group, boolean columns) {
        boolean days = group.stream().anyMatch(word -> word.contains("date"));
        for (String word : group) {
            for (Lexicon.Entry entry : named.getOrDefault(Stem.ofWords(word), List.of())) {
                boolean wanted = columns
                        ? entry.meaning() instanceof Lexicon.Meaning.OfColumn(ColumnName column)
                                && (days || !dates.contains(column))
                        : entry.meaning() instanceof Lexicon.Meaning.OfTable table && !table.link();
                if (wanted) {
                    group.stream()
                            .filter(other -> !taken.contains(other) && !takenStems.contains(Stem.of(other)))
                            // "number of seats", where there are seats.
                            .filter(other -> !other.startsWith(NUMBER_OF)
                                    || !takenStems.contains(Stem.of(other.substring(NUMBER_OF.length()))))
                            .forEach(other -> found.add(new Name(
                                    List.of(other.split(" ")), entry.meaning(), 0.85 * Math.max(0.85, entry.score()))));
                }
            }
        }
    }
}
