package dev.sayql.engine;

import java.util.function.Consumer;

/** Finds the pieces of one kind that begin at a token. */
@FunctionalInterface
interface Rule {
    void find(Chart chart, int at, Consumer<Piece> pieces);

    /** What a piece is worth: a little less than its words one by one would be, so that longer pieces win. */
    static Piece.Span span(int start, int end, double quality) {
        return new Piece.Span(start, end, (end - start) * (0.5 + 0.5 * quality) - 0.12);
    }
}
