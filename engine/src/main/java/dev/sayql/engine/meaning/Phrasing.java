package dev.sayql.engine.meaning;

import dev.sayql.engine.SourceWords;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What English says in several ways with the very same words at work, said in one: "three or more" is "at least three". Nothing
 * between quotation marks is touched. Immutable.
 */
final class Phrasing {

    private static final String NUMBER = "(\\d[\\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten)";
    private static final String TOP = "(?:highest|most|largest|greatest|biggest)";
    private static final String BOTTOM = "(?:lowest|least|smallest|fewest)";

    /**
     * @param unless where the source has a name with this word, the phrase may mean that; empty for no such word
     */
    private record Rule(Pattern phrase, String plain, String unless) {

        static Rule of(String phrase, String plain) {
            return of(phrase, plain, "");
        }

        static Rule of(String phrase, String plain, String unless) {
            return new Rule(Pattern.compile("\\b" + phrase + "\\b", Pattern.CASE_INSENSITIVE), plain, unless);
        }

        boolean holds(SourceWords source) {
            return unless.isEmpty() || !source.names(unless);
        }
    }

    private static final List<Rule> RULES = List.of(
            Rule.of(NUMBER + " or more(?! than)", "at least $1"),
            Rule.of(NUMBER + " or (?:fewer|less)(?! than)", "at most $1"),
            Rule.of("no (?:fewer|less) than", "at least"),
            Rule.of("no more than", "at most"),
            Rule.of("from (?:the )?" + TOP + " to (?:the )?" + BOTTOM + "(?! [a-z])", "in descending order"),
            Rule.of("from (?:the )?" + BOTTOM + " to (?:the )?" + TOP + "(?! [a-z])", "in ascending order"),
            Rule.of("family name", "last name", "family"),
            Rule.of("family names", "last names", "family"),
            Rule.of("given name", "first name", "given"),
            Rule.of("given names", "first names", "given"));

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|'[^']*'|[“‘][^”’]*[”’]");

    private Phrasing() {}

    /** The question in the one way of saying what it says. */
    static String plain(String question, SourceWords source) {
        StringBuilder plain = new StringBuilder();
        int at = 0;
        for (MatchResult quoted : QUOTED.matcher(question).results().toList()) {
            plain.append(unquoted(question.substring(at, quoted.start()), source))
                    .append(quoted.group());
            at = quoted.end();
        }
        return plain.append(unquoted(question.substring(at), source)).toString();
    }

    private static String unquoted(String text, SourceWords source) {
        String plain = text;
        for (Rule rule : RULES) {
            if (rule.holds(source)) {
                plain = rule.phrase().matcher(plain).replaceAll(rule.plain());
            }
        }
        return plain;
    }
}
