package dev.sayql.engine;

import java.util.Set;
import java.util.function.Consumer;

/** Words that ask for nothing by themselves, and openings that say only how something is asked. */
final class FillerRules {
    // spotless:off
    private static final String[] POLITE = {
        "i want to know", "i would like to know", "i want to see", "i would like to see", "can you tell me",
        "could you tell me", "tell me about", "please show me", "look up", "let me know", "we have in total",
        "in total", "in the database", "of all time", "to date", "in our database", "do we have", "in the system",
        "along with", "as well as", "at all", "pull up", "let me see", "let us see", "let me have", "a list of",
        "list of", "how does", "how do", "compare", "compares", "break down", "the breakdown of", "price list please",
        "came in", "come in", "still", "yet", "but", "as of now", "these days", "across all", "among all", "over all",
        "out of all", "and what is", "at the moment", "right now", "so far", "on record", "do we know"
    };
    // spotless:on

    private FillerRules() {}

    static void fillers(Chart chart, int at, Consumer<Piece> pieces) {
        Token token = chart.token(at);
        if (token.quoted()) {
            return;
        }
        boolean opener = English.OPENERS.contains(token.word()) && !(token.is("name") && at > 1);
        // "bought what Anna bought" relates two things; only at the beginning does "what" merely ask.
        if (token.is("what") && at > 2 && !chart.is(at - 1, ",", "and", "me", "know", "see")) {
            return;
        }
        if (English.FILLERS.contains(token.word()) || opener) {
            pieces.accept(new Piece.Filler(new Piece.Span(at, at + 1, 0.5), token.is("and") || token.is(",")));
        } else if (token.word().length() > 2 && English.LINKING_STEMS.contains(token.stem())) {
            pieces.accept(new Piece.Filler(new Piece.Span(at, at + 1, 0.3), false));
        }
        int polite = chart.after(at, POLITE);
        if (polite > 0) {
            pieces.accept(new Piece.Filler(Rule.span(at, polite, 0.6), false));
        }
    }

    static void whos(Chart chart, int at, Consumer<Piece> pieces) {
        int end = chart.after(at, "who are the people who", "who are", "who is", "who", "whom");
        int people = chart.after(at, "people", "persons");
        if (people > 0 && chart.tables(at).isEmpty()) {
            pieces.accept(new Piece.Who(Rule.span(at, people, 0.9)));
        }
        if (end > 0 && (at == 0 || (at < 3 && !chart.is(at - 1, "of", "to")))) {
            pieces.accept(new Piece.Who(new Piece.Span(at, end, 0.52 * (end - at))));
        }
        int many = chart.after(
                at,
                "how many",
                "what is the number of",
                "the total number of",
                "the number of",
                "total number of",
                "number of",
                "the count of",
                "count of",
                "count the number of",
                "# of",
                "amount of",
                "count");
        if (many > 0) {
            int noun = chart.skip(many, Set.of("the", "all", "of", "our", "total", "a", "an"));
            pieces.accept(new Piece.Counting(Rule.span(at, noun, 0.7)));
        }
    }

    /** "new users per month": says nothing beyond the dates, which must be there. */
    static void fresh(Chart chart, int at, Consumer<Piece> pieces) {
        if (chart.is(at, "new") && !chart.tables(at + 1).isEmpty()) {
            pieces.accept(new Piece.Fresh(new Piece.Span(at, at + 1, 0.5)));
        }
    }

    static void quantities(Chart chart, int at, Consumer<Piece> pieces) {
        int after = chart.after(
                at,
                "how many units of the",
                "how many units of",
                "how many units",
                "how many pieces of",
                "how many",
                "how much money",
                "how much");
        if (after > 0) {
            pieces.accept(new Piece.Quantity(new Piece.Span(at, after, 0.3 * (after - at))));
        }
    }
}
