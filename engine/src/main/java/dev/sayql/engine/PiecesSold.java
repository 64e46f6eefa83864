package dev.sayql.engine;

import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.semantics.Aggregation;
import dev.sayql.sql.TableName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Settles how many pieces "how many flapjacks were sold" adds up, where each sale has its number of them. */
final class PiecesSold {
    private static final Set<String> DEEDS =
            Set.of("sold", "bought", "ordered", "delivered", "used", "shipped", "supplied");
    private static final Set<String> NUMBERS = Set.of("quantity", "qty", "units");

    private PiecesSold() {}

    /** Changes the row of pieces that it was given. */
    static void settle(List<Piece> pieces, Chart chart, Knowledge knowledge) {
        boolean done = Cues.anywhere(chart, DEEDS)
                && pieces.stream().noneMatch(piece -> Roles.isMeasure(piece) || piece instanceof Piece.Quantity);
        for (int index = 0; done && index + 1 < pieces.size(); index++) {
            if (pieces.get(index) instanceof Piece.Counting asked
                    && pieces.get(index + 1) instanceof Piece.HasValue value
                    && value.span().start() == asked.span().end()
                    && !(index + 2 < pieces.size() && pieces.get(index + 2) instanceof Piece.Entity)) {
                Optional<ColumnName> number = numberOf(value, knowledge);
                if (number.isPresent()) {
                    Mention.OfColumn column = new Mention.OfColumn(
                            asked.span().start(), asked.span().end(), List.of(new Mention.Option<>(number.get(), 1)));
                    pieces.set(
                            index,
                            new Piece.Folds(asked.span(), List.of(Aggregation.SUM), new Piece.Target.OfColumn(column)));
                }
            }
        }
    }

    /** The number of pieces beside what they are, where both stand in one row that has no other name. */
    private static Optional<ColumnName> numberOf(Piece.HasValue value, Knowledge knowledge) {
        List<ColumnName> named = value.values().getFirst().hits().stream()
                .map(hit -> hit.column())
                .distinct()
                .toList();
        if (named.size() != 1
                || knowledge
                        .label(named.getFirst().table())
                        .contains(named.getFirst().column())) {
            return Optional.empty();
        }
        TableName table = named.getFirst().table();
        return knowledge.table(table).stream()
                .flatMap(found -> found.columns().stream())
                .filter(column -> column.dataType().isNumber() && NUMBERS.contains(column.name()))
                .map(column -> new ColumnName(table, column.name()))
                .findFirst();
    }
}
