package dev.sayql.core.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.core.execution.Cell;
import dev.sayql.core.execution.Rows;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FindingTest {

    /** Cells are parted by bars. */
    private static Finding.Found found(int columns, String... rows) {
        return (Finding.Found) Finding.of(
                columns,
                Stream.of(rows)
                        .map(row ->
                                Stream.of(row.split("[|]")).map(Optional::of).toList())
                        .toList());
    }

    @Test
    void theOrderOfRowsAndColumnsDoesNotMatter() {
        Finding.Found one = found(2, "Ann|3", "Bob|5");

        assertThat(one.finds(found(2, "5|Bob", "3|Ann"))).isTrue();
        assertThat(one).returns(2, Finding.Found::rows).returns(2, Finding.Found::columns);
    }

    @Test
    void otherValuesOrMoreOfThemMatter() {
        Finding.Found one = found(1, "Ann", "Bob");

        assertThat(one.finds(found(1, "Ann", "Bill"))).isFalse();
        assertThat(one.finds(found(1, "Ann", "Bob", "Bob"))).isFalse();
        assertThat(one.finds(found(2, "Ann|1", "Bob|2"))).isFalse();
    }

    @Test
    void numbersCountByTheirValueToFiveDigits() {
        assertThat(found(1, "3.00").finds(found(1, "3"))).isTrue();
        assertThat(found(1, "0.33333333").finds(found(1, "0.3333333333333333"))).isTrue();
        assertThat(found(1, "-0.0").finds(found(1, "0"))).isTrue();
        assertThat(found(1, "3.1").finds(found(1, "3"))).isFalse();
    }

    @Test
    void nothingIsFoundInTheSameWayWhateverTheColumns() {
        assertThat(found(1).finds(found(4))).isTrue();
        assertThat(found(1).finds(found(1, "0"))).isFalse();
    }

    @Test
    void cellsCountAsTheServerWritesThem() {
        Rows rows = new Rows(
                List.of(new Rows.Column("a", "numeric"), new Rows.Column("b", "text"), new Rows.Column("c", "bool")),
                List.of(List.of(new Cell.Decimal(new BigDecimal("7.50")), new Cell.Null(), new Cell.Bool(true))),
                false,
                Duration.ZERO);

        Finding.Found seen = (Finding.Found) Finding.of(rows);

        assertThat(seen.missing()).isEqualTo(1);
        assertThat(seen.finds((Finding.Found)
                        Finding.of(3, List.of(List.of(Optional.of("7.5"), Optional.empty(), Optional.of("t"))))))
                .isTrue();
    }

    @Test
    void ofALargeResultTheFirstRowsCount() {
        List<List<Optional<String>>> many = Stream.generate(() -> List.of(Optional.of("x")))
                .limit(Finding.MOST_ROWS + 500)
                .toList();

        assertThat(Finding.of(1, many)).isEqualTo(Finding.of(1, many.subList(0, Finding.MOST_ROWS)));
    }
}
