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

    /** Where a source has one of these, a full name is more than the first and the last, or a column of its own. */
    private static final List<String> PARTS_OF_FULL = List.of("full", "middle", "initial", "prefix", "suffix");

    private static final List<String> PEOPLE = List.of("people", "person", "inhabitant");
    /** Not some of them, which a count would have to find. */
    private static final String ALONE =
            "(?! (?:who|whom|whose|that|which|with|without|from|per|for|by|to|at|on|named|called)\\b)";

    /**
     * @param unless where the source has a name with one of these words, the phrase may mean that
     * @param where the source must have names with these words
     */
    private record Rule(Pattern phrase, String plain, List<String> unless, List<String> where) {

        static Rule of(String phrase, String plain) {
            return of(phrase, plain, List.of(), List.of());
        }

        static Rule of(String phrase, String plain, String unless) {
            return of(phrase, plain, List.of(unless), List.of());
        }

        static Rule of(String phrase, String plain, List<String> unless, List<String> where) {
            return new Rule(Pattern.compile("\\b" + phrase + "\\b", Pattern.CASE_INSENSITIVE), plain, unless, where);
        }

        boolean holds(SourceWords source) {
            return unless.stream().noneMatch(source::names) && where.stream().allMatch(source::names);
        }
    }

    private static final List<Rule> RULES = List.of(
            Rule.of(NUMBER + " or more(?! than)", "at least $1"),
            Rule.of(NUMBER + " or (?:fewer|less)(?! than)", "at most $1"),
            Rule.of("no (?:fewer|less) than", "at least"),
            Rule.of("no more than", "at most"),
            Rule.of("from (?:the )?" + TOP + " to (?:the )?" + BOTTOM + "(?! [a-z])", "in descending order"),
            Rule.of("from (?:the )?" + BOTTOM + " to (?:the )?" + TOP + "(?! [a-z])", "in ascending order"),
            Rule.of("family name(s?)", "last name$1", "family"),
            Rule.of("given name(s?)", "first name$1", "given"),
            Rule.of("surname(s?)", "last name$1", List.of("surname"), List.of("last")),
            Rule.of("forename(s?)", "first name$1", List.of("forename"), List.of("first")),
            Rule.of("full name(s?)", "first and last name$1", PARTS_OF_FULL, List.of("first", "last")),
            Rule.of("first name(s?)(?: and|,) last names?", "first and last name$1"),
            Rule.of("number of people" + ALONE, "population", PEOPLE, List.of("population")),
            Rule.of("number of seats" + ALONE, "capacity", List.of("seat"), List.of("capacity")));

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
