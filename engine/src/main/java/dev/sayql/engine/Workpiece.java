package dev.sayql.engine;

import java.util.List;
import java.util.stream.Stream;

/**
 * A query being made of a reading, with all that it is made from: what those who look it over are shown. For one assembly by one
 * thread.
 *
 * @param pieces the reading, settled
 * @param doubts what is noted by whoever finds that it is no answer
 */
record Workpiece(List<Piece> pieces, Chart chart, Knowledge knowledge, Roles roles, Draft draft, Doubts doubts) {

    /** The pieces that say something, in their order. */
    Stream<Piece> said() {
        return pieces.stream().filter(piece -> !(piece instanceof Piece.Filler));
    }

    /** The place of the next piece that says something; the number of pieces when there is none. */
    int nextSaid(int index) {
        int next = index + 1;
        while (next < pieces.size() && pieces.get(next) instanceof Piece.Filler) {
            next++;
        }
        return next;
    }
}
