package dev.sayql.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class IsotonicCurveTest {

    private final IsotonicCurve curve = IsotonicCurve.of(new double[] {-1, 0, 2, 3}, new double[] {0.1, 0.1, 0.5, 0.9});

    @Test
    void isStraightBetweenPointsAndLevelBeyond() {
        assertThat(curve.at(-7)).isEqualTo(0.1);
        assertThat(curve.at(-0.5)).isEqualTo(0.1);
        assertThat(curve.at(0.5)).isEqualTo(0.2);
        assertThat(curve.at(2)).isEqualTo(0.5);
        assertThat(curve.at(2.5)).isEqualTo(0.7);
        assertThat(curve.at(Double.POSITIVE_INFINITY)).isEqualTo(0.9);
    }

    @Test
    void noNumberIsAsBadAsTheLeast() {
        assertThat(curve.at(Double.NaN)).isEqualTo(0.1);
    }

    @Test
    void saysFromWhereOnItIsSoProbable() {
        assertThat(curve.leastScoreFor(0.05)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(curve.leastScoreFor(0.3)).isCloseTo(1, within(1e-9));
        assertThat(curve.leastScoreFor(0.9)).isEqualTo(3);
        assertThat(curve.leastScoreFor(0.95)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void curveThatFallsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IsotonicCurve.of(new double[] {0, 1}, new double[] {0.5, 0.4}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IsotonicCurve.of(new double[] {0, 0}, new double[] {0.5, 0.6}));
        assertThatIllegalArgumentException().isThrownBy(() -> IsotonicCurve.of(new double[0], new double[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> IsotonicCurve.of(new double[1], new double[] {1.1}));
    }

    @Test
    void isReadAsItWasWritten() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        curve.write(out);

        IsotonicCurve read = IsotonicCurve.read(new ByteArrayInputStream(out.toByteArray()));

        for (double score = -2; score < 4; score += 0.3) {
            assertThat(read.at(score)).isEqualTo(curve.at(score));
        }
    }
}
