package dev.sayql.engine;

import dev.sayql.core.schema.ColumnName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What was not done within a time, or at another time than was said before. For one use by one thread. */
final class NotThen {
    private final List<Piece> pieces;
    private final Chart chart;
    private final Knowledge knowledge;
    private final ColumnChoice columns;
    private final Placement placement;
    private final Doubts doubts;

    NotThen(
            List<Piece> pieces,
            Chart chart,
            Knowledge knowledge,
            ColumnChoice columns,
            Placement placement,
            Doubts doubts) {
        this.pieces = pieces;
        this.chart = chart;
        this.knowledge = knowledge;
        this.columns = columns;
        this.placement = placement;
        this.doubts = doubts;
    }

    /**
     * "customers who ordered in 2025 but not in 2026": none of theirs then. Of the rows themselves, before it or after it.
     *
     * @param within the time that was said before
     */
    void addBut(ColumnName found, DateRange range, DateRange within, int index, Expression.Range subject) {
        Expression.Column date = knowledge.expression(found);
        if (!date.type().isDate()) {
            doubts.problem("not at that time, where only years are known");
        } else if (placement.isToMany(subject, found.table()) && saysMore(subject)) {
            doubts.problem("none then at all, or none of these");
        } else if (placement.isToMany(subject, found.table())) {
            placement.attach(new Condition.During(date, range), found.table(), index, true, subject);
        } else if (!range.isWithin(within)) {
            // "products sold in October but not in November": the sales of October are none of November anyway.
            doubts.problem("not at a time that was not asked for");
        } else {
            List<Condition> outside = new ArrayList<>();
            range.from()
                    .ifPresent(day -> outside.add(new Condition.During(
                            date, new DateRange(Optional.empty(), Optional.of(day), "before " + day))));
            range.until()
                    .ifPresent(day -> outside.add(new Condition.During(
                            date, new DateRange(Optional.of(day), Optional.empty(), "from " + day))));
            placement.attach(
                    outside.size() == 1 ? outside.getFirst() : new Condition.AnyOf(outside),
                    found.table(),
                    index,
                    false,
                    subject);
        }
    }

    /** "who bought laptops in 2025 but not in 2026": nothing, or no laptops? */
    private boolean saysMore(Expression.Range subject) {
        return pieces.stream().anyMatch(piece -> switch (piece) {
            case Piece.HasValue value ->
                value.values().stream()
                        .flatMap(one -> one.hits().stream())
                        .anyMatch(
                                hit -> placement.isToMany(subject, hit.column().table()));
            case Piece.Flag flag ->
                flag.flag().columns().stream().anyMatch(column -> placement.isToMany(subject, column.table()));
            case Piece.Compare _, Piece.CompareCount _, Piece.HasText _ -> true;
            default -> false;
        });
    }

    /** "customers who haven't logged in since October", "who haven't booked anything in 2026": where the time of that follows, or -1. */
    int within(int index) {
        int next = index + 1;
        while (next < pieces.size()
                && (pieces.get(next) instanceof Piece.Filler || pieces.get(next) instanceof Piece.Anything)) {
            next++;
        }
        return next < pieces.size()
                        && pieces.get(index) instanceof Piece.Missing missing
                        && !missing.negated()
                        && pieces.get(next) instanceof Piece.During during
                        && during.column().isEmpty()
                        && (next == index + 1
                                || Stem.isPast(
                                        chart.token(missing.span().end() - 1).word()))
                        && missing.column().options().stream()
                                .allMatch(option ->
                                        knowledge.typeOf(option.meaning()).isDate())
                ? next
                : -1;
    }

    boolean isOfNotDone(int index) {
        return IntStream.range(0, index).anyMatch(before -> within(before) == index);
    }

    /** Not then: never, or at another time. */
    void add(Piece.Missing missing, int index, Expression.Range subject) {
        DateRange range = ((Piece.During) pieces.get(within(index))).range();
        Optional<ColumnName> column =
                columns.choose(missing.column(), found -> found.dataType().isDate());
        if (column.isEmpty()) {
            return;
        }
        Expression.Column date = knowledge.expression(column.get());
        if (placement.isToMany(subject, column.get().table())) {
            boolean done = knowledge
                    .keys()
                    .path(subject.table(), column.get().table())
                    .filter(path -> path.steps().getLast().toMany())
                    .isPresent();
            if (!done) {
                // "beers nobody has bought": not the kegs that they are in.
                doubts.problem("done to something else");
            }
            placement.attach(new Condition.During(date, range), column.get().table(), index, true, subject);
            return;
        }
        if (range.until().isPresent() || range.from().isEmpty()) {
            doubts.problem("not done within a time");
            return;
        }
        DateRange earlier = new DateRange(
                Optional.empty(), range.from(), "before " + range.from().get());
        placement.attach(
                new Condition.AnyOf(List.of(new Condition.During(date, earlier), new Condition.IsNull(date, false))),
                column.get().table(),
                index,
                false,
                subject);
    }
}
