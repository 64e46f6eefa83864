package dev.sayql.engine;

import dev.sayql.core.semantics.Aggregation;
import dev.sayql.sql.TableName;
import java.util.List;
import java.util.Optional;

/** Settles what "on average" is the mean of. Changes the row of pieces that it was given. For one use by one thread. */
final class AverageSettling {
    private final Knowledge knowledge;
    private final List<Piece> pieces;
    private final Chart chart;

    AverageSettling(List<Piece> pieces, Chart chart, Knowledge knowledge) {
        this.knowledge = knowledge;
        this.pieces = pieces;
        this.chart = chart;
    }

    /** "what rating do we get on average", "how long does a visit take on average". */
    void settle() {
        ofOne();
        if (pieces.stream().anyMatch(Piece.OnAverage.class::isInstance)) {
            gradeAsked();
        }
        if (pieces.stream().anyMatch(Piece.PerEach.class::isInstance)) {
            pieces.replaceAll(
                    piece -> piece instanceof Piece.OnAverage said ? Normalisation.filler(said.span()) : piece);
        }
        boolean graded = pieces.stream().anyMatch(Piece.OnAverage.class::isInstance)
                && pieces.stream().anyMatch(this::isGrade);
        if (graded) {
            // "how many stars did they get on average": stars do not add up.
            pieces.replaceAll(piece -> isGrade(piece) && piece instanceof Piece.Folds sum
                    ? new Piece.Pick(sum.span(), sum.target(), false, false)
                    : piece);
        }
        boolean folds = pieces.stream()
                .anyMatch(piece -> piece instanceof Piece.Pick pick && pick.target() instanceof Piece.Target.OfColumn);
        if (!folds) {
            pieces.replaceAll(
                    piece -> piece instanceof Piece.OnAverage average ? new Piece.Unknown(average.span()) : piece);
        } else if (pieces.removeIf(Piece.OnAverage.class::isInstance)) {
            pieces.replaceAll(
                    piece -> piece instanceof Piece.Pick pick && pick.target() instanceof Piece.Target.OfColumn
                            ? new Piece.Folds(pick.span(), List.of(Aggregation.AVERAGE), pick.target())
                            : piece);
        }
    }

    private boolean isGrade(Piece piece) {
        return piece instanceof Piece.Folds(Piece.Span _, List<Aggregation> folds, Piece.Target.OfColumn(var column))
                && folds.equals(List.of(Aggregation.SUM))
                && !knowledge.addsUp(column);
    }

    /** What an adjective asks for, of the thing named, is the column that it grades. */
    private void gradeAsked() {
        Optional<TableName> thing = pieces.stream()
                .flatMap(piece -> AmountSettling.tableSaid(piece).stream())
                .findFirst();
        pieces.replaceAll(piece -> piece instanceof Piece.Pick pick
                        && pick.target() instanceof Piece.Target.OfAdjective(English.Adjective adjective)
                ? thing.flatMap(table -> knowledge.graded(table, adjective))
                        .<Piece>map(column -> new Piece.Pick(
                                pick.span(),
                                new Piece.Target.OfColumn(new Mention.OfColumn(
                                        pick.span().start(),
                                        pick.span().end(),
                                        List.of(new Mention.Option<>(column, 1)))),
                                false,
                                false))
                        .orElse(piece)
                : piece);
    }

    /** "how many helpful votes does a review get on average": a review has one such number. */
    private void ofOne() {
        boolean average = pieces.stream().anyMatch(Piece.OnAverage.class::isInstance);
        List<Piece> sums = pieces.stream().filter(Roles::isMeasure).toList();
        boolean own = average
                && sums.size() == 1
                && sums.getFirst()
                        instanceof
                        Piece.Folds(Piece.Span said, List<Aggregation> folds, Piece.Target.OfColumn(var column))
                && folds.equals(List.of(Aggregation.SUM))
                && chart.is(said.start(), "how")
                && chart.is(said.start() + 1, "many")
                && pieces.stream()
                        .anyMatch(piece -> piece instanceof Piece.Entity entity
                                && entity.span().start() > said.end()
                                && isOne(entity)
                                && column.options()
                                        .getFirst()
                                        .meaning()
                                        .table()
                                        .equals(entity.table().best()));
        if (own) {
            pieces.removeIf(Piece.OnAverage.class::isInstance);
            pieces.replaceAll(piece -> piece instanceof Piece.Folds sum
                    ? new Piece.Folds(sum.span(), List.of(Aggregation.AVERAGE), sum.target())
                    : piece);
        }
    }

    /** "a review", "a five-star review", "each visit". */
    private boolean isOne(Piece.Entity entity) {
        int start = entity.span().start();
        return !entity.table().link()
                && !chart.token(entity.span().end() - 1).word().endsWith("s")
                && (chart.is(start, "a", "an", "each", "one", "every")
                        || chart.is(start - 1, "a", "an", "each", "one", "every")
                        || chart.is(start - 2, "a", "an")
                        || chart.is(start - 3, "a", "an"));
    }
}
