package dev.sayql.engine;

import java.util.List;

/** What somebody did, as the question says it: "bought", "ordered", "reviewed". */
final class Deeds {
    private Deeds() {}

    /** "bought", which only leads through rows, or a thing in the form of a verb: "ordered". */
    static boolean isDeed(Piece piece, Chart chart) {
        return piece instanceof Piece.Entity entity
                && (entity.table().link()
                        || Stem.isPast(chart.token(entity.span().end() - 1).word()));
    }

    /** "books borrowed by members", where what is borrowed has rows of its own: the word is not passed over. */
    static boolean isPassedOver(List<Piece> pieces, Chart chart) {
        return pieces.stream()
                .filter(Piece.Filler.class::isInstance)
                .map(Piece::span)
                .filter(span -> span.end() == span.start() + 1 && chart.is(span.end(), "by"))
                .filter(span -> Stem.isPast(chart.token(span.start()).word()))
                .anyMatch(span -> chart.tables(span.start()).stream().anyMatch(Mention.OfTable::link));
    }

    /** "customers who ordered a product they reviewed": that both are the same product cannot be said. */
    static boolean ofTheSameTwice(List<Piece> pieces, Chart chart) {
        for (int index = 2; index < pieces.size(); index++) {
            boolean they = chart.is(pieces.get(index).span().start() - 1, "they", "he", "she")
                    && isDeed(pieces.get(index), chart);
            boolean before = pieces.subList(0, index).stream().anyMatch(piece -> isDeed(piece, chart));
            if (they && before) {
                return true;
            }
        }
        return false;
    }
}
