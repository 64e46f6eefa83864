package dev.sayql.core.answering;

import dev.sayql.core.schema.Column;
import dev.sayql.core.schema.Schema;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells whether a statement may answer its question on one day only: "last month" was written as the month that it was then. In
 * doubt it does, also where the question is in a language that nobody here reads.
 */
final class DayBound {

    private static final Pattern RELATIVE = Pattern.compile(
            "\\b(today|yesterday|tomorrow|tonight|now|current|currently|last|past|previous|previously|this|next|coming"
                    + "|upcoming|ago|recent|recently|since|until|yet|latest|newest|ytd|mtd|qtd|to date|so far"
                    + "|(mon|tues|wednes|thurs|fri|satur|sun)days?)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern OF_DATES = Pattern.compile(
            "date|time|year|month|week|day|quarter|hour|decade|century|extract|interval|\\bage\\s*\\(|\\bnow\\s*\\(",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern LIMIT = Pattern.compile("\\b(LIMIT|OFFSET)\\s+\\d+", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile("(?<![\\p{L}\\p{N}_])\\d+");
    private static final Pattern YEAR = Pattern.compile("(19|20)\\d\\d");

    /** No day, month or year: it makes percents. */
    private static final String HUNDRED = "100";

    private DayBound() {}

    static boolean is(String question, String sql, Schema schema) {
        if (RELATIVE.matcher(question).find()) {
            return true;
        }
        Set<String> unsaid = numbers(LIMIT.matcher(sql).replaceAll(" "));
        unsaid.removeAll(numbers(question));
        unsaid.remove(HUNDRED);
        return unsaid.stream().anyMatch(number -> YEAR.matcher(number).matches())
                || (!unsaid.isEmpty() && touchesDates(sql, schema));
    }

    private static Set<String> numbers(String text) {
        Set<String> numbers = new HashSet<>();
        Matcher matcher = NUMBER.matcher(text);
        while (matcher.find()) {
            numbers.add(matcher.group());
        }
        return numbers;
    }

    private static boolean touchesDates(String sql, Schema schema) {
        String lower = sql.toLowerCase(Locale.ROOT);
        return OF_DATES.matcher(sql).find()
                || schema.tables().stream()
                        .flatMap(table -> table.columns().stream())
                        .filter(column -> column.dataType().isDate())
                        .map(Column::name)
                        .anyMatch(name -> lower.contains(name.toLowerCase(Locale.ROOT)));
    }
}
