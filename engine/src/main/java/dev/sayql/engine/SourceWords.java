package dev.sayql.engine;

import dev.sayql.core.schema.Column;
import dev.sayql.core.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The words that a source has names and values for. Immutable, thread-safe. */
public final class SourceWords {

    private static final int LONGEST = 2;
    private static final int SHORTEST = 3;
    /** What the source or its team call something; everyday synonyms are less sure. */
    private static final double OWN_NAME = 0.9;

    private final Lexicon lexicon;
    private final Set<String> phrases = new TreeSet<>();
    private final Set<String> stems = new HashSet<>();
    private final Set<String> tables = new HashSet<>();

    SourceWords(Knowledge knowledge) {
        this.lexicon = knowledge.lexicon();
        Set<String> known = Set.copyOf(lexicon.phrases());
        for (Table table : knowledge.context().schema().tables()) {
            NamePhrases.wordsOf(table.name().name(), known).forEach(word -> tables.add(Stem.of(word)));
            Stream.concat(
                            Stream.of(table.name().name()),
                            table.columns().stream().map(Column::name))
                    .forEach(name -> add(NamePhrases.wordsOf(name, known)));
        }
    }

    private void add(List<String> words) {
        for (int start = 0; start < words.size(); start++) {
            stems.add(Stem.of(words.get(start)));
            for (int end = start + 1; end <= Math.min(words.size(), start + LONGEST); end++) {
                String phrase = String.join(" ", words.subList(start, end));
                if (phrase.length() >= SHORTEST) {
                    phrases.add(phrase);
                }
            }
        }
    }

    /** The words of the names of tables and columns, one by one and by twos, in order. */
    public Set<String> phrases() {
        return Set.copyOf(phrases);
    }

    /** Whether a table, a column or something that the team taught is called by the word, whatever its ending. */
    public boolean names(String word) {
        String stem = Stem.of(word);
        return stems.contains(stem) || lexicon.startingWith(stem).stream().anyMatch(entry -> entry.score() >= OWN_NAME);
    }

    /** Whether the name of a table has the word, whatever its ending. */
    public boolean isOfTable(String word) {
        return tables.contains(Stem.of(word));
    }

    /** Whether the word stands in a stored value, as far as values are known. */
    public boolean stores(String word) {
        String stem = Stem.of(word);
        return !lexicon.valuesLike(List.of(stem)).isEmpty()
                || !lexicon.columnsContaining(stem).isEmpty();
    }

    /** Whether the word is a stored value, as far as values are known. */
    public boolean isValue(String word) {
        return !lexicon.valuesLike(List.of(Stem.of(word))).isEmpty();
    }

    /** Whether people use the words for one another when they name things or what is known of them, whatever their endings. */
    public static boolean areSynonyms(String one, String other) {
        return Stream.concat(Bundled.columns().stream(), Bundled.tables().stream())
                .map(group -> group.stream().map(Stem::ofWords).toList())
                .anyMatch(group -> group.contains(Stem.ofWords(one)) && group.contains(Stem.ofWords(other)));
    }
}
