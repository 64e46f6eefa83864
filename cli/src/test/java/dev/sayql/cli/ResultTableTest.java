package dev.sayql.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.core.execution.Cell;
import dev.sayql.core.execution.Rows;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultTableTest {

    @Test
    void numbersStandToTheRightAndNullIsToldFromText() {
        Rows rows = rows(
                List.of("name", "total"),
                List.of(
                        List.of(new Cell.Text("Ann"), number("1200.50")),
                        List.of(new Cell.Text(""), new Cell.Null()),
                        List.of(new Cell.Null(), number("7"))));

        assertThat(new ResultTable(rows, 80).lines())
                .containsExactly("name    total", "────  ───────", "Ann   1200.50", "            ∅", "∅           7");
    }

    @Test
    void longValuesAreCutVisiblySoThatTheLineFits() {
        Rows rows = rows(
                List.of("a", "b"), List.of(List.of(new Cell.Text("x".repeat(100)), new Cell.Text("y".repeat(100)))));

        List<String> lines = new ResultTable(rows, 42).lines();

        assertThat(lines).allMatch(line -> line.length() <= 42);
        assertThat(lines.getLast()).isEqualTo("x".repeat(19) + "…  " + "y".repeat(19) + "…");
    }

    @Test
    void aValueCannotMoveTheCursorOrHideItself() {
        Rows rows = rows(List.of("v"), List.of(List.of(new Cell.Text("a\u001b[2Jb\r\nc\u202Ed\u0000"))));

        assertThat(new ResultTable(rows, 80).lines().getLast()).isEqualTo("a\\x1b[2Jb\\r\\nc\\u202ed\\x00");
    }

    @Test
    void wideCharactersCountTwice() {
        Rows rows = rows(List.of("v", "n"), List.of(List.of(new Cell.Text("東京"), number("1"))));

        assertThat(new ResultTable(rows, 80).lines()).containsExactly("v     n", "────  ─", "東京  1");
    }

    @Test
    void noRowsAreATableToo() {
        assertThat(new ResultTable(rows(List.of("name"), List.of()), 80).lines())
                .containsExactly("name", "────");
    }

    @Test
    void percentilesAreOfTheNearestRank() {
        assertThat(BenchCommand.percentile(List.of(5L, 1L, 3L), 50)).isEqualTo(3);
        assertThat(BenchCommand.percentile(List.of(5L, 1L, 3L), 95)).isEqualTo(5);
        assertThat(BenchCommand.percentile(List.of(), 50)).isZero();
    }

    private static Rows rows(List<String> names, List<List<Cell>> values) {
        return new Rows(
                names.stream().map(name -> new Rows.Column(name, "text")).toList(), values, false, Duration.ZERO);
    }

    private static Cell number(String digits) {
        return new Cell.Decimal(new BigDecimal(digits));
    }
}
