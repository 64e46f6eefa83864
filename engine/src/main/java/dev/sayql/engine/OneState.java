package dev.sayql.engine;

import dev.sayql.core.schema.ColumnName;
import dev.sayql.sql.TableName;
import java.util.List;
import java.util.Optional;

/** "shipped but not delivered", "not delivered and not cancelled": one row has one state, so that each can be told. */
final class OneState {
    private OneState() {}

    /** The table whose state is said twice up to the "not" at a token, the last time as one that is left out; none where it is not. */
    static Optional<TableName> leftOut(int not, List<Piece> pieces, Chart chart) {
        List<Piece.HasValue> states = pieces.stream()
                .filter(Piece.HasValue.class::isInstance)
                .map(Piece.HasValue.class::cast)
                .filter(value -> value.span().start() <= not)
                .toList();
        boolean said = chart.is(not, "not")
                && states.size() > 1
                && states.getLast().negated()
                && states.getLast().span().end() > not
                && columnOf(states.getLast()).equals(columnOf(states.get(states.size() - 2)));
        return said ? Optional.of(columnOf(states.getLast()).table()) : Optional.empty();
    }

    private static ColumnName columnOf(Piece.HasValue value) {
        return value.values().getFirst().hits().getFirst().column();
    }
}
