package dev.sayql.engine;

import dev.sayql.sql.TableName;
import java.util.List;
import java.util.Set;

/** Whether a deed that was passed over says something that the answer does not. For one use by one thread. */
final class DeedsPassed extends SecondLook {
    private static final Set<String> COSTS = Set.of("cost", "costs", "price", "charge");

    DeedsPassed(Workpiece work) {
        super(work);
    }

    @Override
    void look(Expression.Range subject, List<Condition> where) {
        besideWithout();
        costsOfOthers();
        whoDidIt();
        returnedWith();
        dateOfOthers(subject);
        becameThen();
    }

    /** "who closed their account in May", where it is only known that they did: not those who came in May. */
    private void becameThen() {
        for (int index = 0; index + 1 < pieces.size(); index++) {
            int next = work.nextSaid(index);
            boolean then = pieces.get(index) instanceof Piece.Flag flag
                    && flag.span().end() > flag.span().start() + 1
                    && Stem.isPast(chart.token(flag.span().start()).word())
                    && next < pieces.size()
                    && pieces.get(next) instanceof Piece.During during
                    && during.column().isEmpty();
            if (then) {
                doubts.problem("on what day it became so");
            }
        }
    }

    /** "on what date was each expense paid" is not answered by the day on which the film came out. */
    private void dateOfOthers(Expression.Range subject) {
        boolean asked = chart.after(0, "on what date", "what date", "on what day", "on which date", "on which day") > 0;
        boolean bare = pieces.stream()
                .anyMatch(piece -> piece
                                instanceof Piece.Pick(Piece.Span span, Piece.Target.OfColumn(var column), var _, var _)
                        && chart.is(span.end() - 1, "date", "day")
                        && span.end() == span.start() + 1
                        && column.options().stream()
                                .noneMatch(option -> option.meaning().table().equals(subject.table())));
        if (asked && bare) {
            doubts.problem("the day of something else");
        }
    }

    /** "which driver delivered hire 57", where it is only known that it was delivered. */
    private void whoDidIt() {
        boolean asked = chart.is(0, "which", "who", "what");
        for (int index = 1; asked && index + 1 < pieces.size(); index++) {
            int next = work.nextSaid(index);
            Piece deed = pieces.get(index);
            boolean done = (deed instanceof Piece.Flag || deed instanceof Piece.Missing)
                    && deed.span().end() == deed.span().start() + 1
                    && Stem.isPast(chart.token(deed.span().start()).word())
                    && !chart.is(deed.span().start() - 1, NOT_ACTIVE)
                    && next < pieces.size()
                    && (pieces.get(index - 1) instanceof Piece.HasValue
                            || pieces.get(index - 1) instanceof Piece.Entity)
                    && isDoneTo(pieces.get(next), deed)
                    && (deed instanceof Piece.Flag || !knowsWhoDid(deed, pieces.get(index - 1)));
            if (done) {
                doubts.problem("who did it is not stored");
            }
        }
    }

    // spotless:off
    /** Behind these it is said what became of something, and not what somebody did. */
    private static final String[] NOT_ACTIVE = {
        "was", "were", "is", "are", "been", "not", "a", "an", "the", "any", "no", "have", "had"
    };
    // spotless:on

    /** Whether the rows, or what they are told by, are those that the deed is stored of. */
    private boolean isDoneTo(Piece object, Piece deed) {
        TableName owner = ownerOf(deed);
        return switch (object) {
            case Piece.Entity rows ->
                rows.table().options().stream()
                        .map(Mention.Option::meaning)
                        .anyMatch(table -> table.equals(owner) || chart.leadsTo(table, owner));
            case Piece.HasValue value ->
                deed instanceof Piece.Missing
                        && value.values().getFirst().hits().stream()
                                .allMatch(hit -> hit.column().table().equals(owner));
            default -> false;
        };
    }

    /** Whether a key leads from what was done to those who are asked for. */
    private boolean knowsWhoDid(Piece deed, Piece doers) {
        return !(doers instanceof Piece.Entity entity)
                || work.knowledge().keys().from(ownerOf(deed)).stream()
                        .anyMatch(edge -> !edge.toMany()
                                && edge.to().equals(entity.table().best()));
    }

    private static TableName ownerOf(Piece deed) {
        return switch (deed) {
            case Piece.Flag flag -> flag.flag().columns().getFirst().table();
            case Piece.Missing missing ->
                missing.column().options().getFirst().meaning().table();
            default -> throw new IllegalArgumentException("no deed");
        };
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
