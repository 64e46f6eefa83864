package dev.sayql.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ModelsTest {
    private static final TreeEnsemble TREES = TreeEnsemble.of(
            List.of("a", "b"),
            0.5,
            List.of(
                    new TreeEnsemble.Split(0, 3, true, new TreeEnsemble.Leaf(1), new TreeEnsemble.Leaf(-1)),
                    new TreeEnsemble.Leaf(0.25f)));

    @Test
    void aTreeAddsTheLeafThatItsQuestionsLeadTo() {
        assertThat(TREES.score(new float[] {3, 0})).isEqualTo(1.75);
        assertThat(TREES.score(new float[] {3.1f, 0})).isEqualTo(-0.25);
        assertThat(TREES.score(new float[] {Float.NaN, 0})).isEqualTo(1.75);
    }

    @Test
    void aRowOfAnotherWidthIsRefused() {
        assertThatThrownBy(() -> TREES.score(new float[] {1})).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TREES.write(out);

        TreeEnsemble again = TreeEnsemble.read(new ByteArrayInputStream(out.toByteArray()));

        assertThat(again.features()).isEqualTo(TREES.features());
        assertThat(again.score(new float[] {3, 0})).isEqualTo(1.75);
    }

    @Test
    void aDamagedFileIsRefused() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TREES.write(out);
        byte[] cut = Arrays.copyOf(out.toByteArray(), out.size() - 9);

        assertThatThrownBy(() -> TreeEnsemble.read(new ByteArrayInputStream(cut)))
                .isInstanceOf(UnreadableModelException.class);
        assertThatThrownBy(() -> LogLinear.read(new ByteArrayInputStream(out.toByteArray())))
                .isInstanceOf(UnreadableModelException.class);
        assertThatThrownBy(() -> IsotonicCurve.read(new ByteArrayInputStream(new byte[] {1, 2, 3})))
                .isInstanceOf(UnreadableModelException.class);
    }

    @Test
    void classesScoreTheSumOfTheirWeights() throws IOException {
        TreeMap<Integer, float[]> weights = new TreeMap<>();
        weights.put(2, new float[] {1, -1});
        LogLinear model = LogLinear.of(List.of("x", "y"), 4, new float[] {0, 0}, weights, 0);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        model.write(out);

        double[] scores =
                LogLinear.read(new ByteArrayInputStream(out.toByteArray())).logProbabilities(new int[] {2, 3});

        assertThat(Math.exp(scores[0])).isEqualTo(1 / (1 + Math.exp(-2)), within(1e-6));
        assertThat(Math.exp(scores[0]) + Math.exp(scores[1])).isEqualTo(1, within(1e-9));
    }

    @Test
    void theCurveIsStraightBetweenItsPoints() {
        IsotonicCurve curve = IsotonicCurve.of(new double[] {0, 1}, new double[] {0.2, 0.8});

        assertThat(curve.at(0.5)).isEqualTo(0.5, within(1e-9));
        assertThat(curve.at(-1)).isEqualTo(0.2);
        assertThat(curve.leastScoreFor(0.5)).isEqualTo(0.5, within(1e-9));
        assertThatThrownBy(() -> IsotonicCurve.of(new double[] {0, 1}, new double[] {0.8, 0.2}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
