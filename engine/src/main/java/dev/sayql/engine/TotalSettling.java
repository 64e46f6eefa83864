package dev.sayql.engine;

import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.semantics.Aggregation;
import dev.sayql.sql.TableName;
import java.util.List;
import java.util.Optional;

/** Settles what things amount to where only they are named: "charged in fees", "total of all payments". Changes the row of pieces that it was given. For one use by one thread. */
final class TotalSettling {
    private final Knowledge knowledge;
    private final List<Piece> pieces;
    private final Chart chart;

    TotalSettling(List<Piece> pieces, Chart chart, Knowledge knowledge) {
        this.pieces = pieces;
        this.chart = chart;
        this.knowledge = knowledge;
    }

    /** "how much was she charged in fees": what the fees amount to. */
    void settleQuantities() {
        boolean open = pieces.stream()
                        .anyMatch(piece -> piece instanceof Piece.Quantity quantity
                                && chart.is(quantity.span().end() - 1, "much", "money"))
                && pieces.stream().noneMatch(Roles::isMeasure)
                && pieces.stream().noneMatch(Piece.Pick.class::isInstance);
        for (int index = 1; open && index < pieces.size(); index++) {
            if (pieces.get(index) instanceof Piece.Entity entity
                    && !entity.table().link()
                    && chart.is(entity.span().start() - 1, "in")) {
                int at = index;
                knowledge
                        .ownMeasure(entity.table().best())
                        .ifPresent(measure -> pieces.set(at, summed(entity.span(), measure)));
            }
        }
    }

    private static Piece summed(Piece.Span span, ColumnName measure) {
        return new Piece.Folds(
                span,
                List.of(Aggregation.SUM),
                new Piece.Target.OfColumn(
                        new Mention.OfColumn(span.start(), span.end(), List.of(new Mention.Option<>(measure, 1)))));
    }

    /** "total invoiced in 2025": added up, where each row has a total; "total paid" is what payments amount to. */
    private void settleDone() {
        boolean done = pieces.size() > 1
                && chart.is(0, "total")
                && Stem.isPast(chart.token(1).word())
                && pieces.stream().noneMatch(Roles::isMeasure);
        if (done
                && pieces.getFirst() instanceof Piece.Pick(var span, Piece.Target.OfColumn(var total), var _, var _)
                && span.end() == 1
                && pieces.get(1) instanceof Piece.Entity entity) {
            TableName rows = entity.table().best();
            Optional<ColumnName> measure = total.options().stream()
                    .map(Mention.Option::meaning)
                    .filter(column -> column.table().equals(rows))
                    .findFirst()
                    .or(() -> knowledge.ownMeasure(rows));
            pieces.set(0, measure.map(column -> summed(span, column)).orElseGet(() -> new Piece.Unknown(span)));
        }
    }

    /** "total of all completed payments": of what these are measured by, added up. */
    void settleBareTotals() {
        settleDone();
        for (int index = 0; index < pieces.size(); index++) {
            Piece.Span span = pieces.get(index).span();
            boolean bare = pieces.get(index) instanceof Piece.Pick
                    && span.end() == span.start() + 1
                    && chart.is(span.start(), "total", "sum")
                    && chart.is(span.end(), "of");
            if (!bare || pieces.stream().anyMatch(Roles::isMeasure)) {
                continue;
            }
            Optional<ColumnName> measure = pieces.stream()
                    .skip(index + 1L)
                    .filter(piece -> piece instanceof Piece.Entity entity
                            && !entity.table().link())
                    .map(piece -> ((Piece.Entity) piece).table().best())
                    .findFirst()
                    .flatMap(knowledge::ownMeasure);
            pieces.set(index, measure.map(column -> summed(span, column)).orElseGet(() -> new Piece.Unknown(span)));
        }
    }

    /** "total amount of loans": their own, where something else has a column of that name. */
    void settleOwnAmounts() {
        for (int index = 0; index + 2 < pieces.size(); index++) {
            if (pieces.get(index) instanceof Piece.Folds folds
                    && folds.target() instanceof Piece.Target.OfColumn(Mention.OfColumn column)
                    && chart.is(column.end() - 1, "amount", "amounts")
                    && chart.is(folds.span().end(), "of")
                    && pieces.get(index + 2) instanceof Piece.Entity things
                    && column.options().stream()
                            .noneMatch(option -> things.table().options().stream()
                                    .anyMatch(table ->
                                            table.score() > things.table().score() - 0.3
                                                    && option.meaning().table().equals(table.meaning())))) {
                int place = index;
                knowledge
                        .ownMeasure(things.table().best())
                        .map(own -> new Mention.OfColumn(
                                column.start(), column.end(), List.of(new Mention.Option<>(own, 1))))
                        .ifPresent(own -> pieces.set(
                                place,
                                new Piece.Folds(folds.span(), folds.aggregations(), new Piece.Target.OfColumn(own))));
            }
        }
    }
}
