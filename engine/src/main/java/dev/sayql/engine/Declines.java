package dev.sayql.engine;

import dev.sayql.core.generation.Decline;
import dev.sayql.core.schema.EditDistance;
import dev.sayql.sql.TableName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Says why a question is declined, which words were not understood, and what nearest things are known. */
final class Declines {
    private static final int NEAREST = 5;
    private static final int SHORTEST = 4;
    // spotless:off
    private static final Set<String> JOINING = Set.of(
            "average", "mean", "total", "sum", "per", "each", "every", "most", "least", "fewest", "more", "less", "fewer",
            "than", "highest", "lowest", "largest", "smallest", "first", "last", "top", "best", "worst", "never", "not",
            "no", "without", "both", "either", "neither", "or", "only", "before", "after", "between", "over", "above",
            "under", "below", "at", "how", "many", "much", "often", "times", "percent", "percentage", "share",
            "other", "others", "another", "same", "different", "nobody", "month", "year", "week", "day");
    // spotless:on

    private Declines() {}

    static Decline tooLong(int words, int limit) {
        return new Decline(
                Decline.Reason.UNSUPPORTED,
                "The question has " + words + " words; the local engine reads up to " + limit
                        + ". Please ask one thing at a time.",
                List.of(),
                List.of());
    }

    /** @param tables some of those that are meant as much as each other */
    static Decline tooMany(List<TableName> tables) {
        return new Decline(
                Decline.Reason.TOO_UNSURE,
                "Very many tables have what the question names, and nothing says which one is meant. Please name it.",
                List.of(),
                tables.stream()
                        .map(table -> Restatement.spaced(table.name()))
                        .distinct()
                        .limit(NEAREST)
                        .toList());
    }

    static Decline explain(List<Piece> pieces, Chart chart, Knowledge knowledge) {
        List<String> unknown = new ArrayList<>();
        List<String> joining = new ArrayList<>();
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Unknown(Piece.Span span)) {
                Token token = chart.token(span.start());
                boolean known = isJoining(token) || chart.isNamed(span.start());
                (known ? joining : unknown).add(token.text());
            }
        }
        if (unknown.isEmpty() && !joining.isEmpty()) {
            return new Decline(
                    Decline.Reason.TOO_UNSURE,
                    "I know " + quoted(joining) + " but not what " + (joining.size() == 1 ? "it says" : "they say")
                            + " here together with the other words. Please say it more plainly.",
                    List.of(),
                    nearest(List.of(), knowledge));
        }
        List<String> nearest = nearest(unknown, knowledge);
        if (unknown.isEmpty()) {
            return new Decline(
                    Decline.Reason.TOO_UNSURE,
                    "I know the words but am not sure enough how they fit together. Please say it more plainly.",
                    List.of(),
                    nearest);
        }
        String words = quoted(unknown);
        return new Decline(
                Decline.Reason.UNKNOWN_WORDS,
                "I don't know what " + words + (unknown.size() == 1 ? " means" : " mean") + " in this database.",
                unknown,
                nearest);
    }

    /** Words of plain English that put others together; alone they are no riddle. */
    private static boolean isJoining(Token token) {
        return !token.quoted()
                && (JOINING.contains(token.word())
                        || English.FILLERS.contains(token.word())
                        || English.number(token.word()).isPresent()
                        || token.word().matches("\\d+"));
    }

    private static String quoted(List<String> words) {
        return words.stream().map(word -> "\"" + word + "\"").collect(Collectors.joining(", "));
    }

    /** Phrases of the source that look most like the unknown words; tables when nothing does. */
    private static List<String> nearest(List<String> unknown, Knowledge knowledge) {
        List<String> found = new ArrayList<>();
        for (String word : unknown) {
            String wanted = Stem.of(word);
            knowledge.thesaurus().namesFor(wanted).stream().limit(2).forEach(found::add);
            knowledge.lexicon().phrases().stream()
                    .filter(phrase -> similar(wanted, phrase))
                    .sorted(Comparator.comparingInt((String phrase) -> distance(wanted, phrase))
                            .thenComparing(Comparator.naturalOrder()))
                    .limit(2)
                    .forEach(found::add);
        }
        knowledge.context().schema().tables().stream()
                .filter(table -> !table.isView())
                .map(table -> Restatement.spaced(table.name().name()))
                .forEach(found::add);
        return found.stream().distinct().limit(NEAREST).toList();
    }

    private static boolean similar(String wanted, String phrase) {
        return wanted.length() >= SHORTEST
                && !phrase.contains(" of ")
                && distance(wanted, phrase) <= Math.max(1, wanted.length() / 3);
    }

    private static int distance(String wanted, String phrase) {
        int best = EditDistance.between(wanted, phrase);
        for (String word : phrase.split(" ")) {
            if (word.length() >= SHORTEST) {
                best = Math.min(best, EditDistance.between(wanted, Stem.of(word)));
            }
        }
        return best;
    }
}
