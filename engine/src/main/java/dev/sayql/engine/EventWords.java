package dev.sayql.engine;

import dev.sayql.core.schema.Column;
import dev.sayql.core.schema.ColumnName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What had happened when a date is there: {@code paid_on} is "paid", and "unpaid" where it is missing. */
final class EventWords {

    /** Receives a phrase, what it means, and how sure that is. */
    @FunctionalInterface
    interface Sink {
        void add(List<String> phrase, Lexicon.Meaning meaning, double score);
    }

    private EventWords() {}

    /** @param own the words of the column's name without those of its table */
    static void of(Column column, ColumnName name, List<String> own, Sink sink) {
        Lexicon.Meaning meaning = new Lexicon.Meaning.OfColumn(name);
        lives(column, own).ifPresent(word -> sink.add(List.of(word), meaning, 0.95));
        if (!column.dataType().isDate()) {
            return;
        }
        String word = own.getFirst();
        boolean participle =
                word.endsWith("ed") || (!Stem.of(word).equals(word) && !word.endsWith("s") && !word.endsWith("e"));
        boolean dated = own.size() == 1 || Set.of("at", "on", "date", "time").contains(own.getLast());
        if (participle && dated && own.size() <= 2) {
            addEvent(name, word, sink);
        }
        column.comment()
                .flatMap(CommentNames::eventOf)
                .filter(done -> !done.equals(word) && Stem.of(done).length() > 3)
                .filter(done -> !English.LINKING_STEMS.contains(Stem.of(done)))
                .ifPresent(done -> {
                    addEvent(name, done, sink);
                    sink.add(List.of(done), meaning, 0.85);
                });
    }

    private static void addEvent(ColumnName name, String done, Sink sink) {
        sink.add(List.of(done), new Lexicon.Meaning.OfEvent(name, true, done), 1);
        sink.add(List.of("un" + done), new Lexicon.Meaning.OfEvent(name, false, "un" + done), 1);
    }

    /** Whoever has a date of birth was born then. */
    private static Optional<String> lives(Column column, List<String> own) {
        if (!column.dataType().isDate() && !Knowledge.isYear(column)) {
            return Optional.empty();
        }
        return own.contains("birth") || own.contains("brth")
                ? Optional.of("born")
                : own.contains("death") ? Optional.of("died") : Optional.empty();
    }
}
