package dev.sayql.core.answer;

import dev.sayql.core.execution.Cell;
import dev.sayql.core.execution.Rows;
import dev.sayql.core.generation.SourceContext;
import dev.sayql.sql.QueryShape;
import dev.sayql.sql.ReadOnlySql;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Writes the receipt of an answer from the checked statement's shape, the schema's keys, the stored values and the
 * result. Deterministic; makes no call of its own. Thread-safe.
 */
public final class Receipts {

    /** Checks without rows when the statement was not run; truncation then stays unchecked. */
    public Receipt write(ReadOnlySql sql, Optional<Rows> rows, SourceContext context) {
        Set<Check> checked = EnumSet.of(Check.FAN_OUT, Check.UNKNOWN_LITERAL, Check.LIMIT_WITHOUT_ORDER);
        List<Caveat> caveats = new ArrayList<>();
        rows.ifPresent(result -> {
            checked.add(Check.TRUNCATION);
            checked.add(Check.NO_ROWS);
            noRows(result).ifPresent(sentence -> caveats.add(new Caveat(Check.NO_ROWS, sentence)));
            if (result.truncated()) {
                caveats.add(new Caveat(
                        Check.TRUNCATION, "Only the first " + result.count() + " rows are shown; there are more."));
            }
        });
        for (QueryShape.Select select : sql.shape().selects()) {
            caveats.addAll(FanOut.in(select, context.schema()));
            caveats.addAll(UnknownLiterals.in(select, context));
            if (select.limited() && !select.ordered()) {
                caveats.add(new Caveat(
                        Check.LIMIT_WITHOUT_ORDER,
                        "The rows are cut off without an order, so which ones are shown is up to the database."));
            }
        }
        // "Not checked" is different from "clean": what cannot be told is not claimed.
        List<QueryShape.Select> selects = sql.shape().selects();
        if (!selects.stream().allMatch(FanOut::canTell)) {
            checked.remove(Check.FAN_OUT);
        }
        if (!selects.stream().allMatch(select -> UnknownLiterals.canTell(select, context))) {
            checked.remove(Check.UNKNOWN_LITERAL);
        }
        return new Receipt(checked, caveats.stream().distinct().toList());
    }

    /** A sum over no rows is one row of NULL; it says no more than no row at all. */
    private static Optional<String> noRows(Rows rows) {
        if (rows.count() == 0) {
            return Optional.of("No rows matched.");
        }
        boolean nothing =
                rows.count() == 1 && rows.values().getFirst().stream().allMatch(cell -> cell instanceof Cell.Null);
        return nothing
                ? Optional.of("No rows matched, or what matched has no value: the result is empty (NULL).")
                : Optional.empty();
    }
}
