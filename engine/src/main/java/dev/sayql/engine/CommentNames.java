package dev.sayql.engine;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What comments call tables and columns: of cut-short names they say what is meant. */
final class CommentNames {
    private static final Set<String> NO_NAMES = Set.of("true", "false", "null", "when", "usual", "or", "free", "text");

    private CommentNames() {}

    /** "Number of loading docks", "Technique": what a short comment calls the column. */
    static Optional<List<String>> ofColumn(String comment) {
        String noun = first(comment).replaceFirst("^(the )?((total )?number of|count of|name of|date of) (the )?", "");
        List<String> words = List.of(noun.split("\\s+"));
        boolean plain = noun.matches("[a-z]+( [a-z]+){0,2}")
                && words.stream().noneMatch(English.FILLERS::contains)
                && words.stream().noneMatch(NO_NAMES::contains);
        boolean long1 = words.size() > 1 || noun.length() > 3;
        return plain && long1 ? Optional.of(words) : Optional.empty();
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
