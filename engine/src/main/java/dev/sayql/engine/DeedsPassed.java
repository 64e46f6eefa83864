package dev.sayql.engine;

import dev.sayql.sql.TableName;
import java.util.List;
import java.util.Set;

/** Whether a deed that was passed over says something that the answer does not. For one use by one thread. */
final class DeedsPassed {
    private static final Set<String> COSTS = Set.of("cost", "costs", "price", "charge");

    private final Workpiece work;
    private final List<Piece> pieces;
    private final Chart chart;
    private final Doubts doubts;

    DeedsPassed(Workpiece work) {
        this.work = work;
        this.pieces = work.pieces();
        this.chart = work.chart();
        this.doubts = work.doubts();
    }

    void check() {
        besideWithout();
        costsOfOthers();
        whoDidIt();
        returnedWith();
    }

    /** "which driver delivered hire 57", where it is only known that it was delivered. */
    private void whoDidIt() {
        boolean asked = chart.is(0, "which", "who", "what");
        for (int index = 1; asked && index + 1 < pieces.size(); index++) {
            int next = work.nextSaid(index);
            boolean deed = pieces.get(index) instanceof Piece.Flag flag
                    && flag.span().end() == flag.span().start() + 1
                    && Stem.isPast(chart.token(flag.span().start()).word())
                    && !chart.is(
                            flag.span().start() - 1,
                            "was",
                            "were",
                            "is",
                            "are",
                            "been",
                            "not",
                            "a",
                            "an",
                            "the",
                            "any",
                            "no",
                            "have",
                            "had")
                    && next < pieces.size()
                    && (pieces.get(index - 1) instanceof Piece.HasValue
                            || pieces.get(index - 1) instanceof Piece.Entity)
                    && pieces.get(next) instanceof Piece.Entity rows
                    && leads(rows, flag);
            if (deed) {
                doubts.problem("who did it is not stored");
            }
        }
    }

    private boolean leads(Piece.Entity rows, Piece.Flag flag) {
        TableName owner = flag.flag().columns().getFirst().table();
        return rows.table().options().stream()
                .map(Mention.Option::meaning)
                .anyMatch(table -> table.equals(owner) || chart.leadsTo(table, owner));
    }

    /** "loans returned with damage" are not those of what is damaged today. */
    private void returnedWith() {
        for (int index = 1; index + 2 < pieces.size(); index++) {
            boolean other = pieces.get(index) instanceof Piece.Missing done
                    && pieces.get(index + 1) instanceof Piece.Filler
                    && chart.is(pieces.get(index + 1).span().start(), "with")
                    && pieces.get(index + 2) instanceof Piece.HasValue value
                    && value.values().getFirst().hits().stream()
                            .noneMatch(hit -> hit.column()
                                    .table()
                                    .equals(done.column()
                                            .options()
                                            .getFirst()
                                            .meaning()
                                            .table()));
            if (other) {
                doubts.problem("with what it was done");
            }
        }
    }

    /** "bidders who attended the sale without bidding" are not all who did not bid in it. */
    private void besideWithout() {
        for (int index = 0; index < pieces.size(); index++) {
            int verb = pieces.get(index).span().start();
            boolean deed = pieces.get(index) instanceof Piece.Filler
                    && Stem.isPast(chart.token(verb).word())
                    && chart.is(verb + 1, "the", "a", "an", "our");
            if (deed && isLostBefore(index)) {
                doubts.problem("what they did besides");
            }
        }
    }

    private boolean isLostBefore(int index) {
        boolean narrowed = false;
        for (Piece piece : pieces.subList(index + 1, pieces.size())) {
            if (piece instanceof Piece.Entity) {
                return false;
            }
            if (piece instanceof Piece.Without) {
                return narrowed;
            }
            narrowed |= piece instanceof Piece.HasValue;
        }
        return false;
    }

    /** "what did the treatments cost us" is no cost of what was treated. */
    private void costsOfOthers() {
        boolean asked = chart.after(0, "what did", "what do", "what does", "what have") > 0;
        List<TableName> things = pieces.stream()
                .filter(piece ->
                        piece instanceof Piece.Entity entity && !entity.table().link())
                .map(piece -> ((Piece.Entity) piece).table().best())
                .toList();
        boolean others = pieces.stream()
                .anyMatch(piece ->
                        piece instanceof Piece.Pick(Piece.Span span, Piece.Target.OfColumn(var column), var _, var _)
                                && COSTS.contains(chart.token(span.end() - 1).word())
                                && column.options().stream()
                                        .noneMatch(option ->
                                                things.contains(option.meaning().table())));
        if (asked && !things.isEmpty() && others) {
            doubts.problem("what something else cost");
        }
    }
}
