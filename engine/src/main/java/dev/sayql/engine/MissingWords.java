package dev.sayql.engine;

import dev.sayql.core.schema.Column;
import dev.sayql.core.schema.ColumnName;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a comment says of a value that is missing: "NULL while unpaid", "NULL when it is not a sequel", "NULL until returned". */
final class MissingWords {
    private static final Pattern SAID = Pattern.compile(
            "\\b(?:null|empty|missing|blank) (when|while|if|unless|until|for|means) (?:it |they |he |she |the [a-z]+ |this )?"
                    + "(?:is |are |was |has |have |has been |have been )?(still |not yet |not |never |un(?=[a-z]))?"
                    + "(?:been |a |an |any )?([a-z]{4,})s?(?:$|[.;,)]| yet| any)");

    // spotless:off
    private static final Set<String> SAYS_LITTLE = Set.of(
            "known", "none", "given", "unknown", "used", "needed", "applicable", "specified", "recorded", "there", "take",
            "available", "nobody", "nothing", "else", "other", "same", "them", "when", "this", "that", "took", "does",
            "never", "always", "longer", "value", "data", "then", "such", "only", "also", "more", "been");
    // spotless:on

    private MissingWords() {}

    static void of(Column column, ColumnName name, EventWords.Sink sink) {
        if (!column.nullable()) {
            return;
        }
        String comment = column.comment().orElse("").toLowerCase(Locale.ROOT);
        Matcher matcher = SAID.matcher(comment);
        if (!matcher.find() || SAYS_LITTLE.contains(matcher.group(3))) {
            return;
        }
        String before = matcher.group(2) == null ? "" : matcher.group(2).strip();
        boolean turned = before.startsWith("not") || before.equals("never") || before.equals("un");
        boolean later = Set.of("until", "unless").contains(matcher.group(1));
        String word = matcher.group(3);
        // Something until it is so, or when it is not so, is there once it is.
        boolean there = later != turned;
        if (English.FILLERS.contains(word) || (turned && later)) {
            return;
        }
        add(name, word, there, sink);
        if (before.equals("un")) {
            add(name, "un" + word, false, sink);
        }
        if (Stem.isPast(word) && there) {
            add(name, "un" + word, false, sink);
        }
    }

    private static void add(ColumnName name, String word, boolean there, EventWords.Sink sink) {
        sink.add(List.of(word), new Lexicon.Meaning.OfEvent(name, there, word), 1);
        if (!word.endsWith("s") && !Stem.isPast(word)) {
            sink.add(List.of(word + "s"), new Lexicon.Meaning.OfEvent(name, there, word + "s"), 1);
        }
    }
}
