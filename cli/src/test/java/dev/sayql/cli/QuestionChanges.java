package dev.sayql.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Changes a question in one thing so that it asks for something else: a number, a date, what is compared, counted or put first, a
 * negation, a join of two conditions, the order in which two columns are named.
 */
final class QuestionChanges {

    private static final Pattern WHOLE = Pattern.compile("(?<![\\p{L}\\d.,'-])(\\d{1,9})(?![\\p{L}\\d.'-])");
    /** What is negated already is not negated once more: "do not are not" is no English. */
    private static final Pattern NEGATED = Pattern.compile("\\b(?:not|no|never|without|neither|nor)\\b|n't\\b");

    private static final Pattern TWO_COLUMNS = Pattern.compile(
            "\\b(name|names|title|titles|email|city|price|date|status) and (name|title|email|city|price|date|status)\\b");

    private static final List<List<String>> OTHERS = Stream.of(
                    "more than:less than:exactly",
                    "over:under",
                    "above:below",
                    "at least:at most:more than",
                    "at most:at least:fewer than",
                    "or more:or fewer",
                    "before:after",
                    "after:before",
                    "most:least",
                    "highest:lowest:average",
                    "largest:smallest",
                    "longest:shortest",
                    "oldest:newest",
                    "cheapest:most expensive",
                    "average:total:maximum",
                    "total:average",
                    "how many:which",
                    "number of:average",
                    "without:with",
                    "never:ever",
                    "not:",
                    "no:some",
                    "and:or",
                    "between:not between",
                    "who:who never",
                    "that:that do not",
                    "with:without",
                    "different:same",
                    "first:last",
                    "last:first",
                    "this:last",
                    "year:month",
                    "month:week",
                    "january:june",
                    "february:may",
                    "march:may",
                    "april:may",
                    "monday:friday",
                    "today:yesterday",
                    "per:without",
                    "top:bottom",
                    "from:to",
                    "when:where",
                    "name:number",
                    "names:numbers",
                    "email:phone",
                    "city:country",
                    "open:closed",
                    "active:inactive",
                    "paid:unpaid",
                    "male:female",
                    "ascending:descending")
            .map(words -> List.of(words.split(":", -1)))
            .toList();

    private static final Map<Pattern, List<String>> SWAPS = OTHERS.stream()
            .collect(Collectors.toMap(
                    words -> Pattern.compile("(?<![\\p{L}\\d'-])" + words.getFirst() + "(?![\\p{L}\\d'-])"),
                    words -> words.subList(1, words.size()),
                    (one, _) -> one));

    private QuestionChanges() {}

    /** The changed questions, all different from it. */
    static List<String> of(String question) {
        Set<String> changes = new LinkedHashSet<>();
        String lower = question.toLowerCase(Locale.ROOT);
        numbers(question).forEach(changes::add);
        SWAPS.forEach((phrase, others) -> {
            Matcher found = phrase.matcher(lower);
            if (found.find() && !isHalf(phrase, lower)) {
                others.stream()
                        .filter(other -> !NEGATED.matcher(other).find()
                                || !NEGATED.matcher(lower).find())
                        .forEach(other -> changes.add(replaced(question, found, other)));
            }
        });
        Optional.of(TWO_COLUMNS.matcher(question))
                .filter(Matcher::find)
                .ifPresent(found -> changes.add(replaced(question, found, found.group(2) + " and " + found.group(1))));
        changes.remove(question);
        return List.copyOf(changes);
    }

    /** What says both ends, or an average already, is no longer English with one of them changed. */
    private static boolean isHalf(Pattern phrase, String question) {
        return (phrase.pattern().contains("from") && question.contains(" to "))
                || (phrase.pattern().contains("total") && question.contains("average"));
    }

    private static String replaced(String question, Matcher found, String other) {
        return (question.substring(0, found.start()) + other + question.substring(found.end()))
                .replace("  ", " ")
                .strip();
    }

    private static List<String> numbers(String question) {
        List<String> changes = new ArrayList<>();
        Matcher number = WHOLE.matcher(question);
        while (number.find()) {
            long value = Long.parseLong(number.group(1));
            changes.add(question.substring(0, number.start(1)) + (value + 1) + question.substring(number.end(1)));
        }
        return changes;
    }
}
