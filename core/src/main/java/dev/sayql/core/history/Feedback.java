package dev.sayql.core.history;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a person thought of an answer; says at least one thing. Immutable.
 *
 * @param rating 1 (useless) to 5 (just right)
 * @param reasons what is wrong or right, from a closed list; only together with a thumb
 * @param text at most {@value #MOST_CHARACTERS} characters
 * @param correctedSql what the SQL should have been; validated by whoever hands it over
 */
public record Feedback(
        OptionalInt rating,
        Optional<Thumb> thumb,
        List<Reason> reasons,
        Optional<String> text,
        Optional<String> correctedSql) {

    public static final int MOST_CHARACTERS = 4_000;

    /** Yes or no, in one gesture. */
    public enum Thumb {
        UP,
        DOWN
    }

    /** Why. */
    public enum Reason {
        WRONG_RESULT,
        WRONG_TABLES,
        WRONG_FILTER,
        WRONG_GROUPING,
        WRONG_TIME_RANGE,
        MISUNDERSTOOD,
        INCOMPLETE,
        TOO_SLOW,
        UNCLEAR_EXPLANATION,
        SHOULD_HAVE_ANSWERED,
        SHOULD_HAVE_DECLINED,
        ACCURATE,
        WELL_EXPLAINED,
        OTHER
    }

    public Feedback {
        reasons = List.copyOf(reasons);
        if (rating.isPresent() && (rating.getAsInt() < 1 || rating.getAsInt() > 5)) {
            throw new IllegalArgumentException("a rating is 1 to 5");
        }
        if (rating.isEmpty() && thumb.isEmpty() && text.isEmpty() && correctedSql.isEmpty()) {
            throw new IllegalArgumentException("feedback says at least one thing");
        }
        if (thumb.isEmpty() && !reasons.isEmpty()) {
            throw new IllegalArgumentException("reasons come with a thumb");
        }
        if (text.filter(words -> words.length() > MOST_CHARACTERS).isPresent()) {
            throw new IllegalArgumentException("the feedback is longer than 4,000 characters");
        }
    }
}
