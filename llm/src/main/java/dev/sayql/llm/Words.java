package dev.sayql.llm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts names and sentences into words in a simple base form, so that both can be compared. */
final class Words {

    /** Also where letters change from small to capital: OrderItem is two words. */
    private static final Pattern WORD = Pattern.compile("\\p{Lu}?\\p{Ll}+|\\p{Lu}+(?!\\p{Ll})|\\p{Lo}+|\\p{N}+");

    private static final Set<String> SMALL = Set.of(
            "a", "an", "and", "are", "as", "at", "be", "by", "did", "do", "does", "each", "for", "from", "had", "has",
            "have", "how", "in", "is", "it", "its", "list", "many", "me", "much", "of", "on", "or", "show", "that",
            "the", "their", "them", "there", "these", "they", "this", "to", "was", "were", "what", "when", "where",
            "which", "who", "whose", "with");

    private Words() {}

    static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            String word = matcher.group().toLowerCase(Locale.ROOT);
            if (!SMALL.contains(word)) {
                words.add(base(word));
            }
        }
        return words;
    }

    /** Without the endings of plurals and of -ed and -ing; wrong for some words, but equally wrong on both sides. */
    private static String base(String word) {
        String base = word;
        if (base.length() > 4 && base.endsWith("ies")) {
            base = base.substring(0, base.length() - 3) + "y";
        } else if (base.length() > 4 && base.matches(".*(ss|sh|ch|x|z)es")) {
            base = base.substring(0, base.length() - 2);
        } else if (base.length() > 3 && base.endsWith("s") && !base.endsWith("ss")) {
            base = base.substring(0, base.length() - 1);
        }
        if (base.length() > 5 && base.endsWith("ing")) {
            base = base.substring(0, base.length() - 3);
        } else if (base.length() > 4 && base.endsWith("ed")) {
            base = base.substring(0, base.length() - 2);
        }
        return base.length() > 4 && base.endsWith("e") ? base.substring(0, base.length() - 1) : base;
    }
}
