package dev.sayql.engine.meaning;

import java.util.regex.Pattern;

/** Small words that turn a question round where no query need show it. */
final class Opposites {
    private static final Pattern OR_NOT =
            Pattern.compile("\\b(?<!whether )or (not|never|no)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern TO_WHICH =
            Pattern.compile("\\bto (which|what|where|whom)\\b|\\bwhere to\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern FROM_WHICH =
            Pattern.compile("\\bfrom (which|what|where|whom)\\b|\\bwhere from\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern FROM_ITSELF = Pattern.compile("\\bfrom (\\w+) to \\1\\b", Pattern.CASE_INSENSITIVE);

    private Opposites() {}

    /** "not delivered or not cancelled" is not "… and not cancelled"; "to which" is not "from which". */
    static boolean tell(String one, String other) {
        return has(OR_NOT, one) != has(OR_NOT, other)
                || has(FROM_ITSELF, one) != has(FROM_ITSELF, other)
                || (has(TO_WHICH, one) && has(FROM_WHICH, other) && !has(FROM_WHICH, one))
                || (has(FROM_WHICH, one) && has(TO_WHICH, other) && !has(TO_WHICH, one));
    }

    private static boolean has(Pattern pattern, String question) {
        return pattern.matcher(question).find();
    }
}
