package dev.sayql.engine;

import java.util.List;
import java.util.Set;

/** Small words of English that say what the names beside them do in a question. */
final class Cues {
    static final Set<String> MOST = Set.of(
            "most",
            "highest",
            "largest",
            "biggest",
            "maximum",
            "max",
            "greatest",
            "oldest",
            "longest",
            "latest",
            "newest",
            "best",
            "tallest",
            "heaviest",
            "top",
            "richest",
            "strongest",
            "fastest",
            "deepest",
            "recent");
    static final Set<String> LEAST = Set.of(
            "least",
            "lowest",
            "smallest",
            "minimum",
            "min",
            "fewest",
            "youngest",
            "shortest",
            "earliest",
            "cheapest",
            "worst",
            "slowest",
            "lightest",
            "weakest",
            "bottom");
    static final Set<String> MEAN = Set.of("average", "avg", "mean");
    static final Set<String> SUM = Set.of("total", "sum", "overall", "combined", "altogether");
    static final Set<String> COUNT = Set.of("many", "number", "count", "numbers", "counts");
    static final Set<String> DIFFERENT = Set.of("different", "distinct", "unique");
    static final Set<String> EACH = Set.of("each", "every", "per", "by", "across", "grouped", "different");
    static final Set<String> ORDER = Set.of(
            "order",
            "ordered",
            "sort",
            "sorted",
            "ascending",
            "descending",
            "alphabetical",
            "alphabetically",
            "lexicographical",
            "rank",
            "ranked",
            "arranged");
    static final Set<String> RELATIVE = Set.of(
            "whose", "with", "where", "that", "which", "who", "having", "when", "for", "in", "of", "from", "has");
    static final Set<String> ABOVE = Set.of(
            "more",
            "greater",
            "above",
            "over",
            "higher",
            "larger",
            "older",
            "bigger",
            "after",
            "exceeds",
            "longer",
            "later",
            "taller",
            "heavier",
            "exceeding");
    static final Set<String> BELOW = Set.of(
            "less", "fewer", "below", "under", "lower", "smaller", "younger", "before", "shorter", "earlier",
            "cheaper");
    static final Set<String> NOT = Set.of(
            "not",
            "no",
            "never",
            "without",
            "except",
            "other",
            "excluding",
            "neither",
            "none",
            "dont",
            "doesnt",
            "didnt",
            "cannot",
            "isnt",
            "arent",
            "havent");
    static final List<Set<String>> ALL =
            List.of(MOST, LEAST, MEAN, SUM, COUNT, DIFFERENT, EACH, ORDER, RELATIVE, ABOVE, BELOW, NOT);

    /** Further apart than any words of a question. */
    static final int FAR = 30;

    private Cues() {}

    /** How many words before the token such a word stands; 9 when none does within that many. */
    static int before(Chart chart, int at, Set<String> words, int within) {
        for (int distance = 1; distance <= within && at - distance >= 0; distance++) {
            if (words.contains(chart.token(at - distance).word())) {
                return distance;
            }
        }
        return 9;
    }

    static int after(Chart chart, int end, Set<String> words, int within) {
        for (int distance = 1; distance <= within && end + distance - 1 < chart.size(); distance++) {
            if (words.contains(chart.token(end + distance - 1).word())) {
                return distance;
            }
        }
        return 9;
    }

    /** How many words lie between the tokens and the nearest such word, itself counted; {@link #FAR} when there is none. */
    static int nearest(Chart chart, int start, int end, Set<String> words) {
        int nearest = FAR;
        for (int at = 0; at < chart.size(); at++) {
            if (words.contains(chart.token(at).word())) {
                int away = at < start ? start - at : at >= end ? at - end + 1 : 0;
                nearest = Math.min(nearest, away);
            }
        }
        return nearest;
    }

    static boolean anywhere(Chart chart, Set<String> words) {
        return chart.tokens().stream().anyMatch(token -> words.contains(token.word()));
    }

    /** The words that call for a measure; empty where none do. */
    static Set<String> of(Sketch.Measure measure) {
        return switch (measure) {
            case SUM -> SUM;
            case AVERAGE -> MEAN;
            case MOST -> MOST;
            case LEAST -> LEAST;
            case ROWS, COUNT -> COUNT;
            case DIFFERENT -> DIFFERENT;
            case COLUMN, EVERYTHING -> Set.of();
        };
    }
}
