package dev.sayql.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * Settles what pieces say only together: whom "who" means, what "how many" counts, that "orders per month" counts orders.
 * Gives back a row of pieces in which every piece stands for itself.
 */
final class Normalisation {
    private Normalisation() {}

    static List<Piece> of(List<Piece> row, Knowledge knowledge) {
        List<Piece> pieces = new ArrayList<>(row);
        WhoSettling who = new WhoSettling(pieces, knowledge);
        CountSettling counts = new CountSettling(pieces, knowledge);
        AmountSettling amounts = new AmountSettling(pieces, knowledge);
        GroupSettling groups = new GroupSettling(pieces, knowledge);
        who.settleWho();
        counts.settleCounts();
        counts.settleMost();
        BestSettling.settle(pieces, knowledge);
        ObjectSettling.settle(pieces, knowledge);
        amounts.settleQuantities();
        amounts.settleShares();
        counts.settleFrequency();
        counts.settleTimes();
        amounts.settleLastTimes();
        amounts.settleTotals();
        who.settlePersons();
        amounts.settleAmounts();
        amounts.settleFresh();
        amounts.settleAverages();
        groups.settlePairs();
        counts.settleRankedCounts();
        groups.settleGroups();
        return List.copyOf(pieces);
    }

    static Piece filler(Piece.Span span) {
        return new Piece.Filler(span, false);
    }

    /** Whether the piece may stand between "how many" and the thing that is counted. */
    static boolean isBetween(Piece piece) {
        return piece instanceof Piece.Filler
                || piece instanceof Piece.Flag
                || piece instanceof Piece.HasValue
                || piece instanceof Piece.Missing
                || piece instanceof Piece.Fresh
                || piece instanceof Piece.Compare
                || piece instanceof Piece.Echo;
    }
}
