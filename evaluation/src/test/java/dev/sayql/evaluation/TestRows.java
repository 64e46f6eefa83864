package dev.sayql.evaluation;

import dev.sayql.core.execution.Cell;
import dev.sayql.core.execution.Rows;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Rows written down in a test. */
final class TestRows {
    static final Cell NULL = new Cell.Null();

    private TestRows() {}

    static Rows rows(int columns, List<Cell> first, List<Cell> second) {
        return of(columns, List.of(first, second), false);
    }

    static Rows single(Cell... row) {
        return of(row.length, List.of(List.of(row)), false);
    }

    static Rows column(Cell... values) {
        return of(1, Arrays.stream(values).map(List::of).toList(), false);
    }

    static Rows empty(int columns) {
        return of(columns, List.of(), false);
    }

    static Rows of(int columns, List<List<Cell>> values, boolean truncated) {
        List<Rows.Column> names = IntStream.range(0, columns)
                .mapToObj(number -> new Rows.Column("c" + number, "text"))
                .toList();
        return new Rows(names, values, truncated, Duration.ZERO);
    }

    static List<Cell> row(Cell... cells) {
        return List.of(cells);
    }

    static Cell text(String value) {
        return new Cell.Text(value);
    }

    static Cell number(String value) {
        return new Cell.Decimal(new BigDecimal(value));
    }

    static Cell real(double value) {
        return new Cell.Real(value);
    }
}
