package dev.sayql.sql;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps regular expressions cheap. PostgreSQL matches them in about linear time, except those with back-references; so a
 * pattern must be known before the query runs, and hold none.
 */
final class PatternRules {

    private static final int MAXIMUM_LENGTH = 1_000;
    private static final Pattern DESCENTS = Pattern.compile("\\*\\*");
    private static final int MAXIMUM_DESCENTS = 2;
    private static final long MAXIMUM_REPETITIONS = 100_000;

    private PatternRules() {}

    /** Refuses a pattern that is not a literal, or a literal with a back-reference. */
    static void check(Expression pattern) {
        check(literalText(pattern));
    }

    /**
     * As {@link #check(Expression)}, for a pattern of SIMILAR TO and its like: PostgreSQL writes a backslash for the escape
     * character, whichever that is, and makes a group of what stands between two escaped quotes.
     */
    static void checkSimilar(Expression pattern, @Nullable Expression escape) {
        String text = literalText(pattern);
        check(text);
        String sign = escape == null ? "" : literalText(escape);
        if (!sign.isEmpty()) {
            StringBuilder escaped = new StringBuilder();
            for (int i = 0; i < text.length(); i++) {
                if (text.startsWith(sign, i) && i + sign.length() < text.length()) {
                    escaped.append('\\');
                    i += sign.length();
                }
                escaped.append(text.charAt(i));
            }
            check(escaped.toString());
        }
    }

    /** Refuses an array of patterns that holds anything but such literals. */
    static void checkAll(Expression array) {
        Expression elements = array instanceof Expression.Cast cast ? cast.value() : array;
        if (!(elements instanceof Expression.ArrayLiteral literals)) {
            throw notLiteral();
        }
        literals.elements().forEach(PatternRules::check);
    }

    /** Refuses a JSON path that is not a literal, or holds a regular expression with a back-reference. */
    static void checkJsonPath(Expression path) {
        String text = JsonPathText.read(literalText(path));
        if (DESCENTS.matcher(text).results().count() > MAXIMUM_DESCENTS) {
            throw new Refusal(RejectionCode.RESOURCE_LIMIT, "a JSON path that goes through all levels more than twice");
        }
        if (text.toLowerCase(Locale.ROOT).contains("like_regex")) {
            check(text);
        }
    }

    private static String literalText(Expression pattern) {
        return switch (pattern) {
            case Expression.Literal literal when literal.isString() -> literal.text();
            case Expression.Literal literal when literal.equals(Expression.Literal.NULL) -> "";
            case Expression.Cast cast -> literalText(cast.value());
            case Expression.Collate collate -> literalText(collate.value());
            case Expression.Operation operation
            when operation.operator().equals("||") && operation.left() != null ->
                literalText(operation.left()) + literalText(operation.right());
            default -> throw notLiteral();
        };
    }

    private static void check(String pattern) {
        if (pattern.length() > MAXIMUM_LENGTH) {
            throw new Refusal(RejectionCode.UNSAFE_PATTERN, "longer than " + MAXIMUM_LENGTH + " characters");
        }
        long repetitions = 1;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            boolean escaped = c == '\\' && i + 1 < pattern.length();
            if (escaped) {
                i++;
                c = pattern.charAt(i);
            }
            if (escaped && c >= '1' && c <= '9') {
                throw new Refusal(RejectionCode.UNSAFE_PATTERN, "a back-reference: \\" + c);
            }
            if (c == '{') {
                repetitions *= Math.max(1, largestNumber(pattern, i + 1));
            }
            if (repetitions > MAXIMUM_REPETITIONS) {
                throw new Refusal(RejectionCode.UNSAFE_PATTERN, "too many repetitions in braces");
            }
        }
    }

    private static long largestNumber(String pattern, int from) {
        long largest = 0;
        long number = 0;
        for (int i = from; i < pattern.length() && pattern.charAt(i) != '}'; i++) {
            char c = pattern.charAt(i);
            number = c >= '0' && c <= '9' ? Math.min(number * 10 + (c - '0'), MAXIMUM_REPETITIONS + 1) : 0;
            largest = Math.max(largest, number);
        }
        return largest;
    }

    private static Refusal notLiteral() {
        return new Refusal(RejectionCode.UNSAFE_PATTERN, "the pattern is not a literal");
    }
}
