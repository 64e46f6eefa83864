package dev.sayql.engine;

import dev.sayql.core.semantics.Aggregation;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a follow-up speaks of the earlier question, and what is left of its words. Immutable.
 *
 * @param also whether it says that something comes on top: "also", "as well"
 * @param and whether it begins with "and", which may mean either
 * @param instead whether it says that something takes the place of something else
 * @param only whether it says that less is wanted: "only", "just", "the … ones"
 * @param asks whether it ends in a question mark
 * @param count how many rows are wanted, of {@link Kind#LIMIT}
 * @param rising whether the lowest are wanted, of {@link Kind#LIMIT}; empty when it says neither
 * @param fold the aggregate that is wanted, of {@link Kind#FOLD}
 * @param replaced the words that name what is replaced: "instead of category"; empty when none do
 * @param words the follow-up, with blanks for the words that make the frame
 */
record Frame(
        Kind kind,
        boolean also,
        boolean and,
        boolean instead,
        boolean only,
        boolean asks,
        OptionalInt count,
        Optional<Boolean> rising,
        Optional<Aggregation> fold,
        List<Token> replaced,
        List<Token> words) {

    /** What kind of change is asked for, as far as the frame says. */
    enum Kind {
        /** Whatever the rest says: "only for 2025", "by month". */
        PLAIN,
        /** "what about France?". */
        WHAT_ABOUT,
        /** "also show the price". */
        SHOW,
        /** "leave out cancelled orders", "drop the status"; the rest begins with "without". */
        EXCLUDE,
        /** "for all regions". */
        ALL,
        /** "for all time". */
        UNDATED,
        /** "all of them". */
        UNLIMITED,
        /** "count them". */
        COUNT,
        /** "list them". */
        LIST,
        /** "as a percentage". */
        PERCENT,
        /** "and the average?". */
        FOLD,
        /** "top 3", "make it 5". */
        LIMIT,
        /** "the other way round". */
        TURN,
        /** "why not include …?". */
        WHY
    }

    Frame {
        replaced = List.copyOf(replaced);
        words = List.copyOf(words);
    }

    /** Whether the frame says all, so that there is nothing else to read. */
    boolean isWhole() {
        return switch (kind) {
            case UNDATED, UNLIMITED, COUNT, LIST, PERCENT, FOLD, LIMIT, TURN -> true;
            case PLAIN, WHAT_ABOUT, SHOW, EXCLUDE, ALL, WHY -> false;
        };
    }

    /** Whether it says itself whether something is added or replaced. */
    boolean isExplicit() {
        return also || instead || kind == Kind.WHAT_ABOUT || kind == Kind.SHOW;
    }
}
