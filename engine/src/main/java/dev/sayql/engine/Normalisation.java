package dev.sayql.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * Settles what pieces say only together: whom "who" means, what "how many" counts, that "orders per month" counts orders.
 * Gives back a row of pieces in which every piece stands for itself.
 */
final class Normalisation {
    private Normalisation() {}

    static List<Piece> of(List<Piece> row, Chart chart, Knowledge knowledge) {
        List<Piece> pieces = new ArrayList<>(row);
        WhoSettling who = new WhoSettling(pieces, chart, knowledge);
        CountSettling counts = new CountSettling(pieces, chart, knowledge);
        AmountSettling amounts = new AmountSettling(pieces, knowledge);
        GroupSettling groups = new GroupSettling(pieces, chart, knowledge);
        settleParents(pieces);
        ThingSettling things = new ThingSettling(pieces, chart, knowledge);
        things.settleNamed();
        who.settleBearers();
        who.settleWho();
        TopSettling.settle(pieces, chart, knowledge);
        PiecesSold.settle(pieces, chart, knowledge);
        counts.settleCounts();
        things.settleUnused();
        counts.settleMost();
        counts.settleMany();
        BestSettling.settle(pieces, knowledge);
        ObjectSettling.settle(pieces, chart, knowledge);
        new TotalSettling(pieces, chart, knowledge).settleQuantities();
        amounts.settleQuantities();
        amounts.settleShares();
        counts.settleFrequency();
        counts.settleTimes();
        amounts.settleLastTimes();
        new TotalSettling(pieces, chart, knowledge).settleBareTotals();
        new TotalSettling(pieces, chart, knowledge).settleOwnAmounts();
        amounts.settleTotals(chart);
        who.settlePersons();
        amounts.settleAmounts(chart);
        amounts.settlePlurals(chart);
        amounts.settleAsked(chart);
        amounts.settleFresh();
        new AverageSettling(pieces, chart, knowledge).settle();
        groups.settleSaid();
        counts.settleRankedCounts();
        groups.settleGroups();
        return List.copyOf(pieces);
    }

    /** "managers" are employees whom others report to; how many those are may be said besides. */
    private static void settleParents(List<Piece> pieces) {
        boolean compared = pieces.stream().anyMatch(Piece.CompareChildren.class::isInstance);
        for (int index = 0; index < pieces.size(); index++) {
            if (pieces.get(index) instanceof Piece.Parents(Piece.Span span, Mention.OfTable table)) {
                pieces.set(index, new Piece.Entity(span, table, false));
                if (!compared) {
                    pieces.add(index + 1, new Piece.HasChildren(span, table, false));
                }
            }
        }
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
