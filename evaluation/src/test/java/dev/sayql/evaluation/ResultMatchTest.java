package dev.sayql.evaluation;

import static dev.sayql.evaluation.TestRows.NULL;
import static dev.sayql.evaluation.TestRows.column;
import static dev.sayql.evaluation.TestRows.empty;
import static dev.sayql.evaluation.TestRows.number;
import static dev.sayql.evaluation.TestRows.real;
import static dev.sayql.evaluation.TestRows.row;
import static dev.sayql.evaluation.TestRows.rows;
import static dev.sayql.evaluation.TestRows.single;
import static dev.sayql.evaluation.TestRows.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.core.execution.Cell;
import dev.sayql.core.execution.Rows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultMatchTest {
    private static final ResultMatch BAG = new ResultMatch(false, false);
    private static final ResultMatch LIST = new ResultMatch(true, false);
    private static final ResultMatch BAG_WITH_EXTRA = new ResultMatch(false, true);
    private static final ResultMatch LIST_WITH_EXTRA = new ResultMatch(true, true);

    @Test
    void acceptsTheSameRows() {
        assertThat(BAG.difference(column(text("a"), NULL), column(text("a"), NULL)))
                .isEmpty();
    }

    @Test
    void acceptsRowsInAnotherOrderUnlessOrderCounts() {
        Rows gold = column(text("a"), text("b"));
        Rows answer = column(text("b"), text("a"));
        assertThat(BAG.difference(gold, answer)).isEmpty();
        assertThat(LIST.difference(gold, answer)).get().asString().contains("in its order");
    }

    @Test
    void countsHowOftenARowIsThere() {
        Rows gold = column(text("a"), text("a"), text("b"));
        assertThat(BAG.difference(gold, column(text("a"), text("b"), text("b"))))
                .isPresent();
        assertThat(BAG.difference(gold, column(text("b"), text("a"), text("a"))))
                .isEmpty();
    }

    @Test
    void rejectsMissingAndSurplusRows() {
        Rows gold = column(text("a"), text("b"));
        assertThat(BAG.difference(gold, column(text("a")))).hasValue("1 rows instead of 2");
        assertThat(BAG.difference(gold, column(text("a"), text("b"), text("b"))))
                .hasValue("3 rows instead of 2");
    }

    @Test
    void acceptsColumnsInAnyOrder() {
        Rows gold = rows(2, row(text("a"), number("1")), row(text("b"), number("2")));
        Rows answer = rows(2, row(number("2"), text("b")), row(number("1"), text("a")));
        assertThat(BAG.difference(gold, answer)).isEmpty();
    }

    @Test
    void rejectsRightColumnsPairedWrongly() {
        Rows gold = rows(2, row(text("a"), number("1")), row(text("b"), number("2")));
        Rows answer = rows(2, row(text("a"), number("2")), row(text("b"), number("1")));
        assertThat(BAG.difference(gold, answer)).hasValue("columns match, but not row by row");
    }

    @Test
    void findsThePairingWhenTwoColumnsHoldTheSameValues() {
        Rows gold = rows(3, row(text("x"), number("1"), number("2")), row(text("y"), number("2"), number("1")));
        Rows answer = rows(3, row(number("2"), text("x"), number("1")), row(number("1"), text("y"), number("2")));
        assertThat(BAG.difference(gold, answer)).isEmpty();
        assertThat(LIST.difference(gold, answer)).isEmpty();
    }

    @Test
    void usesEachColumnOnce() {
        Rows gold = single(number("1"), number("1"));
        assertThat(BAG.difference(gold, single(number("1"), number("2")))).isPresent();
        assertThat(BAG_WITH_EXTRA.difference(gold, single(number("1"), number("2"), number("1"))))
                .isEmpty();
    }

    @Test
    void rejectsAMissingColumnEvenWhereExtraOnesAreFine() {
        Rows gold = single(text("a"), number("1"));
        assertThat(BAG_WITH_EXTRA.difference(gold, single(text("a")))).hasValue("1 columns instead of 2");
    }

    @Test
    void acceptsExtraColumnsOnlyWhereTheyAreFine() {
        Rows gold = rows(1, row(text("a")), row(text("b")));
        Rows answer = rows(2, row(text("m"), text("a")), row(text("n"), text("b")));
        assertThat(BAG.difference(gold, answer)).hasValue("2 columns instead of 1");
        assertThat(BAG_WITH_EXTRA.difference(gold, answer)).isEmpty();
        assertThat(LIST_WITH_EXTRA.difference(gold, answer)).isEmpty();
    }

    @Test
    void extraColumnsDoNotExcuseOtherRows() {
        Rows gold = column(text("a"), text("b"));
        assertThat(BAG_WITH_EXTRA.difference(gold, rows(2, row(text("a"), number("1")), row(text("a"), number("2")))))
                .isPresent();
    }

    @Test
    void acceptsEmptyResultsOfEqualWidthOnly() {
        assertThat(BAG.difference(empty(2), empty(2))).isEmpty();
        assertThat(BAG.difference(empty(2), empty(1))).isPresent();
        assertThat(BAG.difference(empty(1), column(NULL))).isPresent();
    }

    @Test
    void rejectsRowsThatAreCutOff() {
        Rows gold = column(text("a"));
        Rows cut = TestRows.of(1, List.of(row(text("a"))), true);
        assertThat(BAG.difference(gold, cut)).get().asString().contains("cut off");
        assertThat(BAG.difference(cut, gold)).get().asString().contains("cut off");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1.000",
        "100, 1E+2",
        "0, 0.00",
        "0.1, 0.10000000001",
        "1301.1418, 1301.14180000",
        "123456789, 123456800",
        "1301.1418, 1301.141",
        "-5, -5.000001"
    })
    void acceptsNumbersWithinOneInAMillion(String gold, String answer) {
        assertThat(BAG.difference(column(number(gold)), column(number(answer)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 1.00001", "1301.1418, 1301.1", "0, 0.001", "5, -5", "0.333333, 0.3333"})
    void rejectsNumbersFurtherApart(String gold, String answer) {
        assertThat(BAG.difference(column(number(gold)), column(number(answer)))).isPresent();
    }

    @Test
    void acceptsEqualNumbersOfDifferentTypes() {
        assertThat(BAG.difference(column(number("0.1")), column(real(0.1)))).isEmpty();
        assertThat(BAG.difference(column(real(1e3)), column(number("1000")))).isEmpty();
    }

    @Test
    void pairsNearNumbersWithTheirRowsWhateverTheOrder() {
        Rows gold = rows(2, row(text("a"), number("0.3333333333333333")), row(text("b"), number("0.6666666666666667")));
        Rows answer = rows(2, row(text("b"), real(2.0 / 3)), row(text("a"), real(1.0 / 3)));
        assertThat(BAG.difference(gold, answer)).isEmpty();
    }

    @Test
    void tellsNumbersThatAreNotFiniteApart() {
        assertThat(BAG.difference(column(real(Double.NaN)), column(real(Double.NaN))))
                .isEmpty();
        assertThat(BAG.difference(column(real(Double.NaN)), column(real(Double.POSITIVE_INFINITY))))
                .isPresent();
        assertThat(BAG.difference(column(real(Double.NaN)), column(NULL))).isPresent();
    }

    @Test
    void keepsNullApartFromZeroAndFromEmptyText() {
        assertThat(BAG.difference(column(NULL), column(number("0")))).isPresent();
        assertThat(BAG.difference(column(NULL), column(text("")))).isPresent();
    }

    @Test
    void keepsNumbersApartFromTheirText() {
        assertThat(BAG.difference(column(number("12")), column(text("12")))).isPresent();
    }

    @Test
    void comparesTextExactly() {
        assertThat(BAG.difference(column(text("Berlin")), column(text("berlin"))))
                .isPresent();
        assertThat(BAG.difference(column(text("Berlin")), column(text("Berlin "))))
                .isPresent();
    }

    @Test
    void keepsTruthValuesApartFromNumbers() {
        assertThat(BAG.difference(column(new Cell.Bool(true)), column(new Cell.Bool(true))))
                .isEmpty();
        assertThat(BAG.difference(column(new Cell.Bool(true)), column(number("1"))))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-01, 2026-10-01T00:00:00",
        "2026-10-01, 2026-10-01 00:00:00",
        "2026-10-01, 2026-10-01T00:00:00Z",
        "2026-10-01, 2026-10-01T00:00Z",
        "2026-10-01, 2026-10-01 00:00:00+00",
        "2026-10-01, 2026-10-01T02:00:00+02:00",
        "2026-10-01T12:30:00.5Z, 2026-10-01 12:30:00.500000+00"
    })
    void acceptsTheSameMomentInOtherForms(String gold, String answer) {
        assertThat(BAG.difference(column(text(gold)), column(text(answer)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-01, 2026-10-02",
        "2026-10-01, 2026-10-01T00:00:01Z",
        "2026-10-01, 2026-10",
        "2026-13-01, 2026-13-01T00:00:00Z",
        "2026-10-01, 2026-10-01T00:00:00+02:00"
    })
    void rejectsOtherMoments(String gold, String answer) {
        assertThat(BAG.difference(column(text(gold)), column(text(answer)))).isPresent();
    }

    @Test
    void takesTextThatOnlyLooksLikeAMomentAsText() {
        assertThat(BAG.difference(column(text("2026-99-99")), column(text("2026-99-99"))))
                .isEmpty();
        assertThat(BAG.difference(column(text("2026-10-01T10:00 or so")), column(text("2026-10-01T10:00 or so"))))
                .isEmpty();
    }

    @Test
    void comparesThousandsOfNearNumbers() {
        List<List<Cell>> gold = IntStream.range(0, 2_000)
                .mapToObj(n -> row(number(n + ".3333333333333333")))
                .toList();
        List<List<Cell>> answer = new ArrayList<>(
                IntStream.range(0, 2_000).mapToObj(n -> row(real(n + 1.0 / 3))).toList());
        Collections.reverse(answer);
        assertThat(BAG.difference(TestRows.of(1, gold, false), TestRows.of(1, answer, false)))
                .isEmpty();
    }
}
