package dev.sayql.engine.meaning;

import dev.sayql.engine.SourceWords;
import dev.sayql.engine.Stem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How people ask, in one way: "how many students are there" is "number of students", "do not have any" is "without". No word
 * that says what is asked for comes or goes. For comparing two questions alone: the engine reads what was typed. Immutable.
 */
final class Asking {

    // spotless:off
    /** What a thing has, and nobody sends to it: the name for a student is the name of the student. */
    private static final String ATTRIBUTE =
            "((?:name|id|title|date|price|code|description|address|email|age|year|type|status|cost|salary|location|detail|city|country"
            + "|capacity|population|height|weight|length|duration|size|gender|nationality|score|rating|color|budget|enrollment|model"
            + "|brand|format|category|quantity|fee)(?:s|es)?)";
    private static final Pattern ATTRIBUTE_FOR =
            Pattern.compile("\\b" + ATTRIBUTE + " (?:for|of|across) (?:(?:all|the|any|of) )*(?!each\\b)(?=([a-z]+)\\b)");
    private static final Pattern ATTRIBUTE_OF =
            Pattern.compile("(?<!, )\\b([a-z]+ )?" + ATTRIBUTE + " of ([a-z]+)\\b(?! of\\b|'| [a-z]+ of\\b)");

    private static final Pattern TWO_SENTENCES = Pattern.compile(
            "^(?:which|what|find|find the) (?!(?:is|are|was|were|do|does|did|the|has|have|all|out)\\b)(\\w+) (?:is |are )?([^.?]+)[.?]"
            + " (?:please )?(?:give|show|list|tell|return|find|what (?:is|are))(?: me| us)? (?:the |their |its |his or her )([a-z ,]+)$");
    /** Where there is one of them, each thing and all things are not the same. */
    private static final String COUNTED =
            "\\b(?:number|many|much|count|total|sum|average|mean|most|least|maximum|minimum|\\w+est|common|popular|top|percentage|share"
            + "|ratio|more|fewer|less|over|under)\\b";
    private static final Pattern IS_COUNTED = Pattern.compile(COUNTED);
    private static final Pattern NO_COLUMNS = Pattern.compile(COUNTED
            + "|\\b(?:of|in|by|with|for|from|to|at|on|that|who|which|whose|where|order|sort|results?|them|each|not|different)\\b");
    private static final Pattern HAVING = Pattern.compile("\\b(?:with|have|has|having|whose)\\b");
    private static final Pattern SOME = Pattern.compile(
            "(?<=\\b(?:have|has|with|in|took|take|taken|teach|taught|\\w{3,20}ed) )some (?!of\\b)|\\bat least one (?!of\\b)");
    private static final Pattern DENIED = Pattern.compile("\\b(?:not|no|never|without|neither|nor|except)\\b|n't\\b");
    /** How many there are in all; the total of a column may be another. */
    private static final Pattern TOTAL = Pattern.compile("^((?:[a-z]+ )*?)total (?:number|count) of ([a-z]+)\\b");

    /** What stands between quotation marks or begins with a capital letter within a sentence. */
    private static final Pattern KEPT = Pattern.compile(
            "\"[^\"]*\"|(?<![\\p{L}\\p{N}])'[^']*'(?![\\p{L}\\p{N}])|[“‘][^”’]*[”’]"
            + "|(?<=[\\p{L}\\p{N},;:'\"] )\\p{Lu}[\\p{L}\\p{N}]*");
    private static final Pattern MASK = Pattern.compile("\"(\\d+)\"");
    private static final Pattern BEGUN = Pattern.compile(
            "(?:^|(?<=[.?!] ))(?:How|What|Which|Who|Show|List|Give|Find|Return|Display|Count|For|In|Please|Tell|The|Compute|Calculate"
            + "|Sort|Order|Are|Is|Report|Select|All|Of|From|Each|Every)\\b|\\bIDs?\\b");
    private static final Map<String, String> NUMBERS = Map.of(
            "two", "2", "three", "3", "four", "4", "five", "5", "six", "6", "seven", "7", "eight", "8", "nine", "9", "ten", "10");
    private static final Pattern SPELLED = Pattern.compile("\\b(?:" + String.join("|", NUMBERS.keySet()) + ")\\b");
    // spotless:on

    private Asking() {}

    /** The question in the one way of asking what it asks; what stands between quotation marks stays. */
    static String plain(String question, SourceWords source) {
        List<String> kept = new ArrayList<>();
        String plain = BEGUN.matcher(question.strip().replaceAll("\\s+", " "))
                .replaceAll(found -> found.group().toLowerCase(Locale.ROOT));
        plain = KEPT.matcher(plain).replaceAll(found -> {
            kept.add(isName(found.group(), source) ? found.group().replaceAll("^.|.$", "") : found.group());
            return "\"" + (kept.size() - 1) + "\"";
        });
        plain = TurnsOfPhrase.plain(plain.replaceFirst("[\\s.?!]+$", ""));
        plain = TOTAL.matcher(plain)
                .replaceFirst(found ->
                        source.isOfTable(found.group(2)) ? "number of $2" : Matcher.quoteReplacement(found.group()));
        plain = SPELLED.matcher(plain).replaceAll(found -> NUMBERS.get(found.group()));
        plain = attributesOf(oneSentence(plain), source);
        return MASK.matcher(inOneWord(plain))
                .replaceAll(found -> Matcher.quoteReplacement(kept.get(Integer.parseInt(found.group(1)))));
    }

    /** Whether quotation marks say no more than the capital letters between them. */
    private static boolean isName(String kept, SourceWords source) {
        return kept.matches("[\"'].*[\"']")
                && Stream.of(kept.substring(1, kept.length() - 1).split(" "))
                        .allMatch(word -> word.matches("\\p{Lu}\\p{L}+")
                                && !source.names(word)
                                && !Wording.isGrammar(word.toLowerCase(Locale.ROOT))
                                && Stem.of(word).equals(word.toLowerCase(Locale.ROOT)));
    }

    /** "Which book is long? Give me its title" as "title of the book that is long". */
    private static String oneSentence(String text) {
        Matcher two = TWO_SENTENCES.matcher(text);
        if (!two.matches() || NO_COLUMNS.matcher(two.group(3)).find()) {
            return text;
        }
        String thing = two.group(1);
        String columns = two.group(3);
        String asked = columns.startsWith(thing + " ") ? columns.substring(thing.length() + 1) : columns;
        return asked + " of " + thing + " " + two.group(2);
    }

    private static String attributesOf(String text, SourceWords source) {
        return ATTRIBUTE_FOR
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        source.names(found.group(2)) ? found.group(1) + " of " : found.group()));
    }

    /** Where only one word says what belongs to what, "have" and "whose" say "with", and what is denied to nobody says no "some". */
    private static String inOneWord(String text) {
        String plain = HAVING.matcher(text).results().count() == 1
                ? HAVING.matcher(text).replaceAll("with")
                : text;
        if (!DENIED.matcher(plain).find()) {
            plain = SOME.matcher(plain).replaceAll("");
        }
        return IS_COUNTED.matcher(plain).find() ? plain : plain.replaceAll("\\beach\\b", "of");
    }

    /** "The name of the student" as "the student name"; not of two names, one of which may be another's. */
    static String withThingsFirst(String text, SourceWords source) {
        return ATTRIBUTE_OF.matcher(text).replaceAll(found -> {
            String before = found.group(1) == null ? "" : found.group(1);
            String thing = found.group(3);
            if (!source.names(thing) || before.equals("and ") || before.equals("of ")) {
                return Matcher.quoteReplacement(found.group());
            }
            boolean said = Stem.of(before.strip()).equals(Stem.of(thing));
            return Matcher.quoteReplacement(before + (said ? "" : thing + " ") + found.group(2));
        });
    }
}
