package dev.sayql.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MetricsTest {

    @Test
    void countsWhatIsRightOfAllAndOfThoseAnswered() {
        List<Scored> scored =
                List.of(scored(0, true, true, 0.9), scored(1, false, true, 0.8), scored(2, true, false, 0.1));

        assertThat(Metrics.accuracy(scored)).isEqualTo(2.0 / 3, within(1e-9));
        assertThat(Metrics.coverage(scored)).isEqualTo(2.0 / 3, within(1e-9));
        assertThat(Metrics.precision(scored)).isEqualTo(0.5, within(1e-9));
    }

    @Test
    void theOperatingPointIsTheLargestShareThatIsPreciseEnough() {
        List<Scored> scored = new ArrayList<>();
        for (int index = 0; index < 100; index++) {
            scored.add(scored(index, index < 40 || index >= 60, true, 1 - index / 100.0));
        }

        assertThat(Metrics.coverageAt(0.95, scored)).isEqualTo(0.42, within(1e-9));
        assertThat(Metrics.curve(scored).getFirst()).isEqualTo(1);
        assertThat(Metrics.curve(scored).getLast()).isEqualTo(0.8, within(1e-9));
    }

    @Test
    void theCalibrationErrorIsTheDistanceFromWhatWasSaid() {
        List<Scored> scored = List.of(scored(0, true, true, 0.75), scored(1, false, true, 0.75));

        assertThat(Metrics.calibrationError(scored)).isEqualTo(0.25, within(1e-9));
    }

    @Test
    void theBootstrapHoldsTheFigureItself() {
        List<Scored> scored = new ArrayList<>();
        for (int index = 0; index < 50; index++) {
            scored.add(scored(index, index % 2 == 0, true, 0.5));
        }

        Metrics.Interval interval = Metrics.bootstrap(scored, Metrics::accuracy, 1);

        assertThat(interval.low()).isLessThan(0.5).isGreaterThan(0.2);
        assertThat(interval.high()).isGreaterThan(0.5).isLessThan(0.8);
    }

    private static Scored scored(int id, boolean right, boolean answered, double confidence) {
        BenchQuestion question = new BenchQuestion("%03d".formatted(id), "db" + id, "", "", false, Optional.empty());
        return new Scored(question, right, right, answered, "", "", confidence, 1, 1, "");
    }
}
