package dev.sayql.engine;

import dev.sayql.core.schema.Column;
import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.DataType;
import dev.sayql.core.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What people say of whoever is active no more: "closed their account". */
final class EverydayStates {
    private static final Map<String, List<String>> OPPOSITES = Map.ofEntries(
            Map.entry("full time", List.of("part time", "parttime")),
            Map.entry("fulltime", List.of("part time", "parttime")),
            Map.entry("part time", List.of("full time", "fulltime")),
            Map.entry("enabled", List.of("disabled")),
            Map.entry("public", List.of("private")),
            Map.entry("private", List.of("public")),
            Map.entry("indoor", List.of("outdoor")),
            Map.entry("outdoor", List.of("indoor")),
            Map.entry("indoors", List.of("outdoors", "outdoor")),
            Map.entry("outdoors", List.of("indoors", "indoor")),
            Map.entry("permanent", List.of("temporary")),
            Map.entry("temporary", List.of("permanent")),
            Map.entry("optional", List.of("mandatory", "compulsory", "required")),
            Map.entry("mandatory", List.of("optional")),
            Map.entry("required", List.of("optional")));

    private static final Set<String> ENDS = Set.of("end", "ends", "until", "expires", "expiry");
    private static final Set<String> LEAVING =
            Set.of("leaving", "left", "leave", "exit", "termination", "terminated", "departed", "resigned");

    private EverydayStates() {}

    static void of(Table table, Column column, ColumnName name, EventWords.Sink sink) {
        addOpposites(column, name, sink);
        addLeaving(table, column, name, sink);
        addAssigned(column, name, sink);
        boolean end = column.dataType().isDate()
                && column.nullable()
                && NamePhrases.wordsOf(column.name(), Set.of()).stream().anyMatch(ENDS::contains);
        if (end) {
            addEvent(name, false, "open ended", 1, sink);
        }
        boolean active = column.dataType() == DataType.BOOLEAN
                && NamePhrases.wordsOf(column.name(), Set.of()).contains("active");
        if (!active || !Persons.are(table)) {
            return;
        }
        Lexicon.Meaning gone = new Lexicon.Meaning.OfFlag(name, false);
        for (List<String> phrase : List.of(
                List.of("closed", "account"),
                List.of("close", "their", "account"),
                List.of("close", "the", "account"),
                List.of("account", "closed"),
                List.of("account", "is", "closed"),
                List.of("account", "are", "closed"),
                List.of("account", "was", "closed"),
                List.of("deactivated"),
                List.of("deactivated", "account"),
                List.of("closed", "their", "accounts"))) {
            sink.add(phrase, gone, 0.95);
        }
    }

    /** {@code full_time}: who is not works part-time. */
    private static void addOpposites(Column column, ColumnName name, EventWords.Sink sink) {
        if (column.dataType() == DataType.BOOLEAN) {
            List<String> words = NamePhrases.wordsOf(column.name(), Set.of());
            List<String> state = Set.of("is", "are", "was").contains(words.getFirst()) && words.size() > 1
                    ? words.subList(1, words.size())
                    : words;
            List<String> opposite = OPPOSITES.getOrDefault(String.join(" ", state), List.of());
            opposite.forEach(word -> sink.add(List.of(word.split(" ")), new Lexicon.Meaning.OfFlag(name, false), 0.95));
        }
    }

    /** {@code assignee_id}: an issue that nobody is to do is unassigned. */
    private static void addAssigned(Column column, ColumnName name, EventWords.Sink sink) {
        boolean assigned = column.nullable()
                && !column.dataType().isDate()
                && NamePhrases.wordsOf(column.name(), Set.of()).stream()
                        .anyMatch(Set.of("assignee", "assigned")::contains);
        if (assigned) {
            addEvent(name, false, "unassigned", 1, sink);
        }
    }

    /** {@code left_on}: who has left, and who is still with us. */
    private static void addLeaving(Table table, Column column, ColumnName name, EventWords.Sink sink) {
        boolean leaving = column.dataType().isDate()
                && column.nullable()
                && Persons.are(table)
                && LEAVING.contains(NamePhrases.wordsOf(column.name(), Set.of()).getFirst());
        if (leaving) {
            for (String phrase : List.of("left", "left us", "left the company", "gone", "former")) {
                addEvent(name, true, phrase, 0.9, sink);
            }
            for (String phrase : List.of(
                    "still with us",
                    "still employed",
                    "still here",
                    "still work",
                    "still work here",
                    "still work for us")) {
                addEvent(name, false, phrase, 0.95, sink);
            }
        }
    }

    /** @param phrase its first word is the one whose form counts */
    private static void addEvent(ColumnName name, boolean happened, String phrase, double score, EventWords.Sink sink) {
        List<String> words = List.of(phrase.split(" "));
        sink.add(words, new Lexicon.Meaning.OfEvent(name, happened, words.getFirst()), score);
    }
}
