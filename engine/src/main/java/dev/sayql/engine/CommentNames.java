package dev.sayql.engine;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What comments call tables and columns: of cut-short names they say what is meant. */
final class CommentNames {
    private static final Set<String> NO_NAMES = Set.of(
            "true", "false", "null", "when", "usual", "or", "free", "text", "year", "date", "day", "time", "month",
            "name", "number", "code");

    private static final Set<String> KEY_WORDS = Set.of("id", "number", "code", "key", "name");

    private CommentNames() {}

    /**
     * "Number of loading docks", "Technician it is assigned to": what a comment calls the column. One word alone must be
     * what the column's own name is short for.
     *
     * @param name the words of the column's name
     * @param known words that name tables
     */
    static Optional<List<String>> ofColumn(String comment, List<String> name, Set<String> known) {
        String noun = first(comment).replaceFirst("^(the )?((total )?number of|count of|name of|date of) (the )?", "");
        String head = noun.split(" (it|that|who|which|whom|whose|this|of this|of the|they|where) ")[0];
        List<String> words = List.of(head.split("\\s+"));
        boolean plain = head.matches("[a-z]+( [a-z]+){0,2}")
                && words.stream().noneMatch(English.FILLERS::contains)
                && words.stream().noneMatch(NO_NAMES::contains);
        if (!plain || (words.size() == 1 && head.length() < 4)) {
            return Optional.empty();
        }
        boolean cut = !head.equals(noun);
        List<String> bare =
                name.stream().filter(word -> !KEY_WORDS.contains(word)).toList();
        boolean sure = !cut && (words.size() > 1 || !known.contains(words.getFirst()));
        boolean shortened = words.size() == 1
                && !known.contains(words.getFirst())
                && abbreviates(String.join("", bare.isEmpty() ? name : bare), words);
        return sure || shortened ? Optional.of(words) : Optional.empty();
    }

    /** "Date returned", "When it was closed": what had happened on that day. */
    static Optional<String> eventOf(String comment) {
        List<String> words = List.of(first(comment).split("\\s+"));
        boolean dated = Set.of("date", "day", "time", "when").contains(words.getFirst());
        boolean done =
                words.size() > 1 && words.size() < 6 && words.getLast().endsWith("ed") && Stem.isPast(words.getLast());
        return dated && done ? Optional.of(words.getLast()) : Optional.empty();
    }

    /** "Donations received", "Museums of the group": the noun at the beginning of a comment. */
    static Optional<List<String>> ofTable(String comment) {
        String noun = first(comment).replaceFirst("^(all|the|our) ", "");
        String head = noun.split(" (of|in|at|for|with|that|who|which|by|from|to|and|on) ")[0];
        List<String> words = List.of(head.split("\\s+"));
        boolean participle = words.size() == 2 && Stem.isPast(words.getLast());
        List<String> name = participle ? words.subList(0, 1) : words;
        boolean plain = head.matches("[a-z]+( [a-z]+)?")
                && name.stream().noneMatch(English.FILLERS::contains)
                && name.getLast().endsWith("s")
                && name.getLast().length() > 3;
        return plain ? Optional.of(List.copyOf(name)) : Optional.empty();
    }

    /** "Medicines handed out in a visit": what was done with the things, which leads through these rows. */
    static Optional<List<String>> deedOf(String comment) {
        List<String> words = List.of(first(comment).split("\\s+"));
        boolean done = words.size() > 2
                && words.getFirst().endsWith("s")
                && Stem.isPast(words.get(1))
                && !English.LINKING_STEMS.contains(Stem.of(words.get(1)));
        if (!done) {
            return Optional.empty();
        }
        boolean away = Set.of("out", "off", "up", "away", "back", "down").contains(words.get(2));
        return Optional.of(away ? words.subList(1, 3) : words.subList(1, 2));
    }

    /** Whether the letters of a name stand in the words in the same order, the first one first: {@code dontn}. */
    static boolean abbreviates(String name, List<String> words) {
        String letters = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        String full = String.join("", words);
        int at = 0;
        for (int index = 0; index < full.length() && at < letters.length(); index++) {
            at += full.charAt(index) == letters.charAt(at) ? 1 : 0;
        }
        return !letters.isEmpty() && full.charAt(0) == letters.charAt(0) && at == letters.length();
    }

    private static String first(String comment) {
        return comment.split("[.;:,(]")[0].strip().toLowerCase(Locale.ROOT);
    }
}
