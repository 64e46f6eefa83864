package dev.sayql.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.sayql.core.generation.Finding;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class AgreementTest {
    private static final Offset<Float> CLOSE = within(1e-6f);
    private static final Finding ONE = new Finding.Found(4, 2, 1, 17);
    private static final Finding OTHER = new Finding.Found(9, 2, 0, 18);
    private static final Finding EMPTY = new Finding.Found(0, 1, 0, 0);

    private static float[] row(List<Finding> found, List<Double> shares) {
        FeatureRow row = new FeatureRow();
        new Agreement(found, shares).addTo(row);
        return row.values();
    }

    @Test
    void whatFindsTheSameSpeaksForTheFirst() {
        float[] row = row(List.of(ONE, OTHER, ONE, EMPTY), List.of(0.4, 0.3, 0.2, 0.1));

        assertThat(row[0]).as("share of those that find the same").isCloseTo(0.6f, CLOSE);
        assertThat(row[1]).as("of the next, or nothing").isCloseTo(0.3f, CLOSE);
        assertThat(row[2]).as("of the next").isCloseTo(0.3f, CLOSE);
        assertThat(row[3]).as("how many agree").isCloseTo(0.5f, CLOSE);
        assertThat(row[4]).as("different findings").isEqualTo(3);
        assertThat(row[5]).as("the second finds the same").isZero();
        assertThat(row[6]).as("share that finds nothing").isCloseTo(0.1f, CLOSE);
    }

    @Test
    void nothingIsNoRivalOfItsOwn() {
        float[] row = row(List.of(ONE, EMPTY), List.of(0.5, 0.4));

        assertThat(row[1]).isCloseTo(0.4f, CLOSE);
        assertThat(row[2]).isZero();
    }

    @Test
    void whatIsBrokenOrUntriedAgreesWithNothing() {
        float[] row =
                row(List.of(new Finding.Broken(), new Finding.Broken(), new Finding.Untried()), List.of(0.5, 0.3, 0.1));

        assertThat(row[0]).isCloseTo(0.5f, CLOSE);
        assertThat(row[4]).isZero();
        assertThat(row[7]).as("share of the broken").isCloseTo(0.8f, CLOSE);
        assertThat(row[8]).as("the first is broken").isEqualTo(1);
        assertThat(row[11]).isNaN();
    }

    @Test
    void howMuchTheFirstFindsIsToldToo() {
        float[] row = row(List.of(ONE), List.of(0.9));

        assertThat(row[8]).isZero();
        assertThat(row[9]).as("empty").isZero();
        assertThat(row[10]).as("one row").isZero();
        assertThat(row[11]).isCloseTo((float) Math.log(5), CLOSE);
        assertThat(row[12]).isEqualTo(2);
        assertThat(row[13]).isEqualTo(1);
        assertThat(row[14]).isCloseTo(1 / 8f, CLOSE);
    }

    @Test
    void everyFindingHasAShare() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Agreement(List.of(ONE), List.of()));
    }
}
