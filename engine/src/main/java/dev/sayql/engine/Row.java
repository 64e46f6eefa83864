package dev.sayql.engine;

import java.util.List;

/**
 * What has been asked, word by word: the pieces say what the words at their spans mean. After a refinement the words of
 * the follow-up stand behind those of the question; words whose meaning was taken back are blank. Immutable.
 *
 * @param quality how well the words are explained, about 1 when every one is
 * @param most how many rows to list at most where nothing that was said limits them; 0 for no such limit
 */
record Row(List<Token> tokens, List<Piece> pieces, double quality, int most) {

    Row {
        tokens = List.copyOf(tokens);
        pieces = List.copyOf(pieces);
    }

    static Row of(List<Token> tokens, Search.Reading reading) {
        return new Row(tokens, reading.pieces(), reading.score() / Math.max(1, tokens.size()), 0);
    }

    Row withMost(int rows) {
        return new Row(tokens, pieces, quality, rows);
    }

    /** A token that says nothing, in the place of one that did. */
    static Token blank(Token token) {
        return blank(token.start());
    }

    /** No comma that anybody typed has no width. */
    static Token blank(int at) {
        return new Token(",", ",", ",", at, at, false);
    }

    static boolean isBlank(Token token) {
        return token.word().equals(",") && token.start() == token.end();
    }
}
