package dev.sayql.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResultTableTest {

    @Test
    void columnsMatchInAnyOrder() {
        ResultTable gold = table(row("Ada", "36"), row("Alan", "41"));

        assertThat(gold.matches(table(row("41", "Alan"), row("36", "Ada")), false, false))
                .isTrue();
        assertThat(gold.matches(table(row("36", "Alan"), row("41", "Ada")), false, false))
                .isFalse();
    }

    @Test
    void theOrderOfRowsCountsWhereItWasAskedFor() {
        ResultTable gold = table(row("a"), row("b"));
        ResultTable other = table(row("b"), row("a"));

        assertThat(gold.matches(other, false, false)).isTrue();
        assertThat(gold.matches(other, true, false)).isFalse();
    }

    @Test
    void rowsAreCounted() {
        assertThat(table(row("a"), row("a")).matches(table(row("a")), false, false))
                .isFalse();
    }

    @Test
    void oneColumnMoreIsAnotherAnswer() {
        assertThat(table(row("a")).matches(table(row("a", "1")), false, false)).isFalse();
    }

    @Test
    void moreColumnsAreRightWhereTheyMayBeShown() {
        ResultTable gold = table(row("Ada"), row("Alan"));

        assertThat(gold.matches(table(row("36", "Ada"), row("41", "Alan")), false, true))
                .isTrue();
        assertThat(gold.matches(table(row("36", "Ada"), row("41", "Ada")), false, true))
                .isFalse();
        assertThat(table(row("Ada", "36")).matches(table(row("Ada")), false, true))
                .isFalse();
    }

    @Test
    void numbersAndDaysMatchHoweverTheyAreWritten() {
        assertThat(table(row("2.0000001", "2020-01-02")).matches(table(row("2", "2020-01-02 00:00:00")), true, false))
                .isTrue();
        assertThat(table(row("2.1")).matches(table(row("2")), true, false)).isFalse();
        assertThat(ResultTable.normal(Optional.of("x  "))).isEqualTo("x");
    }

    @Test
    void nothingIsOnlyNothing() {
        assertThat(ResultTable.normal(Optional.empty())).isNotEqualTo(ResultTable.normal(Optional.of("")));
    }

    private static ResultTable table(List<String> first, List<String> second) {
        return new ResultTable(first.size(), List.of(first, second));
    }

    private static ResultTable table(List<String> only) {
        return new ResultTable(only.size(), List.of(only));
    }

    private static List<String> row(String... values) {
        return Arrays.stream(values)
                .map(value -> ResultTable.normal(Optional.of(value)))
                .toList();
    }
}
