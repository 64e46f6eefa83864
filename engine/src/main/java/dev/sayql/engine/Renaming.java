package dev.sayql.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts the source's own words for words that its grammar does not know. */
final class Renaming {
    private Renaming() {}

    /** The tokens with other words for the unknown ones of a reading; empty when the source has none for any of them. */
    static Optional<List<Token>> of(Chart chart, Search.Reading reading, Knowledge knowledge) {
        Set<Integer> unknown = new HashSet<>();
        for (Piece piece : reading.pieces()) {
            if (piece instanceof Piece.Unknown) {
                for (int at = piece.span().start(); at < piece.span().end(); at++) {
                    unknown.add(at);
                }
            }
        }
        List<Token> tokens = new ArrayList<>();
        boolean renamed = false;
        for (int at = 0; at < chart.size(); at++) {
            Token token = chart.token(at);
            Optional<String> name = unknown.contains(at) && isWord(token)
                    ? knowledge.thesaurus().namesFor(token.stem()).stream().findFirst()
                    : Optional.empty();
            renamed |= name.isPresent();
            tokens.add(name.map(word -> new Token(token.text(), word, Stem.of(word), token.start(), token.end(), false))
                    .orElse(token));
        }
        return renamed ? Optional.of(List.copyOf(tokens)) : Optional.empty();
    }

    private static boolean isWord(Token token) {
        return !token.quoted() && token.text().chars().allMatch(letter -> letter >= 'a' && letter <= 'z');
    }
}
